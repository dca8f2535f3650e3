package org.millwright.contract;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;

/** Reads a CSV file of definitions, whose header is fixed; every problem is reported with file and line. */
final class CodeListFile {
    private final String file;
    private final List<String> columns;
    private final Problems problems;

    CodeListFile(String file, List<String> columns, Problems problems) {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    /** One line of the file, whose cells are asked for by column. */
    final class Line {
        private final long number;
        private final String[] cells;

        private Line(long number, String[] cells) {
            this.number = number;
            this.cells = cells;
        }

        String text(String column) {
            int index = columns.indexOf(column);
            String cell = index < cells.length ? cells[index] : null;
            return cell == null ? "" : cell.strip();
        }

        String required(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                problem("the column '" + column + "' is empty", "Fill it in");
            }
            return text;
        }

        double number(String column, double byDefault) {
            String text = text(column);
            try {
                return text.isEmpty() ? byDefault : Double.parseDouble(text);
            } catch (NumberFormatException notANumber) {
                problem("'" + text + "' in the column '" + column + "' is not a number", "Write a number");
                return byDefault;
            }
        }

        void problem(String what, String remedy) {
            problems.add(ErrorCode.DEFINITION_INVALID, file + ":" + number, what, remedy);
        }
    }

    <T> List<T> read(String text, Function<Line, T> element) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setSkipEmptyLines(true);
        CsvParser parser = new CsvParser(settings);
        parser.beginParsing(new StringReader(text));
        List<T> elements = new ArrayList<>();
        String[] header = parser.parseNext();
        if (header == null || !Arrays.asList(header).equals(columns)) {
            problems.add(
                    ErrorCode.DEFINITION_INVALID,
                    file + ":1",
                    "the header is " + (header == null ? "missing" : String.join(",", header)),
                    "Write " + String.join(",", columns));
            return elements;
        }
        for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
            elements.add(element.apply(new Line(parser.getContext().currentLine(), cells)));
        }
        return List.copyOf(elements);
    }
}

package org.millwright.contract;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                double number = text.isEmpty() ? byDefault : Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // reported below, with the place
            }
            problem("'" + text + "' in the column '" + column + "' is not a number", "Write a number");
            return byDefault;
        }

        void problem(String what, String remedy) {
            problems.add(ErrorCode.DEFINITION_INVALID, file + ":" + number, what, remedy);
        }
    }

    /** The elements of a file in which the first column tells one from the other. */
    <T> List<T> readUnique(String text, Function<Line, T> element) {
        Map<String, Long> lines = new HashMap<>();
        return read(text, line -> {
            String code = line.required(columns.get(0));
            Long first = lines.putIfAbsent(code, line.number);
            if (first != null) {
                line.problem("'" + code + "' stands in line " + first + " already", "Remove one of them");
            }
            return element.apply(line);
        });
    }

    <T> List<T> read(String text, Function<Line, T> element) {
        CsvParser parser = new CsvParser(settings());
        parser.beginParsing(new StringReader(text));
        List<T> elements = new ArrayList<>();
        long number = 1;
        try {
            if (hasHeader(parser.parseNext())) {
                number = parser.getContext().currentLine() + 1;
                for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
                    if (hasOpenQuote(parser.getContext().currentParsedContent())) {
                        notCsv(number);
                    } else if (!isBlank(cells)) {
                        elements.add(element.apply(new Line(number, cells)));
                    }
                    number = parser.getContext().currentLine() + 1;
                }
            }
        } catch (TextParsingException broken) {
            notCsv(number);
        }
        return List.copyOf(elements);
    }

    /** The parser takes the end of the text for the end of a quoted cell. */
    private static boolean hasOpenQuote(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 != 0;
    }

    private void notCsv(long number) {
        problems.add(
                ErrorCode.DEFINITION_INVALID,
                file + ":" + number,
                "this line is not CSV",
                "Close every quote, and double one that stands inside a quoted cell");
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setSkipEmptyLines(false);
        settings.setCommentProcessingEnabled(false);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        return settings;
    }

    private boolean hasHeader(String[] header) {
        if (header != null && Arrays.asList(header).equals(columns)) {
            return true;
        }
        problems.add(
                ErrorCode.DEFINITION_INVALID,
                file + ":1",
                "the header is " + (header == null ? "missing" : String.join(",", header)),
                "Write " + String.join(",", columns));
        return false;
    }

    private static boolean isBlank(String[] cells) {
        return Arrays.stream(cells).allMatch(cell -> cell == null || cell.isBlank());
    }
}

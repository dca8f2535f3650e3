package org.millwright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.millwright.export.CsvFile;
import org.millwright.query.ReleaseSql.Answer;

/** Prints an answer as a table for people, as CSV (RFC 4180) or as JSON lines in an array. */
enum AnswerPrinter {
    TABLE {
        @Override
        void print(Answer answer, PrintStream out) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(answer.columns().stream().map(AnswerPrinter::printable).toList());
            answer.rows()
                    .forEach(row ->
                            lines.add(row.stream().map(AnswerPrinter::shown).toList()));
            int[] widths = new int[answer.columns().size()];
            lines.forEach(line -> {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], width(line.get(i)));
                }
            });
            for (int row = 0; row < lines.size(); row++) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < widths.length; i++) {
                    boolean right = row > 0 && answer.rows().get(row - 1).get(i) instanceof Number;
                    text.append(padded(lines.get(row).get(i), widths[i], right)).append("  ");
                }
                out.println(text.toString().stripTrailing());
            }
        }
    },

    CSV {
        @Override
        void print(Answer answer, PrintStream out) {
            out.print(CsvFile.line(answer.columns()));
            answer.rows().forEach(row -> out.print(CsvFile.line(row)));
        }
    },

    JSON {
        @Override
        void print(Answer answer, PrintStream out) {
            List<Map<String, Object>> objects = new ArrayList<>();
            answer.rows().forEach(row -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    Object value = row.get(i);
                    boolean plain = value == null || value instanceof Number || value instanceof Boolean;
                    object.put(answer.columns().get(i), plain ? value : value.toString());
                }
                objects.add(object);
            });
            try {
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(objects));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    };

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\x80-\\x9f]");
    /** The blocks of Unicode's East Asian Width W and F that labels use: Hangul, CJK and full-width forms. */
    private static final Pattern WIDE = Pattern.compile(
            "[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6]");

    abstract void print(Answer answer, PrintStream out);

    private static String shown(Object value) {
        if (value instanceof Double number) {
            double magnitude = Math.abs(number);
            return String.format(Locale.ROOT, format(magnitude), number);
        }
        return value == null ? "" : printable(value.toString());
    }

    /** A control character would break the table, or give the terminal an order. */
    private static String printable(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    /** Four decimals where a reader can take them in, none for large figures, an exponent for the rest. */
    private static String format(double magnitude) {
        if (magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e6)) {
            return "%.4f";
        }
        return magnitude >= 1 && magnitude < 1e15 ? "%.0f" : "%.6g";
    }

    /** A Chinese character or bracket takes two columns of a terminal. */
    private static int width(String text) {
        return text.length() + (int) WIDE.matcher(text).results().count();
    }

    private static String padded(String text, int width, boolean right) {
        String spaces = " ".repeat(width - width(text));
        return right ? spaces + text : text + spaces;
    }
}

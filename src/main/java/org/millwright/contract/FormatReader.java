package org.millwright.contract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.millwright.yaml.YamlNode;

/** Reads where in a file its table stands, and how it is written. */
final class FormatReader {
    private FormatReader() {}

    static Format format(YamlNode node) {
        int headerRow = atLeast(1, node, "header-row");
        int headerRows = atLeast(1, node, "header-rows");
        int skip = atLeast(0, node, "skip-after-header");
        String type = node.text("type");
        Format format = switch (type) {
            case "csv" ->
                new Format.Csv(
                        headerRow,
                        headerRows,
                        skip,
                        character(node, "delimiter", ','),
                        encoding(node),
                        character(node, "decimal", '.'));
            case "sdmx-csv" -> new Format.SdmxCsv();
            case "xlsx" -> new Format.Xlsx(headerRow, headerRows, skip, SourceContractReader.pattern(node, "sheets"));
            case "parquet" -> new Format.Parquet();
            default -> {
                node.at("type").problem("'" + type + "' is not a known format", "Write csv, sdmx-csv, xlsx or parquet");
                // Which further keys it may have nobody can say.
                node.keys();
                yield new Format.Parquet();
            }
        };
        node.refuseOtherKeys();
        return format;
    }

    /** The whole number under a key, which is also its default. */
    private static int atLeast(int least, YamlNode node, String key) {
        int number = node.integer(key, least);
        if (number < least) {
            node.at(key).problem("'" + number + "' is too small for " + key, "Write a number from " + least);
            return least;
        }
        return number;
    }

    private static char character(YamlNode node, String key, char byDefault) {
        String text = node.text(key, String.valueOf(byDefault)).replace("\\t", "\t");
        if (text.length() != 1) {
            node.at(key).problem("'" + text + "' is not one character", "Write one character");
            return byDefault;
        }
        return text.charAt(0);
    }

    private static String encoding(YamlNode node) {
        String name = node.text("encoding", "UTF-8");
        try {
            return Charset.forName(name).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            node.at("encoding")
                    .problem("'" + name + "' is not a known encoding", "Write UTF-8, ISO-8859-1, GB18030 ...");
            return "UTF-8";
        }
    }

    static Unpivot unpivot(YamlNode node) {
        Unpivot unpivot = new Unpivot(
                node.texts("keys"),
                Pattern.compile(SourceContractReader.pattern(node, "columns")),
                node.list("headers", YamlNode::scalar));
        unpivot.keys().keySet().stream()
                .filter(letter -> !letter.matches("[A-Z]{1,3}"))
                .forEach(letter -> node.at("keys")
                        .problem("'" + letter + "' is not the letter of a column", "Write A, B ... or AA, AB ..."));
        node.refuseOtherKeys();
        return unpivot;
    }
}

package org.millwright.contract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.millwright.contract.SourceContract.Identity;
import org.millwright.contract.SourceContract.Keys;
import org.millwright.model.Frequency;
import org.millwright.yaml.YamlNode;

/** Reads a source contract from its YAML; every problem is reported with file and line. */
final class SourceContractReader {
    private SourceContractReader() {}

    static SourceContract read(YamlNode root, String file) {
        SourceContract contract = new SourceContract(
                identity(root),
                vintage(root.at("vintage")),
                format(root.at("format")),
                root.optional("unpivot").map(SourceContractReader::unpivot).orElse(Unpivot.NONE),
                keys(root),
                root.list("exclude", SourceContractReader::exclusion),
                root.list("measures", SourceContractReader::measure),
                root.texts("markers"),
                root.optional("rejects").map(SourceContractReader::tolerance).orElse(0.0),
                root.list("rules", RuleReader::read),
                file);
        if (contract.measures().isEmpty()) {
            root.problem("the contract names no measure", "Add at least one entry under 'measures'");
        }
        root.refuseOtherKeys();
        return contract;
    }

    private static Identity identity(YamlNode root) {
        return new Identity(
                root.text("id"),
                root.text("dataset"),
                root.text("version", "1"),
                root.text("title"),
                root.text("licence"),
                root.text("citation", ""),
                root.text("origin", ""),
                Boolean.parseBoolean(root.text("synthetic", "false")));
    }

    private static Vintage vintage(YamlNode node) {
        Vintage vintage = new Vintage.FileModified();
        if (node.has("date")) {
            vintage = new Vintage.Fixed(node.text("date"));
        } else if (node.has("column")) {
            vintage = new Vintage.Field(node.text("column"));
        } else if (node.text("from", "file-modified").equals("file-name")) {
            vintage = new Vintage.FileName(pattern(node, "pattern"));
        }
        node.refuseOtherKeys();
        return vintage;
    }

    private static Format format(YamlNode node) {
        int headerRow = node.integer("header-row", 1);
        int headerRows = node.integer("header-rows", 1);
        int skip = node.integer("skip-after-header", 0);
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
            case "xlsx" -> new Format.Xlsx(headerRow, headerRows, skip, pattern(node, "sheets"));
            case "parquet" -> new Format.Parquet();
            default -> {
                node.at("type").problem("'" + type + "' is not a known format", "Write csv, sdmx-csv, xlsx or parquet");
                yield new Format.Parquet();
            }
        };
        node.refuseOtherKeys();
        return format;
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

    private static Unpivot unpivot(YamlNode node) {
        Unpivot unpivot = new Unpivot(
                node.texts("keys"), Pattern.compile(pattern(node, "columns")), node.list("headers", YamlNode::scalar));
        node.refuseOtherKeys();
        return unpivot;
    }

    private static Keys keys(YamlNode root) {
        YamlNode activity = root.at("activity");
        YamlNode period = root.at("period");
        Keys keys = new Keys(
                dimension(root.at("area")),
                new Activity(
                        dimensionOf(activity),
                        activity.text("classification"),
                        activity.choice("select", Activity.Selection.class, Activity.Selection.LISTED)),
                dimensionOf(period),
                period.choice("frequency", Frequency.class, Frequency.ANNUAL),
                root.optional("breakdown").map(SourceContractReader::columns).orElse(List.of()),
                root.optional("status").map(node -> node.text("column")),
                root.optional("conf-status").map(node -> node.text("column")));
        activity.refuseOtherKeys();
        period.refuseOtherKeys();
        return keys;
    }

    private static List<String> columns(YamlNode node) {
        List<String> columns =
                node.has("columns") ? node.list("columns", YamlNode::scalar) : List.of(node.text("column"));
        node.refuseOtherKeys();
        return columns;
    }

    private static Dimension dimension(YamlNode node) {
        Dimension dimension = dimensionOf(node);
        node.refuseOtherKeys();
        return dimension;
    }

    private static Dimension dimensionOf(YamlNode node) {
        if (node.has("constant") == node.has("column")) {
            node.problem("a dimension needs either 'constant' or 'column'", "Write one of them");
        }
        return node.has("constant")
                ? new Dimension.Constant(node.text("constant"))
                : new Dimension.Field(node.text("column", ""), pattern(node, "pattern"), node.texts("codes"));
    }

    private static Exclusion exclusion(YamlNode node) {
        Map<String, String> where = patterns(node, "where");
        where.put(node.text("column"), pattern(node, "matches"));
        Exclusion exclusion = new Exclusion(where, node.text("reason"));
        node.refuseOtherKeys();
        return exclusion;
    }

    private static MeasureColumn measure(YamlNode node) {
        Formula formula =
                node.has("column") ? new Formula.Reference(node.text("column"), false) : formula(node, "expression");
        MeasureColumn measure = new MeasureColumn(
                node.text("measure"),
                formula,
                node.text("unit"),
                node.number("factor", 1),
                node.text("price-basis", "current").equals("constant"),
                patterns(node, "where"));
        if (formula.leaves().anyMatch(leaf -> !(leaf instanceof Formula.Reference))) {
            node.at("expression").problem("an expression of a source knows columns only", "Leave out the function");
        }
        node.refuseOtherKeys();
        return measure;
    }

    private static double tolerance(YamlNode node) {
        double tolerance = node.number("tolerance", 0);
        node.refuseOtherKeys();
        return tolerance;
    }

    static Formula formula(YamlNode node, String key) {
        try {
            return FormulaParser.parse(node.text(key));
        } catch (IllegalArgumentException wrong) {
            node.at(key).problem(wrong.getMessage(), "Write arithmetic such as value_added / employment");
            return new Formula.Constant(0);
        }
    }

    /** Field to regular expression: what a record must match in all of them. */
    private static Map<String, String> patterns(YamlNode node, String key) {
        Map<String, String> patterns = new LinkedHashMap<>();
        node.optional(key)
                .ifPresent(where -> where.keys().forEach(field -> patterns.put(field, pattern(where, field))));
        return patterns;
    }

    static String pattern(YamlNode node, String key) {
        String text = node.text(key, "");
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException wrong) {
            node.at(key).problem("'" + text + "' is not a regular expression: " + wrong.getDescription(), "Correct it");
            return "";
        }
    }
}

package org.millwright.contract;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.millwright.contract.SourceContract.Identity;
import org.millwright.contract.SourceContract.Keys;
import org.millwright.model.Frequency;
import org.millwright.model.ObsStatus;
import org.millwright.model.PriceBasis;
import org.millwright.yaml.YamlNode;

/** Reads a source contract from its YAML; every problem is reported with file and line. */
final class SourceContractReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

    private SourceContractReader() {}

    static SourceContract read(YamlNode root, String file) {
        SourceContract contract = new SourceContract(
                identity(root),
                vintage(root.at("vintage")),
                FormatReader.format(root.at("format")),
                root.optional("unpivot").map(FormatReader::unpivot).orElse(Unpivot.NONE),
                keys(root),
                root.list("exclude", SourceContractReader::exclusion),
                root.list("measures", SourceContractReader::measure),
                root.list("prices", Deflation::read),
                root.optional("markers").map(SourceContractReader::markers).orElse(Map.of()),
                root.optional("rejects").map(SourceContractReader::tolerance).orElse(0.0),
                root.list("rules", RuleReader::read),
                root.optional("seasonal").map(Seasonal::read),
                root.optional("complete-when").map(EndMarker::read),
                file);
        if (contract.measures().isEmpty()) {
            root.problem("the contract names no measure", "Add at least one entry under 'measures'");
        }
        int headerRows = Math.max(1, contract.format().headerRows());
        if (contract.unpivot().headers().size() > headerRows) {
            root.at("unpivot")
                    .problem("it names more headers than the format has rows of header", "Correct 'header-rows'");
        }
        root.refuseOtherKeys();
        return contract;
    }

    private static Identity identity(YamlNode root) {
        return new Identity(
                id(root, "id"),
                id(root, "dataset"),
                root.text("version", "1"),
                root.text("title"),
                root.text("licence"),
                root.text("citation", ""),
                root.text("origin", ""),
                Boolean.parseBoolean(root.text("synthetic", "false")));
    }

    /** An id stands in paths, conditions and messages, and holds nothing that could mean something else there. */
    private static String id(YamlNode node, String key) {
        String id = node.text(key);
        if (node.has(key) && !ID.matcher(id).matches()) {
            node.at(key).problem("'" + id + "' is not an id", "Write small letters, digits, '-' and '_'");
        }
        return id;
    }

    private static Vintage vintage(YamlNode node) {
        Vintage vintage = new Vintage.FileModified();
        if (node.has("date")) {
            vintage = new Vintage.Fixed(date(node));
        } else if (node.has("column")) {
            vintage = new Vintage.Field(node.text("column"));
        } else if (node.text("from", "file-modified").equals("file-name")) {
            vintage = new Vintage.FileName(pattern(node, "pattern"));
            if (Pattern.compile(pattern(node, "pattern")).matcher("").groupCount() == 0) {
                misses(node, "(", "the date");
            }
        }
        node.refuseOtherKeys();
        return vintage;
    }

    private static String date(YamlNode node) {
        String date = node.text("date");
        try {
            return LocalDate.parse(date).toString();
        } catch (DateTimeParseException none) {
            node.at("date").problem("'" + date + "' is not a date", "Write a date such as 2024-01-10");
            return "";
        }
    }

    /** A pattern that cuts something out of a text must say where it stands. */
    private static void requireGroup(YamlNode node, String group, String what) {
        if (!node.text("pattern", "").contains(group)) {
            misses(node, group, what);
        }
    }

    private static void misses(YamlNode node, String group, String what) {
        String remedy = "Write it in parentheses: " + group + "...)";
        node.at("pattern").problem("the pattern does not say where " + what + " stands", remedy);
    }

    /** What each marker means: a status without a value, or a number. */
    private static Map<String, String> markers(YamlNode node) {
        Map<String, String> markers = new LinkedHashMap<>();
        node.keys().forEach(marker -> {
            String meaning = node.text(marker);
            boolean status =
                    ObsStatus.of(meaning).filter(found -> !found.hasValue()).isPresent();
            if (!status && !NUMBER.matcher(meaning).matches()) {
                node.at(marker)
                        .problem(
                                "the marker '" + marker + "' means neither a status without a figure nor a number",
                                "Write Q (suppressed), M (missing), L, O or H, or the number it stands for");
            }
            markers.put(marker, meaning);
        });
        return markers;
    }

    private static Keys keys(YamlNode root) {
        YamlNode activity = root.at("activity");
        YamlNode period = root.at("period");
        Keys keys = new Keys(
                dimension(root.at("area")),
                new Activity(
                        dimensionOf(activity),
                        activity.text("classification"),
                        activity.optionalText("convert-to"),
                        activity.choice("select", Activity.Selection.class, Activity.Selection.LISTED)),
                dimensionOf(period),
                period.choice("frequency", Frequency.class, Frequency.ANNUAL),
                root.optional("breakdown").map(SourceContractReader::columns).orElse(List.of()),
                root.optional("status").map(node -> node.text("column")),
                root.optional("conf-status").map(node -> node.text("column")));
        if (period.has("pattern")) {
            requirePeriodGroups(period, keys.frequency());
        }
        activity.refuseOtherKeys();
        period.refuseOtherKeys();
        return keys;
    }

    private static void requirePeriodGroups(YamlNode period, Frequency frequency) {
        requireGroup(period, "(?<year>", "the year");
        if (frequency == Frequency.QUARTERLY) {
            requireGroup(period, "(?<quarter>", "the quarter");
        } else if (frequency != Frequency.ANNUAL) {
            requireGroup(period, "(?<month>", "the month");
        }
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
        Formula formula = node.has("column")
                ? new Formula.Reference(node.text("column"), PriceBasis.CURRENT)
                : formula(node, "expression");
        MeasureColumn measure = new MeasureColumn(
                node.text("measure"),
                formula,
                node.text("unit"),
                node.number("factor", 1),
                node.choice("price-basis", PriceBasis.class, PriceBasis.CURRENT),
                patterns(node, "where"));
        if (formula.leaves().anyMatch(leaf -> !(leaf instanceof Formula.Reference))) {
            node.at("expression").problem("an expression of a source knows columns only", "Leave out the function");
        }
        node.refuseOtherKeys();
        return measure;
    }

    private static double tolerance(YamlNode node) {
        double tolerance = share(node, "tolerance");
        node.refuseOtherKeys();
        return tolerance;
    }

    /** A share under a key, 0 where it is absent. */
    static double share(YamlNode node, String key) {
        double share = node.number(key, 0);
        if (share < 0 || share > 1) {
            node.at(key).problem("'" + share + "' is not a share", "Write a number from 0 to 1, such as 0.01 for 1 %");
        }
        return share;
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

package org.millwright.contract;

import java.util.List;
import org.millwright.model.Severity;
import org.millwright.yaml.YamlNode;

/** Reads one rule of a source contract. */
final class RuleReader {
    private final YamlNode node;
    private final String id;
    private final Severity severity;
    private final double allow;
    private final double tolerance;
    private final double relative;

    private RuleReader(YamlNode node) {
        this.node = node;
        this.id = node.text("id");
        this.severity = node.choice("severity", Severity.class, Severity.ERROR);
        this.allow = SourceContractReader.share(node, "allow");
        this.tolerance = node.number("tolerance", 0);
        this.relative = node.number("relative", 0);
    }

    static Rule read(YamlNode node) {
        Rule rule = new RuleReader(node).rule();
        node.refuseOtherKeys();
        return rule;
    }

    private Rule rule() {
        String kind = node.text("kind");
        return switch (kind) {
            case "identity" -> identity();
            case "additivity" -> additivity();
            case "range" -> range();
            case "cumulative" -> new Rule.Cumulative(id, severity, allow, node.text("measure"));
            default -> {
                node.at("kind")
                        .problem(
                                "'" + kind + "' is not a known rule",
                                "Write identity, additivity, range or cumulative");
                yield new Rule.Cumulative(id, severity, allow, "");
            }
        };
    }

    private Rule identity() {
        Formula left = SourceContractReader.formula(node, "left");
        Formula right = SourceContractReader.formula(node, "right");
        return new Rule.Identity(id, severity, allow, left, right, tolerance, relative);
    }

    private Rule additivity() {
        String total = node.text("total");
        String parts = SourceContractReader.pattern(node, "parts");
        List<String> measures = node.list("measures", YamlNode::scalar);
        String from = node.text("from", "");
        return new Rule.Additivity(id, severity, allow, total, parts, measures, from, tolerance, relative);
    }

    private Rule range() {
        String measure = node.text("measure");
        double minimum = node.number("minimum", Double.NEGATIVE_INFINITY);
        double maximum = node.number("maximum", Double.POSITIVE_INFINITY);
        return new Rule.Range(id, severity, allow, measure, minimum, maximum);
    }
}

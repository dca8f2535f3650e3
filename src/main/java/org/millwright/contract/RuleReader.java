package org.millwright.contract;

import org.millwright.yaml.YamlNode;

/** Reads one rule of a source contract. */
final class RuleReader {
    private RuleReader() {}

    static Rule read(YamlNode node) {
        String id = node.text("id");
        Severity severity = node.choice("severity", Severity.class, Severity.ERROR);
        double allow = node.number("allow", 0);
        double tolerance = node.number("tolerance", 0);
        double relative = node.number("relative", 0);
        String kind = node.text("kind");
        Rule rule = switch (kind) {
            case "identity" ->
                new Rule.Identity(
                        id,
                        severity,
                        allow,
                        SourceContractReader.formula(node, "left"),
                        SourceContractReader.formula(node, "right"),
                        tolerance,
                        relative);
            case "additivity" ->
                new Rule.Additivity(
                        id,
                        severity,
                        allow,
                        node.text("total"),
                        SourceContractReader.pattern(node, "parts"),
                        node.list("measures", YamlNode::scalar),
                        tolerance,
                        relative);
            case "range" ->
                new Rule.Range(
                        id,
                        severity,
                        allow,
                        node.text("measure"),
                        node.number("minimum", Double.NEGATIVE_INFINITY),
                        node.number("maximum", Double.POSITIVE_INFINITY));
            case "cumulative" -> new Rule.Cumulative(id, severity, allow, node.text("measure"));
            default -> {
                node.at("kind")
                        .problem(
                                "'" + kind + "' is not a known rule",
                                "Write identity, additivity, range or cumulative");
                yield new Rule.Cumulative(id, severity, allow, "");
            }
        };
        node.refuseOtherKeys();
        return rule;
    }
}

package org.millwright.contract;

import java.util.List;
import org.millwright.yaml.YamlNode;

/**
 * One indicator: a formula over measures, the sense in which it is good, and the goalposts it is normalised with.
 *
 * @param unit unit of the value; {@code {currency}} in it stands for the currency of the figures
 * @param direction +1 where more is better, -1 where less is
 * @param goalposts one for each unit that the value can have
 */
public record Indicator(
        String id,
        String version,
        String labelEn,
        String labelZh,
        Formula formula,
        String formulaText,
        String unit,
        int direction,
        String pillar,
        List<Goalpost> goalposts) {
    /** What stands for the currency of the figures in a unit. */
    public static final String CURRENCY = "{currency}";

    /** The values at which the normalised indicator is worst and best (for direction +1), and who set them. */
    public record Goalpost(String unit, double lower, double upper, String source) {}

    static Indicator read(YamlNode node) {
        YamlNode label = node.at("label");
        int direction = node.integer("direction", 1);
        if (direction != 1 && direction != -1) {
            node.at("direction").problem("the direction is " + direction, "Write 1 (more is better) or -1");
        }
        Indicator indicator = new Indicator(
                node.text("id"),
                node.text("version", "1"),
                label.text("en"),
                label.text("zh"),
                SourceContractReader.formula(node, "formula"),
                node.text("formula"),
                node.text("unit"),
                direction,
                node.text("pillar"),
                node.list("goalposts", Indicator::goalpost));
        label.refuseOtherKeys();
        node.refuseOtherKeys();
        return indicator;
    }

    private static Goalpost goalpost(YamlNode node) {
        Goalpost goalpost =
                new Goalpost(node.text("unit"), node.number("lower", 0), node.number("upper", 0), node.text("source"));
        if (goalpost.lower() >= goalpost.upper()) {
            node.problem(
                    "the lower goalpost " + goalpost.lower() + " is not below the upper " + goalpost.upper(),
                    "Write lower < upper; the direction says which of them is good");
        }
        node.refuseOtherKeys();
        return goalpost;
    }
}

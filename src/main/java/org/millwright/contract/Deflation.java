package org.millwright.contract;

import java.io.Serializable;
import java.util.List;
import org.millwright.stat.price.PriceMethod;
import org.millwright.yaml.YamlNode;

/**
 * How a measure at current prices becomes one at the prices of the base year.
 *
 * @param measure the measure, which the source has at current prices
 * @param indices the measures that are the index; some source of the dataset has them for the same activities. Several are
 *     the segments of a fixed-base index, oldest first
 */
public record Deflation(String measure, PriceMethod method, List<String> indices) implements Serializable {

    static Deflation read(YamlNode node) {
        if (node.has("deflator") == node.has("volume")) {
            node.problem("constant prices need either 'deflator' or 'volume'", "Write one of them");
        }
        Deflation deflation = node.has("volume")
                ? new Deflation(node.text("measure"), PriceMethod.VOLUME, List.of(node.text("volume")))
                : new Deflation(node.text("measure"), method(node), indices(node));
        if (deflation.method() == PriceMethod.PREVIOUS_YEAR
                && deflation.indices().size() > 1) {
            node.at("deflator")
                    .problem(
                            "an index on the year before has no segments",
                            "Name one index, or write 'index: fixed-base' if they have fixed references");
        }
        node.refuseOtherKeys();
        return deflation;
    }

    private static PriceMethod method(YamlNode node) {
        return switch (node.text("index")) {
            case "previous-year" -> PriceMethod.PREVIOUS_YEAR;
            case "fixed-base" -> PriceMethod.FIXED_BASE;
            default -> {
                node.at("index")
                        .problem(
                                "'" + node.text("index", "") + "' is no kind of index",
                                "Write previous-year or fixed-base");
                yield PriceMethod.FIXED_BASE;
            }
        };
    }

    private static List<String> indices(YamlNode node) {
        if (!node.has("deflator") || node.at("deflator").isScalar()) {
            return List.of(node.text("deflator", ""));
        }
        List<String> segments = node.list("deflator", YamlNode::scalar);
        if (segments.isEmpty()) {
            node.at("deflator").problem("no index is named", "Name at least one measure");
        }
        return segments.isEmpty() ? List.of("") : segments;
    }
}

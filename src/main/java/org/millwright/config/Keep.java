package org.millwright.config;

import java.util.Optional;
import org.millwright.yaml.YamlNode;

/**
 * Which releases are kept: the newest ones, and those that are not old yet. A release is kept for either reason.
 *
 * @param releases how many of the newest; at least 1, since the newest is always kept
 * @param days for how many days after it began; 0 where age protects none
 */
public record Keep(int releases, int days) {
    /** Empty where the settings say nothing: then nothing is ever removed. */
    static Optional<Keep> read(YamlNode settings) {
        return settings.optional("keep").map(Keep::keep);
    }

    private static Keep keep(YamlNode node) {
        Keep keep = new Keep(number(node, "releases", 1), number(node, "days", 0));
        node.refuseOtherKeys();
        if (!node.has("releases") && !node.has("days")) {
            node.problem("nothing is said of what is kept", "Write releases, days, or both");
        }
        return keep;
    }

    private static int number(YamlNode node, String key, int byDefault) {
        int number = node.integer(key, byDefault);
        if (node.has(key) && number < 1) {
            node.at(key).problem("'" + key + "' is below 1", "Write 1 or more");
        }
        return number;
    }
}

package org.millwright.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millwright.model.Severity;
import org.millwright.yaml.YamlNode;

/**
 * What is asked of the deliveries of a source from night to night, beside the rules of its contract. A gate of severity error
 * stops the publication.
 *
 * @param freshness how old the newest delivery may be
 * @param volume how much the number of figures may change
 * @param drift by how much key figures may jump
 */
public record Gates(Optional<Freshness> freshness, Optional<Volume> volume, List<Drift> drift) {
    public static final Gates NONE = new Gates(Optional.empty(), Optional.empty(), List.of());

    /** The newest delivery is at most this many days older than the day of the run. */
    public record Freshness(int days, Severity severity) {}

    /** The figures of a file are at most this share fewer, or more, than those of the delivery before. */
    public record Volume(double change, Severity severity) {}

    /**
     * The level of a key figure is at most this share above or below what is expected of it.
     *
     * @param measure code of the measure
     * @param industry code of the industry
     */
    public record Drift(String measure, String industry, double change, Severity severity) {}

    static Gates read(YamlNode source) {
        return source.optional("gates").map(Gates::gates).orElse(NONE);
    }

    private static Gates gates(YamlNode node) {
        Gates gates = new Gates(
                node.optional("freshness").map(Gates::freshness),
                node.optional("volume").map(Gates::volume),
                node.list("drift", Gates::drift));
        node.refuseOtherKeys();
        refuseSecond(node, gates.drift());
        return gates;
    }

    private static Freshness freshness(YamlNode node) {
        Freshness freshness = new Freshness(node.integer("days", 0), severity(node));
        node.refuseOtherKeys();
        if (freshness.days() < 1) {
            node.problem("a gate of freshness has no 'days' of 1 or more", "Write for example days: 40");
        }
        return freshness;
    }

    private static Volume volume(YamlNode node) {
        Volume volume = new Volume(change(node), severity(node));
        node.refuseOtherKeys();
        return volume;
    }

    private static Drift drift(YamlNode node) {
        Drift drift = new Drift(node.text("measure"), node.text("industry"), change(node), severity(node));
        node.refuseOtherKeys();
        return drift;
    }

    private static void refuseSecond(YamlNode node, List<Drift> drifts) {
        List<String> seen = new ArrayList<>();
        for (Drift drift : drifts) {
            String figure = drift.measure() + " of " + drift.industry();
            if (seen.contains(figure)) {
                node.at("drift").problem("the gate of " + figure + " stands twice", "Keep one of them");
            }
            seen.add(figure);
        }
    }

    private static double change(YamlNode node) {
        double change = node.number("change", 0);
        if (change <= 0) {
            node.problem("the gate has no 'change' above 0", "Write for example change: 0.3, which is 30 %");
        }
        return change;
    }

    private static Severity severity(YamlNode node) {
        return node.choice("severity", Severity.class, Severity.WARNING);
    }
}

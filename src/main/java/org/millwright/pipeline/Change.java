package org.millwright.pipeline;

import java.util.Locale;

/** A level, and what is expected of it. */
record Change(double level, double expected) {
    /** Sums of floating numbers: a change of just the share that is allowed is allowed. */
    static final double SLACK = 1 + 1e-9;

    /** The difference in relation to what is expected; from zero, a change to anything else counts as the whole. */
    double share() {
        double difference = Math.abs(level - expected);
        if (expected == 0) {
            return difference == 0 ? 0 : 1;
        }
        return difference / Math.abs(expected);
    }

    boolean within(double allowed) {
        return share() <= allowed * SLACK;
    }

    /** With its sign. */
    String percent() {
        return (level < expected ? "-" : "+") + percent(share());
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}

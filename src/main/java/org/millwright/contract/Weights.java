package org.millwright.contract;

import java.util.Map;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;

/** The weights of the links of one code: shares of a whole. */
final class Weights {
    private static final double TOLERANCE = 1e-9;

    private Weights() {}

    /** Reports every code whose weights do not sum to 1. */
    static void check(Map<String, Double> sums, String file, Problems problems) {
        sums.entrySet().stream()
                .filter(entry -> Math.abs(entry.getValue() - 1) > TOLERANCE)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> problems.add(
                        ErrorCode.DEFINITION_INVALID,
                        file,
                        "the weights of '" + entry.getKey() + "' sum to " + entry.getValue(),
                        "Make them sum to 1, or figures are lost or doubled"));
    }
}

package org.millwright.harmonise;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Sets of observation statuses as the bits of an integer, A the lowest: they can be united in any order, and aggregated
 * without sorting.
 */
final class StatusBits {
    /** The status of a sum is the first of these that one of its parts has; A where none has any of them. */
    private static final List<String> FIRST_OF = List.of("I", "E", "F", "U", "P", "B", "D", "V", "N");

    private StatusBits() {}

    /** The set that holds the status in {@code obs_status}. */
    static Column ofObservation() {
        return expr("shiftleft(1, ascii(obs_status) - ascii('A'))");
    }

    /** The set that holds one status. */
    static int of(String status) {
        return 1 << (status.charAt(0) - 'A');
    }

    /** Whether the status is in the set. */
    static boolean hold(int statuses, String status) {
        return (statuses & of(status)) != 0;
    }

    /** The status of a figure that has a value, from the statuses of its parts. */
    static String ofSum(int statuses) {
        return FIRST_OF.stream()
                .filter(status -> hold(statuses, status))
                .findFirst()
                .orElse("A");
    }

    /** The status of a figure that has none: Q if something in it is withheld, else M. */
    static String ofGap(int statuses) {
        return hold(statuses, "Q") ? "Q" : "M";
    }
}

package org.millwright.contract;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.millwright.model.Severity;

/**
 * What must hold within the figures of one source, in canonical units.
 *
 * <p>A case is checked only where every figure that it needs is present.
 */
public sealed interface Rule extends Serializable {
    String id();

    Severity severity();

    /** Share of the checked cases that may fail, 0..1. */
    double allow();

    /** The measures it looks at. */
    List<String> measures();

    /** Both sides agree: |left - right| at most max(tolerance, relative max(|left|, |right|)). */
    record Identity(
            String id, Severity severity, double allow, Formula left, Formula right, double tolerance, double relative)
            implements Rule {
        @Override
        public List<String> measures() {
            return Stream.of(left, right)
                    .flatMap(Formula::leaves)
                    .map(leaf -> ((Formula.Reference) leaf).name())
                    .toList();
        }
    }

    /**
     * The parts add up to the published total, for each area, period and measure.
     *
     * @param total activity code of the total, as it stands after the activity dimension was read
     * @param parts regular expression on the codes of the parts
     * @param measures the measures it holds for
     * @param from first period that it holds for: a part that begins later is in no year before, and nobody would miss it; empty
     *     for all periods
     */
    record Additivity(
            String id,
            Severity severity,
            double allow,
            String total,
            String parts,
            List<String> measures,
            String from,
            double tolerance,
            double relative)
            implements Rule {}

    /** Every figure of the measure lies between the bounds, both included. */
    record Range(String id, Severity severity, double allow, String measure, double minimum, double maximum)
            implements Rule {
        @Override
        public List<String> measures() {
            return List.of(measure);
        }
    }

    /** A figure cumulated from January never falls within its year. */
    record Cumulative(String id, Severity severity, double allow, String measure) implements Rule {
        @Override
        public List<String> measures() {
            return List.of(measure);
        }
    }
}

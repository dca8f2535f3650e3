package org.millwright.index;

import java.util.Arrays;
import org.millwright.contract.Composite;
import org.millwright.error.Problems;

/**
 * Three units and two indicators that are scores already:
 *
 * <pre>
 *        a    b   arithmetic  geometric   without a  without b
 * A    100   36      68 (1)     60 (2)      36 (3)    100 (1)
 * B     64   64      64 (2)     64 (1)      64 (1)     64 (2)
 * C     50   50      50 (3)     50 (3)      50 (2)     50 (3)
 * </pre>
 */
final class Tiny {
    private static final String DEFINITION = """
            id: tiny
            version: 1
            unit: unit
            normalise: {method: goalposts, lower: 1, upper: 100, scale-lower: 1, scale-upper: 100}
            robustness: %s
            tree:
              id: top
              children:
                - {indicator: a, weight: 1, direction: 1}
                - {indicator: b, weight: 1, direction: 1}
            """;

    private Tiny() {}

    /** @param robustness the section of that name, in the flow style of YAML */
    static Layout layout(String robustness) {
        Problems problems = new Problems();
        Composite composite = Composite.read("tiny.yaml", String.format(DEFINITION, robustness), problems)
                .orElseThrow();
        problems.throwIfAny();
        return new Layout(composite);
    }

    static CrossSection section() {
        boolean[] compared = new boolean[3];
        Arrays.fill(compared, true);
        return new CrossSection(
                "2020",
                new String[] {"", "", ""},
                new String[] {"A", "B", "C"},
                compared,
                new double[][] {{100, 64, 50}, {36, 64, 50}},
                null,
                new String[0][],
                null);
    }
}

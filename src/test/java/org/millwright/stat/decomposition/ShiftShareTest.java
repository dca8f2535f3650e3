package org.millwright.stat.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;
import org.millwright.testing.ReferenceTable;

class ShiftShareTest {
    private static final ShiftShare METHOD = new ShiftShare();
    private static final double RELATIVE = 1e-12;

    @Test
    void effectsOfEightSectorsAreThoseOfTheReference() {
        ReferenceTable expected = ReferenceTable.read("worked/computed/productivity_shiftshare_expected.csv");
        assertThat(expected.size()).isEqualTo(3);
        for (String year : expected.keys()) {
            Split split =
                    METHOD.split(SectorPanel.productivity(year), SectorPanel.productivity(expected.text(year, "to")));
            assertSum(split.effects()[0], expected.number(year, "within"));
            assertSum(split.effects()[1], expected.number(year, "between_static"));
            assertSum(split.effects()[2], expected.number(year, "between_dynamic"));
            assertSum(new double[] {split.total()}, expected.number(year, "total_change"));
        }
    }

    private static void assertSum(double[] effects, double expected) {
        // The change is the difference of two productivities of about 3, so that it has no more digits than they have.
        assertThat(Arrays.stream(effects).sum()).isCloseTo(expected, within(RELATIVE * Math.max(1, expected)));
    }

    /**
     * Two industries, value added 20 and 30, then 45 and 40; persons 10 and 10, then 15 and 5. Productivities 2 and 3, then 3 and
     * 8; shares one half each, then 3/4 and 1/4; of all 2.5, then 4.25.
     */
    @Test
    void twoIndustriesByHand() {
        Split split = METHOD.split(
                IndustryRatios.of(new double[] {20, 30}, new double[] {10, 10}),
                IndustryRatios.of(new double[] {45, 40}, new double[] {15, 5}));
        assertThat(split.effects()[0]).containsExactly(0.5 * 1, 0.5 * 5);
        assertThat(split.effects()[1]).containsExactly(2 * 0.25, 3 * -0.25);
        assertThat(split.effects()[2]).containsExactly(0.25 * 1, -0.25 * 5);
        assertThat(split.total()).isEqualTo(1.75);
    }

    @Test
    void negativeValueAddedIsSplitLikeAnyOther() {
        Split split = METHOD.split(
                IndustryRatios.of(new double[] {-10, 30}, new double[] {10, 10}),
                IndustryRatios.of(new double[] {10, 30}, new double[] {10, 10}));
        assertThat(split.effects()[0]).containsExactly(1.0, 0.0);
        assertThat(split.total()).isEqualTo(1);
    }

    @Test
    void industryThatAppearsHasNoProductivityBefore() {
        Split split = METHOD.split(
                IndustryRatios.of(new double[] {0, 30}, new double[] {0, 10}),
                IndustryRatios.of(new double[] {10, 30}, new double[] {5, 10}));
        assertThat(split.reason()).contains(Reason.DENOMINATOR);
        assertThat(split.effects()).isEmpty();
        assertThat(split.total()).isNaN();
    }

    @Test
    void negativeEmploymentIsNoEmployment() {
        Split split = METHOD.split(
                IndustryRatios.of(new double[] {10, 30}, new double[] {-5, 10}),
                IndustryRatios.of(new double[] {10, 30}, new double[] {5, 10}));
        assertThat(split.reason()).contains(Reason.SIGN);
    }
}

package org.millwright.stat.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;
import org.millwright.testing.ReferenceTable;

class RegionalShiftShareTest {
    private static final RegionalShiftShare METHOD = new RegionalShiftShare();
    private static final int INDUSTRIES = 4;

    /**
     * The table that Krumme published: of a growth of 630 the nation explains 290; of the remaining 340 the mix of industries makes
     * -80 ("composition"), and the region's own growth 420 ("differential").
     */
    @Test
    void effectsAreThoseOfKrummesTable() {
        ReferenceTable table = ReferenceTable.read("worked/shiftshare/krumme_uw.csv");
        double[] nation = industries(table, "nation_share_1985");
        double[] growth = industries(table, "nation_growth");
        double[] later = new double[INDUSTRIES];
        Arrays.setAll(later, i -> nation[i] * (1 + growth[i]));
        Split split = METHOD.split(
                IndustryRatios.of(industries(table, "region_1985"), nation),
                IndustryRatios.of(industries(table, "region_1995"), later));
        assertEffect(split.effects()[0], table, "national_effect");
        assertEffect(split.effects()[1], table, "published_composition");
        assertEffect(split.effects()[2], table, "published_differential");
        assertThat(split.total()).isEqualTo(630);
    }

    private static double[] industries(ReferenceTable table, String column) {
        return Arrays.copyOf(table.column(column), INDUSTRIES);
    }

    private static void assertEffect(double[] effects, ReferenceTable table, String column) {
        double[] expected = table.column(column);
        assertThat(effects).hasSize(INDUSTRIES);
        for (int i = 0; i < INDUSTRIES; i++) {
            assertThat(effects[i]).isCloseTo(expected[i], within(1e-10));
        }
        assertThat(Arrays.stream(effects).sum()).isCloseTo(expected[INDUSTRIES], within(1e-10));
    }

    @Test
    void industryThatIsNewInTheNationHasNoGrowthThere() {
        Split split = METHOD.split(
                IndustryRatios.of(new double[] {0, 5}, new double[] {0, 50}),
                IndustryRatios.of(new double[] {1, 5}, new double[] {2, 50}));
        assertThat(split.reason()).contains(Reason.DENOMINATOR);
    }

    @Test
    void negativeFigureDoesNotGrow() {
        Split split = METHOD.split(
                IndustryRatios.of(new double[] {3, 5}, new double[] {20, 50}),
                IndustryRatios.of(new double[] {3, 5}, new double[] {-20, 50}));
        assertThat(split.reason()).contains(Reason.SIGN);
    }
}

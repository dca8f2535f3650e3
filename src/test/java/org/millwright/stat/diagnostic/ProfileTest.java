package org.millwright.stat.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.millwright.testing.ReferenceTable;

class ProfileTest {
    private static final double NA = Double.NaN;

    @Test
    void sharesAreOfUnitsAndOfValues() {
        Profile profile = Profile.of(new double[] {0, NA, 3, -0.0, 3, 7, NA, 0});
        assertThat(profile.availability()).isEqualTo(6 / 8.0);
        assertThat(profile.zerosShare()).isEqualTo(3 / 6.0);
        assertThat(profile.uniqueShare()).isEqualTo(3 / 6.0);
    }

    @Test
    void emptyColumnHasNoShares() {
        Profile missing = Profile.of(new double[] {NA, NA});
        assertThat(missing.availability()).isZero();
        assertThat(missing.zerosShare()).isNaN();
        assertThat(missing.uniqueShare()).isNaN();
        assertThat(Profile.of(new double[0]).availability()).isNaN();
    }

    /** COINr's table of what its treatment found: an indicator that failed its first check has outliers. */
    @Test
    void indicatorsWithOutliersAreThoseThatCoinrFinds() {
        ReferenceTable found = ReferenceTable.read("coinr/treat/default_details.csv");
        ReferenceTable screened = ReferenceTable.read("coinr/default/screened.csv");
        for (String indicator : found.keys()) {
            Profile profile = Profile.of(screened.column(indicator));
            assertThat(profile.hasOutliers())
                    .as(indicator)
                    .isEqualTo(found.text(indicator, "check_SkewKurt0.Pass").equals("FALSE"));
            assertThat(profile.shape().skewness())
                    .as(indicator)
                    .isCloseTo(found.number(indicator, "check_SkewKurt0.Skew"), within(1e-9));
        }
    }

    /** From COINr's count of the cells of each country; the sums over all indicators agree. */
    @Test
    void missingAndZeroCellsAreThoseThatCoinrCounts() {
        ReferenceTable data = ReferenceTable.read("coinr/default/imputed.csv");
        ReferenceTable counted = ReferenceTable.read("coinr/default/screen_summary.csv");
        int missing = 0;
        int zeros = 0;
        for (String indicator : data.columns().subList(1, data.columns().size())) {
            Profile profile = Profile.of(data.column(indicator));
            missing += profile.rows() - profile.present();
            zeros += profile.zeros();
        }
        assertThat(missing).isEqualTo((int) sum(counted.column("N_missing")));
        assertThat(zeros).isEqualTo((int) sum(counted.column("N_zero")));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}

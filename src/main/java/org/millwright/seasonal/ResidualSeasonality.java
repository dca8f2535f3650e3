package org.millwright.seasonal;

import java.util.Arrays;
import jdplus.sa.base.core.diagnostics.ResidualSeasonalityTests;
import jdplus.sa.base.core.diagnostics.ResidualSeasonalityTestsOptions;
import jdplus.toolkit.base.api.stats.StatisticalTest;

/**
 * Whether the published adjusted series still has a season.
 *
 * <p>Two tests of JDemetra+ on the adjusted series, in logarithms where the model is: QS, the positive autocorrelations at the
 * lags of one and two years of the series, differenced until it is stationary; and F, whether dummies of the months explain
 * the last twelve years in an autoregression of order 1.
 *
 * @param qs probability of as large a QS statistic without a season; NaN where the test cannot be computed
 * @param f the same for F
 */
record ResidualSeasonality(double qs, double f) {
    /** Below this probability of either test a season is left. */
    static final double LEVEL = 0.01;

    static ResidualSeasonality of(Series series, Adjusted adjusted) {
        double[] figures = adjusted.adjusted();
        boolean log = adjusted.fit().model().log() && Arrays.stream(figures).allMatch(figure -> figure > 0);
        double[] tested = log ? Arrays.stream(figures).map(Math::log).toArray() : figures;
        ResidualSeasonalityTests tests = ResidualSeasonalityTests.builder()
                .series(series.data(tested))
                .ndiff(-1)
                .mean(true)
                .options(ResidualSeasonalityTestsOptions.getDefault())
                .build();
        return new ResidualSeasonality(probability(tests.qsTest()), probability(tests.fTest()));
    }

    private static double probability(StatisticalTest test) {
        return test == null ? Double.NaN : test.getPvalue();
    }

    boolean isLeft() {
        return qs < LEVEL || f < LEVEL;
    }
}

package org.millwright.stat.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.stat.Reference;
import org.millwright.testing.ReferenceTable;

/** Expected values: COINr 1.1.14 on its ASEM data, {@code i_mean} by row within each pillar; by hand. */
class RowImputationTest {

    @Test
    void meanOfThePillarAgreesWithCoinr() {
        ReferenceTable gaps = ReferenceTable.read("coinr/default/denominated.csv");
        ReferenceTable filled = ReferenceTable.read("coinr/impute/row_mean_bypillar.csv");
        ReferenceTable lineage = ReferenceTable.read("coinr/default/lineage.csv");
        ReferenceTable meta = ReferenceTable.read("coinr/inputs/iMeta.csv");
        int gapsSeen = 0;
        for (String indicator : lineage.keys()) {
            List<String> pillar = lineage.keys().stream()
                    .filter(other -> lineage.text(other, "Pillar").equals(lineage.text(indicator, "Pillar")))
                    .toList();
            for (String unit : gaps.keys()) {
                double value = gaps.number(unit, indicator);
                double expected = filled.number(unit, indicator);
                if (Double.isNaN(value)) {
                    gapsSeen++;
                    double[] row = pillar.stream()
                            .mapToDouble(other -> scale(gaps, meta, other).scaled(gaps.number(unit, other)))
                            .toArray();
                    value = scale(gaps, meta, indicator).unscaled(RowMean.DEFAULT.fill(row));
                }
                assertThat(value)
                        .as(indicator + " of " + unit)
                        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
            }
        }
        assertThat(gapsSeen).isEqualTo(65);
    }

    /** By hand: of 0.2 and 0.4 the mean is 0.3; of 0, 0.2 and 1 the median is 0.2. */
    @Test
    void byHand() {
        assertThat(RowMean.DEFAULT.fill(new double[] {0.4, Double.NaN, 0.2})).isCloseTo(0.3, within(1e-15));
        assertThat(RowMedian.DEFAULT.fill(new double[] {1, Double.NaN, 0, 0.2})).isEqualTo(0.2);
    }

    @Test
    void rowWithoutValuesFillsNothing() {
        assertThat(RowMean.DEFAULT.fill(new double[] {Double.NaN})).isNaN();
        assertThat(RowMedian.DEFAULT.fill(new double[] {Double.NaN, Double.NaN}))
                .isNaN();
    }

    /** By hand on 10 to 30: 25 is three quarters of the way up, a quarter where less is better. */
    @Test
    void scaleTurnsWithTheDirectionAndBack() {
        assertThat(new RowScale(10, 30, 1).scaled(25)).isEqualTo(0.75);
        assertThat(new RowScale(10, 30, 1).unscaled(0.75)).isEqualTo(25);
        assertThat(new RowScale(10, 30, -1).scaled(25)).isEqualTo(0.25);
        assertThat(new RowScale(10, 30, -1).unscaled(0.25)).isEqualTo(25);
        assertThat(new RowScale(10, 30, -1).scaled(Double.NaN)).isNaN();
    }

    @Test
    void constantIndicatorSaysNothingAboutOthersAndIsFilledWithItsConstant() {
        assertThat(new RowScale(5, 5, 1).scaled(5)).isNaN();
        assertThat(new RowScale(5, 5, -1).unscaled(0.3)).isEqualTo(5);
    }

    private static RowScale scale(ReferenceTable gaps, ReferenceTable meta, String indicator) {
        double[] values = Reference.presentAscending(gaps.column(indicator));
        String[] codes = meta.texts("iCode");
        double[] directions = meta.column("Direction");
        int direction = (int) directions[List.of(codes).indexOf(indicator)];
        return new RowScale(values[0], values[values.length - 1], direction);
    }
}

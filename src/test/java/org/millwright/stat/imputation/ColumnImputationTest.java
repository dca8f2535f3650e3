package org.millwright.stat.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.stat.Reference;
import org.millwright.testing.ReferenceTable;

/** Expected values: COINr 1.1.14 on its ASEM data; by hand. */
class ColumnImputationTest {

    @Test
    void medianAgreesWithCoinr() {
        ReferenceTable gaps = ReferenceTable.read("coinr/default/denominated.csv");
        ReferenceTable filled = ReferenceTable.read("coinr/impute/col_median.csv");
        for (String indicator : indicators(gaps)) {
            double median = Median.DEFAULT.fill(Reference.of(gaps.column(indicator)));
            for (String unit : gaps.keys()) {
                assertFilled(gaps.number(unit, indicator), median, filled.number(unit, indicator));
            }
        }
    }

    /** The standard build imputes the mean of Europe, or of Asia. */
    @Test
    void meanOfTheGroupAgreesWithCoinr() {
        ReferenceTable gaps = ReferenceTable.read("coinr/default/denominated.csv");
        ReferenceTable filled = ReferenceTable.read("coinr/default/imputed.csv");
        Map<String, String> groups = groups();
        for (String indicator : indicators(gaps)) {
            for (String unit : gaps.keys()) {
                double[] group = gaps.keys().stream()
                        .filter(other -> groups.get(other).equals(groups.get(unit)))
                        .mapToDouble(other -> gaps.number(other, indicator))
                        .toArray();
                double mean = Mean.DEFAULT.fill(Reference.of(group));
                assertFilled(gaps.number(unit, indicator), mean, filled.number(unit, indicator));
            }
        }
    }

    /** By hand: (1 + 2 + 6)/3; the middle of 1, 2, 6; the mean of the middle two of 1, 2, 6, 9. */
    @Test
    void byHand() {
        assertThat(Mean.DEFAULT.fill(Reference.of(6, Double.NaN, 1, 2))).isEqualTo(3);
        assertThat(Median.DEFAULT.fill(Reference.of(6, Double.NaN, 1, 2))).isEqualTo(2);
        assertThat(Median.DEFAULT.fill(Reference.of(6, 9, 1, 2))).isEqualTo(4);
        assertThat(new Constant(7).fill(Reference.of(6, 9, 1, 2))).isEqualTo(7);
    }

    @Test
    void nothingIsFilledFromNothing() {
        assertThat(Mean.DEFAULT.fill(Reference.of(Double.NaN))).isNaN();
        assertThat(Median.DEFAULT.fill(Reference.of())).isNaN();
        assertThat(Constant.DEFAULT.fill(Reference.of(1, 2))).isNaN();
    }

    @Test
    void infiniteConstantIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Constant(Double.NEGATIVE_INFINITY));
    }

    @Test
    void allUnitsAreOneGroupByDefault() {
        assertThat(List.<Imputation.ByColumn>of(Mean.DEFAULT, Median.DEFAULT, new Constant(1)))
                .allSatisfy(method -> assertThat(method.by()).isEmpty());
    }

    private static void assertFilled(double value, double fill, double expected) {
        double result = Double.isNaN(value) ? fill : value;
        assertThat(result).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    private static List<String> indicators(ReferenceTable table) {
        return table.columns().subList(1, table.columns().size());
    }

    private static Map<String, String> groups() {
        ReferenceTable data = ReferenceTable.read("coinr/inputs/iData.csv");
        String[] units = data.texts("uCode");
        String[] groups = data.texts("EurAsia_group");
        Map<String, String> groupOf = new HashMap<>();
        IntStream.range(0, units.length).forEach(i -> groupOf.put(units[i], groups[i]));
        return groupOf;
    }
}

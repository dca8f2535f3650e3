package org.millwright.stat.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.testing.ReferenceTable;

/** Eight sectors in four years; the expected values were computed with 50 digits. */
class StructuralReferenceTest {
    private static final double RELATIVE = 1e-12;

    private static double[] shares(String year, String measure) {
        ReferenceTable input = ReferenceTable.read("worked/computed/structure_input.csv");
        String[] years = input.texts("year");
        double[] column = input.column(measure);
        return Distribution.of(IntStream.range(0, input.size())
                        .filter(i -> years[i].equals(year))
                        .mapToDouble(i -> column[i])
                        .toArray())
                .shares();
    }

    private static void assertReference(double computed, double expected) {
        assertThat(computed).isCloseTo(expected, within(RELATIVE * expected));
    }

    @ParameterizedTest
    @CsvSource({"2015,2016", "2016,2020", "2020,2023"})
    void changesOfValueAddedAndForLilienOfEmployment(String from, String to) {
        ReferenceTable expected = ReferenceTable.read("worked/computed/structure_change_expected.csv");
        double[] base = shares(from, "value_added");
        double[] shares = shares(to, "value_added");
        assertThat(expected.text(from, "to")).isEqualTo(to);
        assertReference(StructuralChange.DEFAULT.of(base, shares), expected.number(from, "nav_half_sum_abs"));
        assertReference(MooreCosine.DEFAULT.of(base, shares), expected.number(from, "moore_cosine"));
        assertReference(MooreAngle.DEFAULT.of(base, shares), expected.number(from, "moore_angle_deg"));
        assertReference(
                Lilien.DEFAULT.of(shares(from, "employment"), shares(to, "employment")),
                expected.number(from, "lilien_mean_share_weights"));
    }

    @ParameterizedTest
    @CsvSource({"2015", "2016", "2020", "2023"})
    void levelsOfValueAdded(String year) {
        ReferenceTable expected = ReferenceTable.read("worked/computed/structure_level_expected.csv");
        double[] shares = shares(year, "value_added");
        assertReference(Hhi.DEFAULT.of(shares), expected.number(year, "HHI"));
        assertReference(Shannon.DEFAULT.of(shares), expected.number(year, "shannon_H"));
        assertReference(Theil.DEFAULT.of(shares(year, "employment"), shares), expected.number(year, "theil_TL"));
    }
}

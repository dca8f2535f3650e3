package org.millwright.stat.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.stat.Reference;
import org.millwright.testing.ReferenceTable;

/** COINr 1.1.14 on its ASEM data: {@code Treat} with its defaults, on its own and as a stage of the standard build. */
class CoinrTreatmentTest {
    private static final double TOLERANCE = 1e-9;
    private static final String BOTH =
            "coinr/treat/default_x.csv, coinr/treat/default_points.csv, coinr/treat/default_details.csv";
    private static final String STAGE =
            "coinr/default/treated.csv, coinr/default/treated_points.csv, coinr/default/treat_details.csv";

    @ParameterizedTest
    @CsvSource({BOTH, STAGE})
    void agreesOnEveryIndicatorAndCell(String treatedFile, String pointsFile, String detailsFile) {
        ReferenceTable raw = ReferenceTable.read("coinr/default/screened.csv");
        ReferenceTable treated = ReferenceTable.read(treatedFile);
        ReferenceTable points = ReferenceTable.read(pointsFile);
        ReferenceTable details = ReferenceTable.read(detailsFile);
        List<String> indicators = raw.columns().subList(1, raw.columns().size());
        assertThat(indicators).hasSize(49);
        for (String indicator : indicators) {
            Map<String, Double> decision = Winsorise.DEFAULT.estimate(Reference.of(raw.column(indicator)));
            assertDetails(indicator, decision, details);
            for (String unit : raw.keys()) {
                double value = raw.number(unit, indicator);
                double result = Winsorise.DEFAULT.treat(value, decision);
                double expected = treated.number(unit, indicator);
                assertThat(result)
                        .as(indicator + " of " + unit)
                        .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
                assertThat(touched(value, result)).isEqualTo(points.text(unit, indicator));
            }
        }
    }

    private static String touched(double value, double result) {
        if (value == result) {
            return "";
        }
        return result < value ? "winhi" : "winlo";
    }

    private static void assertDetails(String indicator, Map<String, Double> decision, ReferenceTable details) {
        assertDetail(indicator, decision, "skewness_before", details.number(indicator, "check_SkewKurt0.Skew"));
        assertDetail(indicator, decision, "kurtosis_before", details.number(indicator, "check_SkewKurt0.Kurt"));
        assertDetail(indicator, decision, "points", details.number(indicator, "winsorise.nwin"));
        assertDetail(indicator, decision, "skewness_after", details.number(indicator, "check_SkewKurt1.Skew"));
        assertDetail(indicator, decision, "kurtosis_after", details.number(indicator, "check_SkewKurt1.Kurt"));
    }

    /** What COINr did not do is NA there and not among the parameters here. */
    private static void assertDetail(String indicator, Map<String, Double> decision, String name, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(decision).as(indicator).doesNotContainKey(name);
        } else {
            assertThat(decision.get(name))
                    .as(indicator + " " + name)
                    .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
        }
    }
}

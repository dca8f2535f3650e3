package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;
import org.millwright.stat.Reference;

/** COINr's table of min-max, which the best country as reference must give, and hand computations. */
class DistanceToReferenceTest {
    private static final DistanceToReference GERMANY = new DistanceToReference("DE", false, 100);

    @Test
    void bestCountryAsReferenceGivesMinMax() {
        AsemScores.assertReproduced("coinr/normalise/minmax_0_100.csv", column -> {
            Reference window = new Reference(Reference.presentAscending(column.values()), new double[] {column.best()});
            return scores(GERMANY, column.direction(), window, column.values());
        });
    }

    @Test
    void referenceUnitScoresTheScale() {
        // 100 (1 - (4 - x)/(4 - 2)); turned 100 (1 - (x - 4)/(10 - 4))
        assertThat(scores(GERMANY, 1, germanyAt(4), 2, 4, 10)).containsExactly(0, 100, 400);
        assertThat(scores(GERMANY, -1, germanyAt(4), 1, 4, 10)).containsExactly(150, 100, 0);
    }

    @Test
    void valuesBetterThanTheReferenceAreCappedIfDeclared() {
        assertThat(scores(new DistanceToReference("DE", true, 1), 1, germanyAt(4), 2, 3, 10))
                .containsExactly(0, 0.5, 1);
    }

    @Test
    void referenceOfSeveralPeriodsIsTheirMean() {
        assertThat(GERMANY.estimate(germanyAt(4, 9), 1)).containsEntry("reference", 6.5);
    }

    @Test
    void referenceWithoutAValueOrWithTheWorstGivesNoScore() {
        assertThat(scores(GERMANY, 1, germanyAt(), 4)).containsExactly(Double.NaN);
        assertThat(scores(GERMANY, 1, germanyAt(2), 4)).containsExactly(Double.NaN);
        assertThat(scores(GERMANY, -1, germanyAt(10), 4)).containsExactly(Double.NaN);
        assertThat(GERMANY.undefined()).isEqualTo(Reason.NO_SCALE);
    }

    @Test
    void unitIsAskedForOnlyIfDeclared() {
        assertThat(GERMANY.referenceUnit()).contains("DE");
        assertThat(DistanceToReference.DEFAULT.referenceUnit()).isEmpty();
        assertThat(DistanceToReference.DEFAULT.isDeclared()).isFalse();
    }

    @Test
    void scaleOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DistanceToReference("DE", false, Double.NaN));
    }

    private static Reference germanyAt(double... values) {
        return new Reference(new double[] {2, 4, 10}, values);
    }
}

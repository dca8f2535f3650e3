package org.millwright.stat.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The thresholds of COINr's {@code plot_corr}: -0.4, 0.3 and 0.9; and of its {@code get_stats}: 0.65, 0.5 and 0.5. */
class FlagTest {
    @Test
    void relatedShouldGoTogetherButNotToTheLastDigit() {
        assertThat(Flag.ofRelated(0.95)).contains(Flag.REDUNDANT);
        assertThat(Flag.ofRelated(0.9)).isEmpty();
        assertThat(Flag.ofRelated(0.3)).isEmpty();
        assertThat(Flag.ofRelated(0.29)).contains(Flag.WEAK);
        assertThat(Flag.ofRelated(-0.4)).contains(Flag.WEAK);
        assertThat(Flag.ofRelated(-0.41)).contains(Flag.CONFLICTING);
    }

    @Test
    void unrelatedMayBeUncorrelated() {
        assertThat(Flag.ofUnrelated(0)).isEmpty();
        assertThat(Flag.ofUnrelated(0.95)).contains(Flag.REDUNDANT);
        assertThat(Flag.ofUnrelated(-0.5)).contains(Flag.CONFLICTING);
    }

    @Test
    void sharesHaveTheirThresholds() {
        assertThat(Flag.ofAvailability(0.64)).contains(Flag.LOW_AVAILABILITY);
        assertThat(Flag.ofAvailability(0.65)).isEmpty();
        assertThat(Flag.ofZeros(0.51)).contains(Flag.MANY_ZEROS);
        assertThat(Flag.ofZeros(0.5)).isEmpty();
        assertThat(Flag.ofUnique(0.49)).contains(Flag.FEW_UNIQUE);
        assertThat(Flag.ofUnique(0.5)).isEmpty();
        assertThat(Flag.ofAlpha(0.69)).contains(Flag.INCONSISTENT);
    }

    @Test
    void undefinedHasNoFlag() {
        assertThat(Flag.ofRelated(Double.NaN)).isEmpty();
        assertThat(Flag.ofAvailability(Double.NaN)).isEmpty();
        assertThat(Flag.ofZeros(Double.NaN)).isEmpty();
        assertThat(Flag.ofUnique(Double.NaN)).isEmpty();
        assertThat(Flag.ofAlpha(Double.NaN)).isEmpty();
    }
}

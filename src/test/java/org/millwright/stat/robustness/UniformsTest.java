package org.millwright.stat.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Philox4x32-10 against the known answers of the Random123 distribution (file tests/kat_vectors), and its use. */
class UniformsTest {
    @Test
    void wordsAreTheKnownAnswers() {
        assertThat(Uniforms.philox(new int[] {0, 0, 0, 0}, 0))
                .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(Uniforms.philox(new int[] {-1, -1, -1, -1}, -1))
                .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(Uniforms.philox(new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0x299f31d0_a4093822L))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    /** The first two words of the zero key and counter are 6627e8d5 e169c58d: their upper 53 bits, and one half. */
    @Test
    void uniformIsMadeOfTheFirstTwoWords() {
        double expected = ((0x6627e8d5_e169c58dL >>> 11) + 0.5) / Math.pow(2, 53);
        assertThat(new Uniforms(0).at(0, 0, 0)).isEqualTo(expected);
    }

    @Test
    void everyPlaceHasItsOwnNumber() {
        Set<Double> seen = new HashSet<>();
        for (long seed = 1; seed <= 2; seed++) {
            for (long row : new long[] {0, 1, 2, 1L << 32, 1L << 33}) {
                for (int factor = 0; factor < 4; factor++) {
                    for (double uniform : new Uniforms(seed).draws(row, factor, 3)) {
                        seen.add(uniform);
                    }
                }
            }
        }
        assertThat(seen).hasSize(2 * 5 * 4 * 3).allMatch(uniform -> uniform > 0 && uniform < 1);
    }

    /** 100,000 draws: the standard error of the mean is 0.0009, of the variance 0.0002. */
    @Test
    void numbersAreUniform() {
        Uniforms uniforms = new Uniforms(7);
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < 100_000; row++) {
            double fromMiddle = uniforms.at(row, 3, 0) - 0.5;
            sum += fromMiddle;
            squares += fromMiddle * fromMiddle;
        }
        assertThat(sum / 100_000).isCloseTo(0, within(0.004));
        assertThat(squares / 100_000).isCloseTo(1.0 / 12, within(0.001));
    }
}

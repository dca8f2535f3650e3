package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.millwright.stat.normalisation.DistanceToTarget;
import org.millwright.stat.normalisation.MinMax;
import org.millwright.stat.normalisation.Rank;
import org.millwright.stat.normalisation.ZScore;

class MethodTest {

    @Test
    void idIsTheNameInSmallLettersWithHyphensBetweenItsWords() {
        assertThat(MinMax.DEFAULT.id()).isEqualTo("min-max");
        assertThat(Rank.DEFAULT.id()).isEqualTo("rank");
        assertThat(ZScore.DEFAULT.id()).isEqualTo("z-score");
        assertThat(Method.id(DistanceToTarget.class)).isEqualTo("distance-to-target");
    }
}

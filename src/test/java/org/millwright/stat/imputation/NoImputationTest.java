package org.millwright.stat.imputation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoImputationTest {

    @Test
    void isCalledNoneAndIsOfNoKindThatFills() {
        assertThat(NoImputation.DEFAULT.id()).isEqualTo("none");
        assertThat(NoImputation.DEFAULT)
                .isNotInstanceOfAny(Imputation.ByColumn.class, Imputation.ByRow.class, Imputation.AlongTime.class);
    }
}

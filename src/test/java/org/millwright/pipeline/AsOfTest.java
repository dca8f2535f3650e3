package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.millwright.error.MillwrightException;
import org.millwright.testing.LocalSession;

class AsOfTest {
    private static Dataset<Row> observations() {
        List<Row> rows = List.of(
                RowFactory.create("yearbook", "2024-09-30"),
                RowFactory.create("yearbook", "2025-09-30"),
                RowFactory.create("survey", "2025-03-31"));
        return LocalSession.shared().createDataFrame(rows, StructType.fromDDL("source STRING, vintage STRING"));
    }

    private static AsOf on(String day) {
        return new AsOf(Optional.of(day));
    }

    @Test
    void laterVintagesAreNotKnown() {
        assertThat(on("2025-09-29").known(observations()).count()).isEqualTo(2);
        assertThat(on("2025-09-30").known(observations()).count()).isEqualTo(3);
        assertThat(new AsOf(Optional.empty()).known(observations()).count()).isEqualTo(3);
    }

    @Test
    void sourceThatHadNotBegunIsNamed() {
        assertThat(on("2025-03-30").unknown(observations()))
                .containsExactly("survey: the first figures are of 2025-03-31");
        assertThat(on("2025-03-31").unknown(observations())).isEmpty();
        assertThat(new AsOf(Optional.empty()).unknown(observations())).isEmpty();
    }

    @Test
    void dayBeforeAllOfThemIsRefusedWithTheFirstThatCouldBeGiven() {
        assertThatThrownBy(() -> on("1990-01-01").unknown(observations()))
                .isInstanceOf(MillwrightException.class)
                .hasMessageContaining("yearbook: the first figures are of 2024-09-30");
    }
}

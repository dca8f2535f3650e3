package org.millwright.demo;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.testing.LocalSession;

class EnterpriseRegisterTest {
    private static final long ROWS = 5_000;

    @TempDir
    private Path folder;

    private static Dataset<Row> rows(long seed) {
        return new EnterpriseRegister(LocalSession.shared(), seed, ROWS).rows();
    }

    private static List<Row> sorted(Dataset<Row> rows) {
        return rows.orderBy("enterprise", "year").collectAsList();
    }

    @Test
    void rowsDependOnTheSeedAloneAndNotOnTheWriters() {
        List<Row> written = sorted(LocalSession.shared().read().parquet(written()));
        assertThat(written).hasSize((int) ROWS).isEqualTo(sorted(rows(3))).isNotEqualTo(sorted(rows(4)));
    }

    private String written() {
        List<Path> files = new EnterpriseRegister(LocalSession.shared(), 3, ROWS).write(folder.resolve("data"));
        return files.get(0).getParent().toString();
    }

    @Test
    void enterpriseKeepsItsAreaAndDivisionForFiveYears() {
        List<Row> enterprises =
                rows(3).select("enterprise", "area", "division").distinct().collectAsList();
        assertThat(enterprises).hasSize((int) ROWS / 5);
        assertThat(rows(3).select("enterprise", "year").distinct().count()).isEqualTo(ROWS);
        assertThat(rows(3).select("division").distinct().count()).isEqualTo(32);
        assertThat(rows(3).select("area").distinct().count()).isEqualTo(31);
    }

    @Test
    void figuresAreComplete() {
        assertThat(rows(3).na().drop().count()).isEqualTo(ROWS);
        assertThat(rows(3).filter(col("value_added")
                                .gt(col("revenue"))
                                .or(col("employment").lt(1)))
                        .count())
                .isZero();
        assertThat(rows(3).filter(col("profit").lt(0)).count()).isBetween(1L, ROWS / 4);
    }
}

package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.lake.ReleaseInfo;
import org.millwright.testing.LocalSession;

/** A small run goes another way through the engine than a large one, and to the same figures. */
class WorkloadTest {
    private static final String[] FIGURES = {
        "CN,31,2020,80,9", "CN,32,2020,150,9", "CN,33,2020,90,9", "CN,40,2020,80,9",
        "CN,31,2021,100,10", "CN,32,2021,200,10", "CN,33,2021,101,10", "CN,40,2021,103,20",
        "XB,31,2020,7,9", "XB,32,2020,11,9", "XB,40,2021,13.7,9", "XB,99,2021,1,1"
    };
    private static final String[] REVISED = {"CN,31,2021,150.1,10", "CN,33,2022,1,1", "CN,40,2022,1,3"};

    @TempDir
    private Path folder;

    @Test
    void bothWaysGiveTheSameFigures() {
        Map<String, List<Object>> small = tables("small", LocalSession.shared());
        assertThat(small).hasSizeGreaterThan(20);
        assertThat(small.get("index_scores")).isNotEmpty();
        assertThat(small).isEqualTo(tables("large", withoutSmallRuns()));
    }

    private Map<String, List<Object>> tables(String name, SparkSession session) {
        Workshop workshop = new Workshop(folder.resolve(name));
        workshop.computeIndex();
        workshop.land("tiny-2022-03-01.csv", FIGURES);
        workshop.land("tiny-2022-09-01.csv", REVISED);
        RunReport report = workshop.run(Optional.empty(), false, () -> session);
        Map<String, List<Object>> tables = new TreeMap<>();
        for (ReleaseInfo.Table table : report.tables()) {
            tables.put(
                    table.name(),
                    workshop.ask("SELECT to_json(t) FROM (SELECT COLUMNS(c -> c <> 'run') FROM " + table.name()
                            + " ORDER BY ALL) t"));
        }
        // They tell of the run itself.
        tables.keySet().removeAll(List.of("runs", "releases"));
        return tables;
    }

    @Test
    void onlyASmallRunIsGatheredAndNotCompiled() {
        SparkSession shared = LocalSession.shared();
        Workload small = new Workload(shared, 1000);
        assertThat(small.gathered(small.session().range(0, 10, 1, 5).toDF())
                        .rdd()
                        .getNumPartitions())
                .isOne();
        assertThat(small.session().conf().get("spark.sql.codegen.wholeStage")).isEqualTo("false");
        Workload large = new Workload(shared, 1L << 30);
        assertThat(large.gathered(large.session().range(0, 10, 1, 5).toDF())
                        .rdd()
                        .getNumPartitions())
                .isEqualTo(5);
        assertThat(large.session().conf().get("spark.sql.codegen.wholeStage")).isEqualTo("true");
        assertThat(shared.conf().get("spark.sql.adaptive.enabled")).isEqualTo("true");
    }

    /** On an uneven number of partitions, which the figures shall not depend on either. */
    private static SparkSession withoutSmallRuns() {
        SparkSession session = LocalSession.shared().newSession();
        session.conf().set(Workload.SMALL_RUN, "0");
        session.conf().set("spark.sql.shuffle.partitions", "7");
        return session;
    }
}

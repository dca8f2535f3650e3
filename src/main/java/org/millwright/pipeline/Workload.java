package org.millwright.pipeline;

import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.millwright.lake.Ledger;
import org.millwright.model.InputFile;

/**
 * How much a run goes through, and the session that suits it. The figures are the same whatever is chosen here.
 *
 * <p>What a run over a few thousand figures takes is neither reading nor reckoning: it is the hundreds of jobs of thirty
 * tables, each with a plan to make, classes to compile and rows to shuffle. Where all rows stand in one partition from the
 * start, nothing is shuffled after it; and a plan that is gone through as it is needs no compiler.
 */
final class Workload {
    /** The setting of Spark that says below which size of its files a run is small. */
    static final String SMALL_RUN = "spark.millwright.smallRun";

    private static final String LIMIT = "512k";

    private final SparkSession session;
    private final boolean small;

    /**
     * Chooses the session: that of the engine, or for a small run one of its own beside it.
     *
     * @param bytes the size of all files whose figures the run goes through
     */
    Workload(SparkSession usual, long bytes) {
        small = bytes < JavaUtils.byteStringAsBytes(usual.conf().get(SMALL_RUN, LIMIT));
        session = small ? suited(usual.newSession()) : usual;
    }

    /** That of a run, which goes through all files whose figures the tables will hold after it. */
    static Workload of(SparkSession usual, RunPlan plan, String run) {
        long bytes = plan.ledgerAfter(run).files().stream()
                .map(Ledger.Entry::file)
                .mapToLong(InputFile::size)
                .sum();
        return new Workload(usual, bytes);
    }

    private static SparkSession suited(SparkSession session) {
        RuntimeConfig settings = session.conf();
        settings.set("spark.sql.shuffle.partitions", 1);
        settings.set("spark.sql.adaptive.enabled", false);
        settings.set("spark.sql.codegen.wholeStage", false);
        settings.set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        return session;
    }

    SparkSession session() {
        return session;
    }

    /** The rows that everything else is computed from: in one partition, if the run is small. */
    Dataset<Row> gathered(Dataset<Row> rows) {
        return small ? rows.coalesce(1) : rows;
    }
}

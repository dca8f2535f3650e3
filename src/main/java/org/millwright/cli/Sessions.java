package org.millwright.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.util.ConfigUtil;
import org.apache.spark.sql.SparkSession;
import org.millwright.storage.LocalFiles;

/** Makes the Spark session; the only place that does. Under {@code spark-submit} its master and settings win. */
public final class Sessions {
    private static final String FILES_WITHOUT_CONTEXT =
            "org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager";

    private static final Set<String> CLUSTER_DEFAULTS = Set.of("mapred-default.xml", "yarn-default.xml");

    private Sessions() {}

    public static SparkSession open() {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("millwright")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                // Every reader of the field understands microseconds; INT96 is deprecated.
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.sql.session.timeZone", "UTC")
                // Readers find their way by the release, not by statistics of files, which cost half of a small write.
                .config("spark.databricks.delta.stats.collect", "false")
                // The list of a table's files in every checksum file costs a job a write.
                .config("spark.databricks.delta.allFilesInCrc.enabled", "false")
                // Both write a file beside and rename it, as the defaults do; but these ask Hadoop's FileContext, which
                // starts a process (readlink) for every local file it looks at. The lake's lock keeps others out.
                .config("spark.delta.logStore.file.impl", "io.delta.storage.LocalLogStore")
                .config("spark.sql.streaming.checkpointFileManagerClass", FILES_WITHOUT_CONTEXT)
                // Delta's own small tables need one partition, not fifty.
                .config("spark.databricks.delta.snapshotPartitions", "1");
        if (System.getProperty("spark.master") == null) {
            embedded(builder);
        }
        SparkSession session = builder.getOrCreate();
        if (session.sparkContext().isLocal()) {
            forgetClusterDefaults(session.sparkContext().hadoopConfiguration());
        }
        return session;
    }

    /**
     * Takes Hadoop's defaults for MapReduce and YARN out of its settings, two thirds of which they are. Spark sends all of them to
     * every task that reads or writes, packed one by one: a sixth of a small run.
     */
    private static void forgetClusterDefaults(Configuration hadoop) {
        // Else they come when the first job is made, and stay.
        ConfigUtil.loadResources();
        StreamSupport.stream(hadoop.spliterator(), false)
                .map(Map.Entry::getKey)
                .filter(name -> isClusterDefault(hadoop.getPropertySources(name)))
                .toList()
                .forEach(hadoop::unset);
    }

    private static boolean isClusterDefault(String[] sources) {
        return sources != null && CLUSTER_DEFAULTS.containsAll(List.of(sources));
    }

    /** The embedded engine: everything near the number of cores, and no web interface. */
    private static void embedded(SparkSession.Builder builder) {
        int cores = Runtime.getRuntime().availableProcessors();
        builder.master("local[" + cores + "]")
                .config("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", cores)
                .config("spark.default.parallelism", cores)
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", cores)
                .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false")
                .config("spark.scheduler.mode", "FAIR")
                .config("spark.shuffle.compress", "false")
                .config("spark.sql.inMemoryColumnarStorage.compressed", "false")
                // A small map before the large one does not pay where nearly every row is a group of its own.
                .config("spark.sql.codegen.aggregate.map.twolevel.enabled", "false")
                // Nobody looks at the plans of an embedded run; to print them costs a tenth of it.
                .config("spark.sql.maxPlanStringLength", "0")
                .config("spark.ui.showConsoleProgress", "false");
    }
}

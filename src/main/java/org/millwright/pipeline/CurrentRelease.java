package org.millwright.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.millwright.contract.TableContract;
import org.millwright.lake.Lake;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;

/** The tables of the release that readers see while a run is on. */
record CurrentRelease(SparkSession session, Lake lake) {
    /** The rows of a table; none before the first release that has it. */
    Dataset<Row> table(TableContract contract) {
        Releases releases = new Releases(lake);
        Optional<Path> file = releases.current()
                .flatMap(releases::folder)
                .map(folder -> folder.resolve(contract.name() + ".parquet"))
                .filter(Files::exists);
        return file.map(path -> session.read().schema(contract.schema()).parquet(path.toString()))
                .orElseGet(() -> session.createDataFrame(List.of(), contract.schema()));
    }

    /** The day whose knowledge it shows; empty for the latest, and before the first release. */
    Optional<String> asOf() {
        Releases releases = new Releases(lake);
        return releases.current()
                .flatMap(releases::manifest)
                .map(ReleaseInfo::asOf)
                .filter(day -> !day.isEmpty());
    }
}

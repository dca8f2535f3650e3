package org.millwright.publish;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.millwright.contract.Definitions;
import org.millwright.lake.Lake;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.RunInfo;

/** The runs and releases of a lake as tables, the one that is being made among them. */
public final class History {
    private final Lake lake;
    private final Definitions definitions;

    public History(Lake lake, Definitions definitions) {
        this.lake = lake;
        this.definitions = definitions;
    }

    public Dataset<Row> runs(SparkSession session, RunInfo now) {
        List<RunInfo> all = new ArrayList<>(RunInfo.all(lake));
        all.removeIf(run -> run.run().equals(now.run()));
        all.add(now);
        List<Row> rows = all.stream()
                .map(run -> RowFactory.create(
                        run.run(),
                        run.startedAt(),
                        run.endedAt(),
                        run.outcome(),
                        run.exitCode(),
                        run.release(),
                        run.sources().stream()
                                .mapToLong(RunInfo.Source::accepted)
                                .sum(),
                        run.sources().stream()
                                .mapToLong(RunInfo.Source::rejected)
                                .sum(),
                        run.sources().stream()
                                .mapToLong(RunInfo.Source::excluded)
                                .sum()))
                .toList();
        return session.createDataFrame(rows, definitions.table("runs").schema()).coalesce(1);
    }

    /** @param current the release that readers see once this one is there */
    public Dataset<Row> releases(SparkSession session, String now, String publishedAt, String current) {
        List<Row> rows = new ArrayList<>();
        for (ReleaseInfo release : new Releases(lake).all()) {
            boolean isCurrent = release.release().equals(current);
            rows.add(RowFactory.create(release.release(), release.publishedAt(), release.run(), isCurrent));
        }
        rows.add(RowFactory.create(now, publishedAt, now, now.equals(current)));
        return session.createDataFrame(rows, definitions.table("releases").schema())
                .coalesce(1);
    }
}

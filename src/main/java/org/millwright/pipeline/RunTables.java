package org.millwright.pipeline;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.contract.Definitions;
import org.millwright.lake.DeltaTables;

/** The tables as one run writes them: by their names, stamped with the run, limited to its periods, and remembered. */
final class RunTables {
    private static final String RUN = "run";

    private final DeltaTables tables;
    private final Definitions definitions;
    private final PeriodWindow periods;
    private final String run;
    private final Set<String> written = new ConcurrentSkipListSet<>();

    RunTables(DeltaTables tables, Definitions definitions, PeriodWindow periods, String run) {
        this.tables = tables;
        this.definitions = definitions;
        this.periods = periods;
        this.run = run;
    }

    Dataset<Row> read(String table) {
        return tables.read(definitions.table(table));
    }

    void append(String table, Dataset<Row> rows) {
        keep(table);
        tables.append(definitions.table(table), rows.withColumn(RUN, lit(run)));
    }

    void replaceWhere(String table, Dataset<Row> rows, String condition) {
        keep(table);
        tables.replaceWhere(definitions.table(table), rows.withColumn(RUN, lit(run)), condition);
    }

    void replace(String table, Dataset<Row> rows) {
        keep(table);
        boolean stamped = definitions.table(table).schema().getFieldIndex(RUN).isDefined();
        boolean hasOwn = List.of(rows.columns()).contains(RUN);
        Dataset<Row> limited = periods.limit(definitions.table(table), rows);
        tables.replace(definitions.table(table), stamped && !hasOwn ? limited.withColumn(RUN, lit(run)) : limited);
    }

    /** Lets a table be as it is: it belongs to the release like those that are written. */
    void keep(String table) {
        written.add(table);
    }

    /** The tables of the release, by name. */
    List<String> written() {
        return List.copyOf(written);
    }

    /** The newest version of each table. */
    Map<String, Long> versions(List<String> names) {
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> tables.newest(definitions.table(name))
                                .orElseThrow()
                                .number()));
    }
}

package org.millwright.validate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.millwright.contract.Definitions;
import org.millwright.contract.SourceContract;

/**
 * Judges records against their contracts.
 *
 * <p>Input: records of {@code ingest}. Output: {@link Cells#SCHEMA}, laid out so that all figures of one source, area,
 * vintage and year stand together in one partition, sorted by key. Nothing is dropped: what is not accepted is there
 * with its rule.
 */
public final class Validation {
    private static final Encoder<Row> CELLS = Encoders.row(Cells.SCHEMA);

    private final Definitions definitions;

    public Validation(Definitions definitions) {
        this.definitions = definitions;
    }

    public Dataset<Row> judge(Dataset<Row> records, List<SourceContract> contracts) {
        HashMap<String, RecordJudge> judges = new HashMap<>();
        contracts.forEach(contract -> judges.put(contract.id(), new RecordJudge(contract, definitions)));
        Column[] group = {col("source"), col("area"), col("vintage"), substring(col("period"), 1, 4)};
        Column[] order = Stream.of(
                        "source",
                        "area",
                        "vintage",
                        "period",
                        "activity",
                        "measure",
                        "price_basis",
                        "breakdown",
                        "rule",
                        "file",
                        "sheet",
                        "row")
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
        return records.flatMap(new Judging(judges), CELLS)
                .repartition(group)
                .sortWithinPartitions(order)
                .mapPartitions(new Duplicates(), CELLS);
    }

    private static final class Judging implements FlatMapFunction<Row, Row> {
        private static final long serialVersionUID = 1L;
        private final HashMap<String, RecordJudge> judges;

        Judging(HashMap<String, RecordJudge> judges) {
            this.judges = judges;
        }

        @Override
        public Iterator<Row> call(Row record) {
            return judges.get(record.getString(0)).judge(record).iterator();
        }
    }
}

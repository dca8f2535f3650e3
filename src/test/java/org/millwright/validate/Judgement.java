package org.millwright.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.millwright.contract.Definitions;
import org.millwright.contract.OwnDefinitions;
import org.millwright.contract.SourceContract;
import org.millwright.error.Problems;
import scala.jdk.javaapi.CollectionConverters;

/** Records judged by a contract, and what came of them in words. */
final class Judgement {
    private final SourceContract contract;
    private final RecordJudge judge;

    private Judgement(Definitions definitions) {
        contract = definitions.sources().get("tiny");
        judge = new RecordJudge(contract, definitions);
    }

    /** The sound contract with the given lines below it. */
    static Judgement of(Path folder, String... more) {
        return by(folder, OwnDefinitions.CONTRACT + String.join("\n", more) + "\n");
    }

    static Judgement by(Path folder, String contract) {
        Problems problems = new Problems();
        Definitions definitions =
                new OwnDefinitions(folder).write("sources/tiny.yaml", contract).read(problems);
        problems.throwIfAny();
        return new Judgement(definitions);
    }

    /** {@code measure value status conf} of an accepted figure, {@code rule field observed} of what was rejected. */
    List<String> of(Map<String, String> record) {
        return judge.judge(row(record)).stream()
                .map(cell -> cell.isNullAt(Cells.RULE)
                        ? cell.get(Cells.MEASURE) + " " + cell.get(Cells.VALUE) + " " + cell.get(12) + " "
                                + cell.get(13)
                        : cell.get(Cells.RULE) + " " + cell.get(Cells.FIELD) + " " + cell.get(Cells.OBSERVED))
                .toList();
    }

    List<Row> cells(Map<String, String> record) {
        return judge.judge(row(record));
    }

    private Row row(Map<String, String> record) {
        List<String> fields = new ArrayList<>();
        contract.fields().forEach(field -> fields.add(record.get(field)));
        return row(CollectionConverters.asScala(fields).toSeq(), null);
    }

    /** What becomes of a place where the reader found no record. */
    List<String> ofProblem(String problem) {
        return judge.judge(row(null, problem)).stream()
                .map(cell -> Arrays.asList(cell.get(Cells.RULE), cell.get(Cells.OBSERVED))
                        .toString())
                .toList();
    }

    private static Row row(Object fields, String problem) {
        return RowFactory.create("tiny", "checksum", "tiny.csv", "2022-03-01", "", 7L, fields, problem);
    }
}

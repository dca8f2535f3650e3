package org.millwright.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.SourceContract;
import org.millwright.error.Problems;
import scala.jdk.javaapi.CollectionConverters;

/** Single records of the WIOD factor costs, whose items are measures, left out by the contract, or unknown to it. */
class RecordJudgeTest {
    private static final Definitions DEFINITIONS =
            Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", new Problems());
    private static final SourceContract CONTRACT = DEFINITIONS.sources().get("wiod-factor-costs");

    @Test
    void recordGivesEveryMeasureThatItSpeaksOf() {
        assertThat(judge("Output at basic prices", "2.5"))
                .allSatisfy(cell -> {
                    assertThat(cell.isNullAt(Cells.RULE)).isTrue();
                    assertThat(cell.getDouble(Cells.VALUE)).isEqualTo(2.5e6);
                })
                .extracting(cell -> cell.getString(Cells.MEASURE))
                .containsExactly("gross_output", "revenue");
    }

    @Test
    void recordThatSpeaksOfNoMeasureIsRejectedAndNotLost() {
        assertThat(judge("Output at purchasers' prices", "2.5")).singleElement().satisfies(cell -> {
            assertThat(cell.getString(Cells.RULE)).isEqualTo("measure-known");
            assertThat(cell.getString(Cells.FIELD)).isEqualTo("item");
            assertThat(cell.getString(Cells.OBSERVED)).isEqualTo("Output at purchasers' prices");
        });
    }

    @Test
    void recordThatTheContractLeavesOutHasItsReason() {
        assertThat(judge("International Transport Margins", "2.5"))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.getString(Cells.RULE)).isEqualTo(Cells.EXCLUDED);
                    assertThat(cell.getString(Cells.OBSERVED)).startsWith("a part of the costs");
                });
    }

    private static List<Row> judge(String item, String value) {
        List<String> fields = CONTRACT.fields().stream()
                .map(field -> switch (field) {
                    case "country" -> "CHN";
                    case "industry" -> "Manufacture of basic metals";
                    case "item" -> item;
                    case "value" -> value;
                    default -> throw new IllegalStateException(field);
                })
                .toList();
        Row record = RowFactory.create(
                CONTRACT.id(),
                "checksum",
                "factor_costs_2014.xlsx",
                "2016-12-31",
                "2014",
                8L,
                CollectionConverters.asScala(fields).toSeq(),
                null);
        return new RecordJudge(CONTRACT, DEFINITIONS).judge(record);
    }
}

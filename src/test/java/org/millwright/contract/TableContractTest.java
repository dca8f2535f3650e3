package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.yaml.YamlDocument;

/** The types of columns, by their names in SQL. */
class TableContractTest {
    private static final String CONTRACT = """
            version: 1.0.0
            schema:
              - name: sizes
                dataGranularityDescription: one row per area
                properties:
                  - {name: area, physicalType: STRING, logicalType: string, description: Area}
                  - {name: rows, physicalType: BIGINT, logicalType: integer, description: Rows}
                  - {name: month, physicalType: INT, logicalType: integer, description: Month}
                  - {name: value, physicalType: DOUBLE, logicalType: number, description: Value}
                  - {name: first, physicalType: BOOLEAN, logicalType: boolean, description: First}
            """;

    private final Problems problems = new Problems();

    private TableContract read(String text) {
        return TableContract.read(YamlDocument.read("sizes.yaml", text, problems));
    }

    @Test
    void everyTypeIsThatOfSpark() {
        assertThat(read(CONTRACT).schema().fields())
                .extracting(StructField::dataType)
                .containsExactly(
                        DataTypes.StringType,
                        DataTypes.LongType,
                        DataTypes.IntegerType,
                        DataTypes.DoubleType,
                        DataTypes.BooleanType);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void anUnknownTypeIsAProblemThatNamesTheKnownOnes() {
        read(CONTRACT.replace("BIGINT", "VARCHAR(3)"));
        assertThat(problems.all())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .contains("'VARCHAR(3)' is not a type of a column")
                .contains("sizes.yaml")
                .contains("Write one of [BIGINT, BOOLEAN, DOUBLE, INT, STRING]");
    }
}

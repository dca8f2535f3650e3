package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.testing.LocalSession;

/** {@code millwright index} as a person types it. */
class IndexCommandTest {
    private static final String DEFINITION = """
            id: two
            version: 1
            unit: country
            minimum-coverage: 0.5
            tree:
              id: top
              children:
                - {indicator: a, weight: 1}
                - {indicator: b, weight: 3, direction: -1}
            """;

    private static final String DATA = """
            country,a,b,note
            X,1,10,first
            Y,3,30,
            Z,2,NA,"no, b"
            """;

    @TempDir
    private Path folder;

    private Typed index(String data, String definition, String... more) throws IOException {
        Files.writeString(folder.resolve("data.csv"), data);
        Files.writeString(folder.resolve("two.yaml"), definition);
        return type(Stream.concat(
                Stream.of("--data", "data.csv", "--definition", "two.yaml", "--output", "out/scores.csv"),
                Stream.of(more)));
    }

    private Typed type(Stream<String> options) {
        return Typed.line(Stream.concat(
                        Stream.of("index"),
                        options.map(option -> option.startsWith("--")
                                ? option
                                : folder.resolve(option).toString()))
                .toArray(String[]::new));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    void scoresAndStagesAreWritten() throws IOException {
        Typed typed = index(DATA, DEFINITION, "--stages", "steps");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exitCode()).isZero();
        // By hand: a is 0, 100, 50 on its range; b is turned round; X = (0 + 3 * 100)/4, Y = (100 + 0)/4; Z has a
        // quarter.
        assertThat(lines("out/scores.csv"))
                .containsExactly(
                        "unit,period,node,level,score,rank,coverage,reason",
                        "Y,,a,1,100.0,1,1.0,",
                        "Z,,a,1,50.0,2,1.0,",
                        "X,,a,1,0.0,3,1.0,",
                        "Z,,b,1,,,0.0,MISSING",
                        "X,,b,1,100.0,1,1.0,",
                        "Y,,b,1,0.0,2,1.0,",
                        "Z,,top,2,,,0.25,COVERAGE",
                        "X,,top,2,75.0,1,1.0,",
                        "Y,,top,2,25.0,2,1.0,");
        assertThat(lines("steps/denominated.csv"))
                .containsExactly("unit,period,a,b", "X,,1.0,10.0", "Y,,3.0,30.0", "Z,,2.0,");
        for (String stage : new String[] {"denominated", "imputed", "treated", "normalised"}) {
            assertThat(lines("steps/" + stage + ".csv")).hasSize(4);
        }
    }

    @Test
    void scoresGoToParquetWhereTheNameSaysSo() throws IOException {
        index(DATA, DEFINITION);
        type(Stream.of("--data", "data.csv", "--definition", "two.yaml", "--output", "scores.parquet"));
        List<Row> rows = LocalSession.shared()
                .read()
                .parquet(folder.resolve("scores.parquet").toString())
                .filter("node = 'top' AND unit = 'X'")
                .select("score", "rank")
                .collectAsList();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getDouble(0)).isEqualTo(75);
        assertThat(rows.get(0).getInt(1)).isEqualTo(1);
    }

    @Test
    void parquetIsReadAsCsvIs() throws IOException {
        index(DATA, DEFINITION);
        LocalSession.shared()
                .read()
                .option("header", true)
                .csv(folder.resolve("data.csv").toString())
                .selectExpr("country", "CAST(a AS INT) AS a", "CAST(IF(b = 'NA', 'NaN', b) AS DOUBLE) AS b")
                .write()
                .parquet(folder.resolve("data.parquet").toString());
        type(Stream.of("--data", "data.parquet", "--definition", "two.yaml", "--output", "again.csv"));
        assertThat(lines("again.csv")).isEqualTo(lines("out/scores.csv"));
    }

    /** The scores of the test above, a row for each unit. */
    @Test
    void wideOutputHasAColumnForEachNode() throws IOException {
        Typed typed = index(DATA, DEFINITION, "--wide");
        assertThat(typed.exitCode()).isZero();
        assertThat(lines("out/scores.csv"))
                .containsExactly("unit,period,a,b,top", "X,,0.0,100.0,75.0", "Y,,100.0,0.0,25.0", "Z,,50.0,,");
    }

    @Test
    void columnThatStandsTwiceIsRefused() throws IOException {
        Typed typed = index(DATA.replace("country,a,b,note", "country,a,b,a"), DEFINITION);
        assertThat(typed.exitCode()).isEqualTo(65);
        assertThat(typed.err()).contains("the column 'a' stands twice");
    }

    @Test
    void unitThatLooksLikeAFormulaIsHarmlessInASpreadsheet() throws IOException {
        index(DATA.replace("X,", "=1+1,"), DEFINITION);
        assertThat(lines("out/scores.csv")).contains("'=1+1,,top,2,75.0,1,1.0,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X,1,10        | X,1,ten        | unit X: b = ten. Write a number, or leave the cell empty or NA
            X,1,10        | X,1,10d        | unit X: b = 10d. Write a number, or leave the cell empty or NA
            X,1,10        | X,1,Infinity   | unit X: b = Infinity. Write a number
            X,1,10        | X,1,1e999      | unit X: b = 1e999. Write a number
            Y,3,30        | X,3,30         | unit X stands 2 times. Keep one row for each unit and period
            Y,3,30        | ,3,30          | a row of unit null and period  lacks one of the two. Fill it in, or remove the row
            Y,3,30,       | 'Y,3,30,,more' | cannot be read
            'a,b,note'    | 'a,bb,note'    | there is no column 'b', which the definition names. Did you mean 'a'?
            """)
    void wrongDataNameTheirPlace(String line, String replacement, String problem) throws IOException {
        assertThat(DATA).contains(line);
        Typed typed = index(DATA.replace(line, replacement), DEFINITION, "--stages", "steps");
        assertThat(typed.err()).startsWith("error: " + folder.resolve("data.csv") + ": " + problem);
        assertThat(typed.exitCode()).isEqualTo(65);
        assertThat(folder.resolve("out"))
                .satisfiesAnyOf(
                        path -> assertThat(path).doesNotExist(),
                        path -> assertThat(path).isEmptyDirectory());
        assertThat(folder.resolve("steps")).doesNotExist();
    }

    @Test
    void allWrongCellsAreNamedAtOnce() throws IOException {
        Typed typed = index(DATA.replace("X,1,10", "X,one,ten").replace("Y,3", "Y,three"), DEFINITION);
        assertThat(typed.err()).contains("unit X: a = one, b = ten.", "unit Y: a = three.");
    }

    @Test
    void moreUnitsThanMayBeComparedAreRefused() throws IOException {
        Typed typed = index(DATA, DEFINITION + "aggregate: {method: copeland, maximum-units: 2}\n");
        assertThat(typed.exitCode()).isEqualTo(65);
        assertThat(typed.err()).contains("3 units of period '' are too many", "maximum-units of copeland is 2");
    }

    @Test
    void wrongPeriodOfACarriedSeriesIsNamed() throws IOException {
        String carried = DEFINITION.replace("unit: country", "unit: country\nperiod: note\nimpute: carry-forward");
        Typed typed = index(DATA, carried);
        assertThat(typed.exitCode()).isEqualTo(65);
        assertThat(typed.err())
                .contains("'first' is no period, which imputation along time needs")
                .contains("a row of unit Y and period null lacks one of the two");
    }

    @Test
    void definitionAndMissingFileAreToldInOneGo() throws IOException {
        Files.writeString(folder.resolve("two.yaml"), DEFINITION.replace("weight: 3", "wight: 3"));
        Typed typed = type(Stream.of("--data", "none.csv", "--definition", "two.yaml", "--output", "scores.csv"));
        assertThat(typed.exitCode()).isEqualTo(78);
        assertThat(typed.err())
                .contains(
                        "two.yaml:9: the weight is missing", "two.yaml:9: unknown key 'wight'. Did you mean 'weight'?")
                .contains("none.csv: there is nothing here. Correct --data");
        assertThat(folder.resolve("scores.csv")).doesNotExist();
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Files.writeString(folder.resolve("two.yaml"), DEFINITION);
        Typed data = type(Stream.of("--data", "none.csv", "--definition", "two.yaml", "--output", "scores.csv"));
        assertThat(data.exitCode()).isEqualTo(65);
        Typed definition = type(Stream.of("--data", "two.yaml", "--definition", "none.yaml", "--output", "scores.csv"));
        assertThat(definition.exitCode()).isEqualTo(78);
        assertThat(definition.err()).contains("none.yaml: there is nothing here. Correct --definition");
    }
}

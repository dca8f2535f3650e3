package org.millwright.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.OwnDefinitions;
import org.millwright.contract.SourceContract;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.model.InputFile;
import org.millwright.testing.LocalSession;

/** Parquet files, written by DuckDB, as records; damaged and unfit ones as problems. */
class ParquetReadingTest {
    @TempDir
    private Path folder;

    private SourceContract contract;

    @BeforeEach
    void readContract() {
        contract = new OwnDefinitions(folder.resolve("definitions"))
                .contract("format: {type: csv}", "format: {type: parquet}")
                .tiny();
    }

    private Path write(String name, String select) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private InputFile input(Path file) {
        return new InputFile("tiny", file.toString(), file.getFileName().toString(), 0, "checksum", "2022-03-01");
    }

    private List<String> read(Path file) {
        return new Records(LocalSession.shared())
                .read(List.of(contract), List.of(input(file))).collectAsList().stream()
                        .map(row ->
                                row.getLong(5) + (row.isNullAt(7) ? ": " + row.getList(6) : "! " + row.getString(7)))
                        .toList();
    }

    private List<String> probe(Path file) {
        Problems problems = new Problems();
        FileProbe.check(input(file), contract, problems);
        return problems.all().stream().map(Problem::text).toList();
    }

    @Test
    void numbersBecomeTheirShortestExactTextAndRowsAreCounted() throws SQLException {
        Path file = write(
                "n.parquet",
                "SELECT * FROM (VALUES ('US', '31', 2015, 0.1::DOUBLE, 12::BIGINT), ('CN', '32', 2015, 1e15::DOUBLE, NULL))"
                        + " t(area, code, year, va, emp)");
        assertThat(read(file)).containsExactly("1: [US, 31, 2015, 0.1, 12]", "2: [CN, 32, 2015, 1.0E15, null]");
        assertThat(probe(file)).isEmpty();
    }

    @Test
    void missingColumnsAreNamedAllAtOnceByProbeAndReader() throws SQLException {
        Path file = write("m.parquet", "SELECT 'US' AS area, 2015 AS year, 1.5 AS value");
        String lacks = "the file lacks the columns code, va, emp; it holds area, year, value";
        assertThat(read(file)).containsExactly("0! " + lacks);
        assertThat(probe(file))
                .containsExactly(file + ": " + lacks + ". Get the file again, or correct the contract tiny");
    }

    @Test
    void fileThatIsNotWholeIsAProblem() throws SQLException, IOException {
        Path file = write("whole.parquet", "SELECT 'US' AS area, '1' AS code, 2015 AS year, 1 AS va, 1 AS emp");
        byte[] whole = Files.readAllBytes(file);
        for (byte[] bytes : List.of(
                new byte[0], Arrays.copyOf(whole, whole.length / 2), "area,va\n".getBytes(StandardCharsets.UTF_8))) {
            Path damaged = Files.write(folder.resolve("damaged.parquet"), bytes);
            assertThat(read(damaged)).singleElement().asString().startsWith("0! this is not a whole Parquet file: ");
            assertThat(probe(damaged)).singleElement().asString().contains(damaged + ": this is not a whole");
        }
    }

    @Test
    void fileWithoutARecordIsAProblem() throws SQLException {
        Path file =
                write("none.parquet", "SELECT 'US' AS area, '1' AS code, 2015 AS year, 1 AS va, 1 AS emp WHERE false");
        assertThat(read(file)).containsExactly("0! there is no record in the file");
    }

    @Test
    void nameThatLooksLikeAPatternIsOnlyAName() throws SQLException {
        write("data1.parquet", "SELECT 'XX' AS area, '1' AS code, 2015 AS year, 1 AS va, 1 AS emp");
        Path file = write("data[1].parquet", "SELECT 'US' AS area, '1' AS code, 2015 AS year, 1 AS va, 1 AS emp");
        assertThat(read(file)).containsExactly("1: [US, 1, 2015, 1, 1]");
    }
}

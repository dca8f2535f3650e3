package org.millwright.sources;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.millwright.config.RunSettings;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.SourceContract;
import org.millwright.error.Problems;
import org.millwright.harmonise.IndustryMapping;
import org.millwright.harmonise.IndustryMeasures;
import org.millwright.ingest.Landing;
import org.millwright.ingest.Records;
import org.millwright.model.InputFile;
import org.millwright.structure.TraditionalShare;
import org.millwright.testing.LocalSession;
import org.millwright.validate.RuleCheck;
import org.millwright.validate.Tally;
import org.millwright.validate.Validation;

/** The official files of some sources, taken through the stages as a run with the bundled settings takes them. */
final class SourceRun {
    private static final String SETTINGS = "/settings/public-sources.yaml";

    private final List<SourceContract> contracts;
    private final Dataset<Row> cells;
    private final Dataset<Row> industries;

    private SourceRun(Definitions definitions, List<SourceContract> contracts, List<InputFile> files) {
        SparkSession session = LocalSession.shared();
        this.contracts = contracts;
        cells = new Validation(definitions)
                .judge(new Records(session).read(contracts, files), contracts)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> observations = cells.filter(col("rule").isNull());
        IndustryMapping mapping = new IndustryMapping(definitions, activities(observations));
        industries = new IndustryMeasures(
                        definitions.measures().values(), mapping.classifications(), true, Optional.empty())
                .of(observations, mapping.table(session))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Runs the sources of the given ids; skips the test, saying so, where the agencies' files are not there. */
    static SourceRun of(String... ids) {
        Path shared = shared();
        Problems problems = new Problems();
        RunSettings settings = RunSettings.read(SETTINGS, settingsText(), problems);
        Definitions definitions = Definitions.read(DefinitionFiles.bundled(), settings.scheme(), problems);
        List<SourceContract> contracts = definitions.sources(List.of(ids), "test", problems);
        List<InputFile> files = new ArrayList<>();
        for (SourcePath source : settings.sources()) {
            if (List.of(ids).contains(source.contract())) {
                files.addAll(new Landing(shared, problems)
                        .files(definitions.sources().get(source.contract()), source.path()));
            }
        }
        problems.throwIfAny();
        return new SourceRun(definitions, contracts, files);
    }

    /** The folder of the agencies' files; skips the test, saying so, where it is not there. */
    static Path shared() {
        Path shared = Path.of(Optional.ofNullable(System.getProperty("MILLWRIGHT_SHARED_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("MILLWRIGHT_SHARED_DATA")))
                .orElse("../shared/data"));
        assumeTrue(Files.isDirectory(shared), "skipped: there are no official files in " + shared.toAbsolutePath());
        return shared;
    }

    private static String settingsText() {
        try (InputStream in = SourceRun.class.getResourceAsStream(SETTINGS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Set<String>> activities(Dataset<Row> observations) {
        return observations.select("source", "activity").distinct().collectAsList().stream()
                .collect(Collectors.groupingBy(
                        row -> row.getString(0), Collectors.mapping(row -> row.getString(1), Collectors.toSet())));
    }

    /** Every judged figure, accepted or not. */
    Dataset<Row> cells() {
        return cells;
    }

    Dataset<Row> industries() {
        return industries;
    }

    Dataset<Row> shares() {
        return TraditionalShare.of(industries);
    }

    List<Tally> tallies() {
        return RuleCheck.of(cells, contracts).rules();
    }

    /** Measure to number of accepted figures that have a value. */
    Map<String, Long> accepted() {
        return counts(cells.filter(col("rule").isNull().and(col("value").isNotNull())), col("measure"));
    }

    /** Everything that was not accepted as a figure: rule and what stood there, to number of cases. */
    Map<String, Long> notAccepted() {
        Dataset<Row> others =
                cells.filter(col("rule").isNotNull().or(col("value").isNull()));
        return counts(others, concat_ws(": ", coalesce(col("rule"), col("obs_status")), col("observed")));
    }

    /** The only accepted figure of an activity. */
    double observed(String area, String activity, String measure, String period) {
        return only(
                cells.filter(col("rule").isNull()).filter(col("activity").equalTo(activity)), area, measure, period);
    }

    /** The figure of an industry. */
    double figure(String area, String industry, String measure, String period) {
        return only(industries.filter(col("industry").equalTo(industry)), area, measure, period);
    }

    private static double only(Dataset<Row> rows, String area, String measure, String period) {
        List<Row> found = rows.filter(col("area")
                        .equalTo(area)
                        .and(col("measure").equalTo(measure))
                        .and(col("period").equalTo(period)))
                .select("value")
                .collectAsList();
        assertThat(found).hasSize(1);
        return found.get(0).getDouble(0);
    }

    static Map<String, Long> counts(Dataset<Row> rows, Column label) {
        Map<String, Long> counts = new TreeMap<>();
        rows.groupBy(label.as("label"))
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }
}

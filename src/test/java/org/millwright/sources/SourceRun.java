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
import org.millwright.harmonise.ConstantPrices;
import org.millwright.harmonise.GrowthRates;
import org.millwright.harmonise.IndustryMapping;
import org.millwright.harmonise.IndustryMeasures;
import org.millwright.ingest.Landing;
import org.millwright.ingest.Records;
import org.millwright.model.InputFile;
import org.millwright.structure.Decompositions;
import org.millwright.structure.Divisions;
import org.millwright.structure.StructureStatistics;
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
    private final StructureStatistics structure;
    private final Decompositions decompositions;

    private SourceRun(Definitions definitions, List<SourceContract> contracts, List<InputFile> files, int baseYear) {
        SparkSession session = LocalSession.shared();
        this.contracts = contracts;
        cells = new Validation(definitions)
                .judge(new Records(session).read(contracts, files), contracts)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> observations = cells.filter(col("rule").isNull());
        IndustryMapping mapping = new IndustryMapping(definitions, activities(observations));
        industries = new IndustryMeasures(definitions.measures().values(), mapping.classifications(), true)
                .of(observations, mapping.table(session), new ConstantPrices(contracts, baseYear))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Divisions divisions = new Divisions(definitions.scheme(), mapping.undivided());
        structure = new StructureStatistics(
                divisions, definitions.measures().values(), definitions.areas().values());
        decompositions = new Decompositions(divisions, definitions.areas().values());
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
        return new SourceRun(definitions, contracts, files, settings.baseYear());
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

    Dataset<Row> growth() {
        return new GrowthRates(List.of(), List.of(5, 10)).of(industries);
    }

    Dataset<Row> shares() {
        return TraditionalShare.of(industries);
    }

    /** The rows of {@code structure_statistics}. */
    Dataset<Row> structure() {
        return structure.of(industries);
    }

    /** The rows of {@code productivity_decomposition}. */
    Dataset<Row> productivity() {
        return decompositions.productivity(industries);
    }

    /** The rows of {@code intensity_decomposition}. */
    Dataset<Row> intensity() {
        return decompositions.intensity(industries);
    }

    /** The rows of {@code regional_decomposition}. */
    Dataset<Row> regional() {
        return decompositions.regional(industries);
    }

    /** The only statistic of structure that meets a condition. */
    double statistic(String condition) {
        List<Row> found = structure().filter(condition).select("value").collectAsList();
        assertThat(found).as(condition).hasSize(1);
        return found.get(0).getDouble(0);
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

    /** The figure of an industry at current prices. */
    double figure(String area, String industry, String measure, String period) {
        return figure("current", industry, area, measure, period);
    }

    /** The figure of an industry at the prices of 2015. */
    double real(String area, String industry, String measure, String period) {
        return figure("constant", industry, area, measure, period);
    }

    private double figure(String priceBasis, String industry, String area, String measure, String period) {
        Dataset<Row> rows = industries.filter(
                col("price_basis").equalTo(priceBasis).and(col("industry").equalTo(industry)));
        return only(rows, area, measure, period);
    }

    /** All figures of an industry at the prices of 2015, by year. */
    Map<Integer, Double> real(String industry, String measure) {
        Map<Integer, Double> years = new TreeMap<>();
        industries
                .filter(col("price_basis")
                        .equalTo("constant")
                        .and(col("industry").equalTo(industry))
                        .and(col("measure").equalTo(measure)))
                .select("period", "value")
                .collectAsList()
                .forEach(row -> years.put(Integer.valueOf(row.getString(0)), row.getDouble(1)));
        return years;
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

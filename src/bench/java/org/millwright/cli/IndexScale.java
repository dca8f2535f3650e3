package org.millwright.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.randn;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;

/**
 * How the time of {@code index} grows with the number of units: outliers treated, min-max, a tree of three levels over 30
 * indicators and 12 periods, from Parquet to Parquet.
 *
 * <p>Arguments: a folder; then numbers of units. Indicators are log-normal, one value in twenty is missing. The memory is
 * that of the launcher: {@code MILLWRIGHT_HEAP=4g}.
 */
public final class IndexScale {
    private static final int PERIODS = 12;
    private static final int INDICATORS = 30;

    private IndexScale() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Path definition = folder.resolve("scale.yaml");
        Files.writeString(definition, definition());
        System.out.printf(
                Locale.ROOT, "%12s %12s %10s %18s%n", "units", "unit-periods", "seconds", "us per unit-period");
        for (String units : Stream.of(arguments).skip(1).toList()) {
            Path data = folder.resolve("units-" + units + ".parquet");
            if (!Files.exists(data)) {
                write(Long.parseLong(units), data);
            }
            long start = System.nanoTime();
            int exitCode = Millwright.execute(
                    "index",
                    "--data",
                    data.toString(),
                    "--definition",
                    definition.toString(),
                    "--output",
                    folder.resolve("scores-" + units + ".parquet").toString(),
                    "--wide");
            double seconds = (System.nanoTime() - start) / 1e9;
            long rows = Long.parseLong(units) * PERIODS;
            System.out.printf(Locale.ROOT, "%12s %12d %10.1f %18.2f%n", units, rows, seconds, seconds / rows * 1e6);
            if (exitCode != 0) {
                throw new IllegalStateException("exit code " + exitCode);
            }
        }
    }

    private static void write(long units, Path data) {
        SparkSession session = Sessions.open();
        Column[] columns = Stream.concat(
                        Stream.of(
                                concat(lit("U"), col("id").divide(PERIODS).cast("long"))
                                        .as("unit"),
                                col("id").mod(PERIODS).plus(2010).cast("string").as("period")),
                        IntStream.rangeClosed(1, INDICATORS)
                                .mapToObj(i -> when(randn(100L + i).gt(-1.645), exp(randn(i)))
                                        .as("i" + i)))
                .toArray(Column[]::new);
        session.range(0, units * PERIODS, 1, 8).select(columns).write().parquet(data.toString());
    }

    private static String definition() {
        StringBuilder text = new StringBuilder("""
                id: scale
                version: 1.0.0
                unit: unit
                period: period
                treat: {skewness: 2, kurtosis: 3.5, maximum-points: 5, then: log}
                normalise: {method: min-max, lower: 1, upper: 100}
                tree:
                  id: top
                  children:
                """);
        for (int pillar = 0; pillar < 6; pillar++) {
            text.append("    - {id: p").append(pillar).append(", weight: 1, children: [");
            for (int i = 1; i <= INDICATORS / 6; i++) {
                text.append("{indicator: i").append(pillar * INDICATORS / 6 + i).append(", weight: 1, direction: 1}, ");
            }
            text.append("]}\n");
        }
        return text.toString();
    }
}

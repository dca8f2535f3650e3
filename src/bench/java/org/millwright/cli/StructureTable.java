package org.millwright.cli;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.randn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.millwright.contract.Area;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.Industry;
import org.millwright.contract.IndustryScheme;
import org.millwright.error.Problems;
import org.millwright.lake.DeltaTables;
import org.millwright.lake.Lake;
import org.millwright.structure.Decompositions;
import org.millwright.structure.Divisions;
import org.millwright.structure.StructureStatistics;

/**
 * Writes a table of structure of 300 areas, a country and its regions, with 40 industries, 30 years and two measures, since every
 * earlier year: {@code structure_statistics} of 2 million rows, or {@code productivity_decomposition} of 16 million.
 *
 * <p>Arguments: the figures; the folder of the lake; the table. With the figures alone it makes them: log-normal, none missing.
 */
public final class StructureTable {
    private static final int AREAS = 300;
    private static final int INDUSTRIES = 40;
    private static final int YEARS = 30;
    private static final int FIRST_YEAR = 1995;
    private static final String COUNTRY = "R0";

    private StructureTable() {}

    public static void main(String[] arguments) throws IOException {
        try (SparkSession session = Sessions.open()) {
            if (arguments.length == 1) {
                write(session, arguments[0]);
            } else {
                compute(session.read().parquet(arguments[0]), Path.of(arguments[1]), arguments[2]);
            }
        }
    }

    private static void write(SparkSession session, String figures) {
        session.range(0, (long) AREAS * INDUSTRIES * YEARS, 1, 4)
                .select(
                        lit("set").as("dataset"),
                        concat(lit("R"), col("id").mod(AREAS)).as("area"),
                        concat(lit("i"), col("id").divide(AREAS).cast("long").mod(INDUSTRIES))
                                .as("industry"),
                        col("id")
                                .divide((long) AREAS * INDUSTRIES)
                                .cast("int")
                                .plus(FIRST_YEAR)
                                .cast("string")
                                .as("period"),
                        explode(array(lit("value_added"), lit("employment"))).as("measure"),
                        lit("current").as("price_basis"),
                        lit("CNY").as("unit"),
                        lit(null).cast("string").as("reason"),
                        lit("codes").as("classification"),
                        lit(false).as("series_break"))
                .withColumn("value", exp(randn(1)))
                .write()
                .parquet(figures);
    }

    private static void compute(Dataset<Row> figures, Path folder, String table) {
        Problems problems = new Problems();
        Definitions definitions = Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", problems);
        problems.throwIfAny();
        Divisions divisions = new Divisions(scheme(), Map.of());
        Dataset<Row> rows = table.equals("structure_statistics")
                ? new StructureStatistics(divisions, definitions.measures().values(), areas()).of(figures)
                : new Decompositions(divisions, areas()).productivity(figures);
        new DeltaTables(figures.sparkSession(), Lake.openOrCreate(folder), "20240101T000000000Z")
                .replace(definitions.table(table), rows.withColumn("run", lit("bench")));
    }

    private static List<Area> areas() {
        return IntStream.range(0, AREAS)
                .mapToObj(area -> new Area("R" + area, area == 0 ? "" : COUNTRY, "", ""))
                .toList();
    }

    private static IndustryScheme scheme() {
        Stream<Industry> parts = IntStream.range(0, INDUSTRIES)
                .mapToObj(industry -> new Industry("i" + industry, IndustryScheme.WHOLE, industry, "", ""));
        Industry whole = new Industry(IndustryScheme.WHOLE, "", 0, "", "");
        return new IndustryScheme(
                "bench", Stream.concat(Stream.of(whole), parts).toList());
    }
}

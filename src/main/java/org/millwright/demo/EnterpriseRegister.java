package org.millwright.demo;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.xxhash64;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Microdata for benchmarks: enterprises of Synthetica with value added, revenue, profit and employment in five years, any
 * number of rows, written in parallel as Parquet. Every figure is a hash of the seed and the row, so that the rows do not
 * depend on how many writers there are.
 */
public final class EnterpriseRegister {
    private static final String FOLDER = "enterprises";
    private static final int YEARS = 5;
    private static final long ROWS_OF_A_FILE = 5_000_000;
    /** A double holds 53 bits exactly. */
    private static final long STEPS = 1L << 53;

    private final SparkSession session;
    private final long seed;
    private final long rows;

    public EnterpriseRegister(SparkSession session, long seed, long rows) {
        this.session = session;
        this.seed = seed;
        this.rows = rows;
    }

    /** Writes the files into a folder of {@code output}, under the conditions of {@link Demonstration#write}. */
    public List<Path> write(Path output) {
        String edition = "enterprises, " + rows + " rows, seed " + seed;
        return new OutputFolder(output)
                .replace(
                        edition,
                        folder -> rows().write().parquet(folder.resolve(FOLDER).toString()));
    }

    /** One row for each enterprise and year; money in yuan. */
    Dataset<Row> rows() {
        int files = (int) Math.max(session.sparkContext().defaultParallelism(), rows / ROWS_OF_A_FILE);
        Column productivity = exp(normal("productivity").multiply(0.4).plus(12.2));
        Column employment =
                greatest(lit(1.0), floor(exp(normal("size").multiply(1.2).plus(3.4))));
        return session.range(0, rows, 1, files)
                .select(
                        concat(lit("E"), format_string("%010d", floor(col("id").divide(YEARS))))
                                .as("enterprise"),
                        pick("area", areas()).as("area"),
                        pick("division", divisions()).as("division"),
                        pmod(col("id"), lit(YEARS))
                                .plus(Extent.LAST_YEAR + 1 - YEARS)
                                .cast("int")
                                .as("year"),
                        employment.as("employment"),
                        productivity.as("productivity"),
                        normal("margin").multiply(0.05).plus(0.06).as("margin"))
                .select(
                        col("enterprise"),
                        col("area"),
                        col("division"),
                        col("year"),
                        whole(col("employment")).as("employment"),
                        whole(col("employment").multiply(col("productivity"))).as("value_added"),
                        whole(col("employment").multiply(col("productivity")).multiply(4.5))
                                .as("revenue"),
                        whole(col("employment")
                                        .multiply(col("productivity"))
                                        .multiply(4.5)
                                        .multiply(col("margin")))
                                .as("profit"));
    }

    private static String[] areas() {
        return IntStream.rangeClosed(1, Extent.DEFAULT.regions())
                .mapToObj(Country::code)
                .toArray(String[]::new);
    }

    private static String[] divisions() {
        return Division.all().stream().map(Division::code).toArray(String[]::new);
    }

    /** One of the codes, the same in all years of an enterprise. */
    private Column pick(String name, String[] codes) {
        Column[] literals = Stream.of(codes).map(functions::lit).toArray(Column[]::new);
        Column hash = xxhash64(lit(seed), lit(name), floor(col("id").divide(YEARS)));
        return element_at(
                array(literals), pmod(hash, lit((long) codes.length)).plus(1).cast("int"));
    }

    private static Column whole(Column figure) {
        return rint(figure).cast("long");
    }

    /** Uniform in (0, 1]. */
    private Column uniform(String name) {
        Column hash = xxhash64(lit(seed), lit(name), col("id"));
        return pmod(hash, lit(STEPS)).plus(1).divide((double) STEPS);
    }

    /** Standard normal, after Box and Muller (1958). */
    private Column normal(String name) {
        Column radius = sqrt(log(uniform(name)).multiply(-2));
        return radius.multiply(cos(uniform(name + " angle").multiply(2 * Math.PI)));
    }
}

package org.millwright.structure;

import java.io.Serializable;
import java.util.Comparator;
import org.apache.spark.sql.Row;

/** A measure at one price basis. */
record Series(String measure, String priceBasis) implements Comparable<Series>, Serializable {
    static final String CURRENT = "current";
    static final String CONSTANT = "constant";

    private static final Comparator<Series> ORDER =
            Comparator.comparing(Series::measure).thenComparing(Series::priceBasis);

    static Series current(String measure) {
        return new Series(measure, CURRENT);
    }

    static Series constant(String measure) {
        return new Series(measure, CONSTANT);
    }

    /** The series that a row of {@code industry_measures} belongs to. */
    static Series of(Row figure) {
        return new Series(figure.getAs("measure"), figure.getAs("price_basis"));
    }

    @Override
    public int compareTo(Series other) {
        return ORDER.compare(this, other);
    }
}

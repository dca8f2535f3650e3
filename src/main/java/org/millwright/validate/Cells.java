package org.millwright.validate;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The shape of judged figures: one row per figure of an input record, or per thing that is wrong with a record.
 *
 * <p>{@code rule} is null where the figure is accepted. Otherwise it names the rule that rejected it, {@code field} the
 * column and {@code observed} what stood there; {@link #EXCLUDED} marks a record that the contract leaves out.
 */
public final class Cells {
    /** The record is left out by the contract on purpose; {@code observed} holds the contract's reason. */
    public static final String EXCLUDED = "excluded-by-contract";

    public static final StructType SCHEMA = StructType.fromDDL("dataset STRING, source STRING, area STRING,"
            + " activity STRING, measure STRING, price_basis STRING, period STRING, frequency STRING,"
            + " breakdown STRING, vintage STRING, value DOUBLE, unit STRING, obs_status STRING,"
            + " conf_status STRING, file STRING, sheet STRING, row BIGINT, checksum STRING, rule STRING,"
            + " field STRING, observed STRING");

    static final int SOURCE = 1;
    static final int AREA = 2;
    static final int ACTIVITY = 3;
    static final int MEASURE = 4;
    static final int PRICE_BASIS = 5;
    static final int PERIOD = 6;
    static final int BREAKDOWN = 8;
    static final int VINTAGE = 9;
    static final int VALUE = 10;
    static final int OBS_STATUS = 12;
    static final int FILE = 14;
    static final int SHEET = 15;
    static final int ROW = 16;
    static final int RULE = 18;
    static final int FIELD = 19;
    static final int OBSERVED = 20;

    private Cells() {}

    /** The same figure, rejected by a rule. */
    static Row reject(Row cell, String rule, String field, String observed) {
        Object[] values = new Object[cell.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cell.get(i);
        }
        values[RULE] = rule;
        values[FIELD] = field;
        values[OBSERVED] = observed;
        return RowFactory.create(values);
    }
}

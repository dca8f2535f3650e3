package org.millwright.stat.imputation;

import org.millwright.stat.Reference;

/**
 * One declared value, whatever the data; for figures that are known to be so where nothing is reported.
 *
 * @param value in the indicator's own unit; NaN, which fills nothing, if it is not declared
 */
public record Constant(double value) implements Imputation.ByColumn {
    public static final Constant DEFAULT = new Constant(Double.NaN);

    public Constant {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("value is infinite");
        }
    }

    @Override
    public boolean isDeclared() {
        return !Double.isNaN(value);
    }

    @Override
    public boolean estimates() {
        return false;
    }

    @Override
    public double fill(Reference reference) {
        return value;
    }
}

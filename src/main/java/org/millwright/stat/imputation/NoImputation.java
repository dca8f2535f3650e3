package org.millwright.stat.imputation;

/** Fills nothing; the default. */
public record NoImputation() implements Imputation {
    public static final NoImputation DEFAULT = new NoImputation();

    @Override
    public String id() {
        return "none";
    }
}

package org.millwright.stat.treatment;

import java.util.Map;
import org.millwright.stat.Reference;

/** Leaves every value as it is; the default. */
public record NoTreatment() implements Treatment {
    public static final NoTreatment DEFAULT = new NoTreatment();

    @Override
    public String id() {
        return "none";
    }

    @Override
    public Map<String, Double> estimate(Reference reference) {
        return Map.of();
    }

    @Override
    public double treat(double value, Map<String, Double> parameters) {
        return value;
    }
}

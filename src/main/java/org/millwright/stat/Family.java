package org.millwright.stat;

import java.util.Locale;
import java.util.Map;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.treatment.Treatment;
import org.millwright.stat.weighting.Weighting;

/** The families of methods: one for each step of a composite index, in the order of the steps. */
public enum Family {
    IMPUTATION("impute", Imputation.class),
    TREATMENT("treat", Treatment.class),
    NORMALISATION("normalise", Normalisation.class),
    WEIGHTING("weights", Weighting.class),
    AGGREGATION("aggregate", Aggregation.class);

    private final String key;
    private final Class<? extends Method> type;

    Family(String key, Class<? extends Method> type) {
        this.key = key;
        this.type = type;
    }

    /** Its name, which is also the folder of its pages. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key under which a definition names a method of it. */
    public String key() {
        return key;
    }

    /** Its methods by their names, with their default options. */
    public Map<String, ? extends Method> methods() {
        return Methods.of(type);
    }
}

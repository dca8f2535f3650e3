package org.millwright.model;

import java.util.Locale;

/** In which prices a figure stands, or that it is no level but a growth rate. */
public enum PriceBasis {
    /** Prices of the period itself: nominal. */
    CURRENT,
    /** Prices of one year: real. */
    CONSTANT,
    /**
     * The agency's own growth in % over the same period a year before, on the enterprises that it surveys now. Their panel
     * differs from that of a year before, so that neither this growth nor the levels follow from each other.
     */
    COMPARABLE;

    /** The unit of growth. */
    public static final String PERCENT = "%";

    /** As it is written in contracts and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether figures of this basis are levels; else they are growth rates, and are never summed or divided. */
    public boolean isLevel() {
        return this != COMPARABLE;
    }
}

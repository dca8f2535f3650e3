package org.millwright.stat.price;

/** What kind of index leads from figures at current prices to figures at the prices of a base year. */
public enum PriceMethod {
    /** A price index in % of the year before: it is chained. */
    PREVIOUS_YEAR,
    /** A price index with a fixed reference, in one or several segments: they are linked, oldest first. */
    FIXED_BASE,
    /** A chained quantity index: it carries the figure of the base year forward and back. */
    VOLUME
}

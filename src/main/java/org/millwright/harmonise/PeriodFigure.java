package org.millwright.harmonise;

/**
 * What one source tells of one period.
 *
 * @param period year, quarter or month
 * @param months how many months the figure covers
 * @param complete whether the source has every figure that it ought to have of the period
 */
record PeriodFigure(String period, int months, Origin origin, String source, Figure figure, boolean complete) {
    /** How the figure came about, the preferred way first. */
    enum Origin {
        /** The source publishes it. */
        PUBLISHED,
        /** From figures cumulated from January. */
        CUMULATED,
        /** From shorter periods. */
        TOTAL
    }

    PeriodFigure with(Figure other) {
        return new PeriodFigure(period, months, origin, source, other, complete);
    }
}

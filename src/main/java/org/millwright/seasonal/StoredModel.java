package org.millwright.seasonal;

/**
 * A model and what it was estimated on.
 *
 * @param parameters the {@link Model} as JSON
 * @param definition names the definitions, method and program that it was estimated under
 * @param from first period that it was estimated on
 * @param to last period
 * @param completeYear the last year that was complete then
 */
record StoredModel(String parameters, String definition, String from, String to, int completeYear) {

    /** Whether the series is still the one, with no further complete year. */
    boolean serves(Series series, String today) {
        return definition.equals(today)
                && from.equals(series.period(0))
                && to.compareTo(series.lastPeriod()) <= 0
                && completeYear == series.lastCompleteYear();
    }
}

package org.millwright.seasonal;

import java.util.Optional;
import org.millwright.model.Reason;

/**
 * Adjusts one series: with its stored model while that serves, else with a model that is estimated anew; a series that cannot
 * be adjusted is passed through with a reason.
 *
 * @param definition names the definitions, method and program of this run
 */
record SeriesAdjustment(AdjustmentMethod method, String definition) {

    /** Where the model of an adjustment came from. */
    enum Origin {
        ESTIMATED,
        REFRESHED
    }

    /** What became of a series. */
    sealed interface Outcome {}

    /** @param stored the model, for the next run */
    record Done(Series series, Adjusted adjusted, Origin origin, StoredModel stored) implements Outcome {}

    /** @param detail what the library said of its failure; empty where we did not ask it */
    record PassedThrough(Reason reason, String detail) implements Outcome {}

    Outcome of(Observed observed, Optional<StoredModel> stored) {
        Optional<Reason> unfit = observed.unfit();
        if (unfit.isPresent()) {
            return new PassedThrough(unfit.get(), "");
        }
        Series series = observed.trimmed();
        try {
            return stored.filter(model -> model.serves(series, definition))
                    .flatMap(model -> refreshed(series, model))
                    .orElseGet(() -> estimated(series));
        } catch (RuntimeException failed) {
            return new PassedThrough(Reason.ESTIMATION, String.valueOf(failed.getMessage()));
        }
    }

    /** Empty if the model no longer fits: then there must be a new one. */
    private Optional<Outcome> refreshed(Series series, StoredModel stored) {
        try {
            return Optional.of(new Done(
                    series, method.refresh(series, Model.parse(stored.parameters())), Origin.REFRESHED, stored));
        } catch (RuntimeException noLongerFits) {
            return Optional.empty();
        }
    }

    private Outcome estimated(Series series) {
        Adjusted adjusted = method.estimate(series);
        StoredModel stored = new StoredModel(
                adjusted.fit().model().json(),
                definition,
                series.period(0),
                series.lastPeriod(),
                series.lastCompleteYear());
        return new Done(series, adjusted, Origin.ESTIMATED, stored);
    }
}

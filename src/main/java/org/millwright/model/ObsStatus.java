package org.millwright.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * Status of one observation, after the SDMX code list {@code CL_OBS_STATUS} 2.2.
 *
 * <p>A figure that is withheld (Q), missing (M) or not applicable (L, H, O) has no value: it is never read as zero.
 */
public enum ObsStatus {
    A("normal value", true),
    B("time series break", true),
    D("definition differs", true),
    E("estimated value", true),
    F("forecast value", true),
    H("missing value, holiday or weekend", false),
    I("imputed value", true),
    L("missing value, data exist but were not collected", false),
    M("missing value, data cannot exist", false),
    N("not significant", true),
    O("missing value", false),
    P("provisional value", true),
    Q("missing value, suppressed", false),
    U("low reliability", true),
    V("unvalidated value", true);

    private final String meaning;
    private final boolean hasValue;

    ObsStatus(String meaning, boolean hasValue) {
        this.meaning = meaning;
        this.hasValue = hasValue;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether an observation of this status carries a figure. */
    public boolean hasValue() {
        return hasValue;
    }

    public static Optional<ObsStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(code))
                .findFirst();
    }
}

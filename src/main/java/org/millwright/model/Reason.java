package org.millwright.model;

/** Why a figure is undefined. An undefined figure is null and carries one of these codes; it is never zero or NaN. */
public enum Reason {
    MISSING("an input has no observation"),
    SUPPRESSED("an input is withheld by its agency"),
    DENOMINATOR("the denominator is zero, or negative where the meaning needs a positive"),
    NO_GOALPOST("no goalposts are declared for the unit of the figure"),
    NONPOSITIVE("a mean that needs positive values met a zero or a negative"),
    COVERAGE("too small a share of the weight has data");

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}

package org.millwright.model;

/** Why a figure is undefined. An undefined figure is null and carries one of these codes; it is never zero or NaN. */
public enum Reason {
    MISSING("an input has no observation"),
    SUPPRESSED("an input is withheld by its agency"),
    DENOMINATOR("the denominator is zero, or negative where the meaning needs a positive"),
    NO_GOALPOST("no goalposts are declared for the unit of the figure"),
    NONPOSITIVE("a mean that needs positive values met a zero or a negative"),
    COVERAGE("too small a share of the weight has data"),
    CONSTANT("the reference window has no two different values, so that there is no scale"),
    SCREENED("too small a share of the unit's indicators has data"),
    NO_WEIGHTS("the data give the weighting method no weights"),
    NOT_COMPARED("the method compares units, and this row is an aggregate of them"),
    NO_SCALE("the target or the reference unit has no value better than the worst of the reference window"),
    COMPARISON("the score compares units, so that its change has no parts of the unit's own"),
    BREAK("a break of the series, or a change of its classification, lies between the two periods"),
    LENGTH("the two periods have different numbers of months"),
    SIGN("a negative figure has no growth rate, share or logarithm"),
    DEFLATOR("the price index is missing, zero or negative for a period that the figure needs"),
    BASE_YEAR("the base year is outside the data"),
    SHORT("the series is too short"),
    HOLE("a period within the series has no figure"),
    NO_JANUARY("January is never published alone, so that the year has no twelve months"),
    ESTIMATION("no model of the season could be estimated");

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}

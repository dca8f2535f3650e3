package org.millwright.index;

/**
 * The leaves of one period at every step from raw values to the common scale, each {@code [leaf][unit]}.
 *
 * @param screenedOut whether too few of the unit's indicators have data
 */
record Prepared(
        CrossSection section,
        boolean[] screenedOut,
        double[][] denominated,
        double[][] imputed,
        double[][] treated,
        double[][] normalised) {

    /** Whether parameters are estimated on this unit. */
    boolean isReference(int row) {
        return isReference(section, screenedOut, row);
    }

    static boolean isReference(CrossSection section, boolean[] screenedOut, int row) {
        return section.compared()[row] && !screenedOut[row];
    }
}

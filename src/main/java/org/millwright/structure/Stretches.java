package org.millwright.structure;

/** Where the series of an area break, so that years on both sides do not compare. */
final class Stretches {
    private Stretches() {}

    /**
     * Of each year the number of breaks up to it: years since the first in which a figure has the status of a break, or is made by
     * another classification than the one before.
     *
     * @param table {@code table[m][y]}: the figures of measure m in year y
     * @param industries whose figures count
     */
    static int[] of(YearFigures[][] table, int[] industries) {
        int years = table[0].length;
        String[][] last = new String[table.length][industries.length];
        int[] stretches = new int[years];
        for (int year = 0; year < years; year++) {
            boolean isBreak = false;
            for (int measure = 0; measure < table.length; measure++) {
                isBreak |= breaks(table[measure][year], industries, last[measure]);
            }
            stretches[year] = (year == 0 ? 0 : stretches[year - 1]) + (isBreak && year > 0 ? 1 : 0);
        }
        return stretches;
    }

    /** @param last the classification of each industry so far, which is brought up to date */
    private static boolean breaks(YearFigures figures, int[] industries, String[] last) {
        boolean isBreak = false;
        for (int place = 0; place < industries.length; place++) {
            int industry = industries[place];
            String classification = figures.classifications()[industry];
            isBreak |= figures.breaks()[industry];
            if (classification != null) {
                isBreak |= last[place] != null && !last[place].equals(classification);
                last[place] = classification;
            }
        }
        return isBreak;
    }
}

package org.millwright.query;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A figure that an indicator's formula reads, seen from the unit that the indicator is of. */
record FormulaFigure(String measure, String priceBasis, String industry, String period) {
    private static final Pattern FIGURE =
            Pattern.compile("(?:(previous|at|total)\\()?([a-z][a-z_0-9]*)(@constant)?(?:,\\s*(\\d{4}))?");
    private static final String WHOLE = "manufacturing";

    /** The figures of a formula as the definitions write it, each once. */
    static List<FormulaFigure> of(String formula, ExplainedUnit unit, Set<String> measures) {
        Matcher matcher = FIGURE.matcher(formula);
        return matcher.results()
                .filter(found -> measures.contains(found.group(2)))
                .map(found -> figure(found, unit))
                .distinct()
                .toList();
    }

    FormulaFigure atCurrentPrices() {
        return new FormulaFigure(measure, "current", industry, period);
    }

    private static FormulaFigure figure(MatchResult found, ExplainedUnit unit) {
        String place = found.group(1) == null ? "" : found.group(1);
        String period = switch (place) {
            case "previous" -> String.valueOf(Integer.parseInt(unit.period()) - 1);
            case "at" -> found.group(4);
            default -> unit.period();
        };
        return new FormulaFigure(
                found.group(2),
                found.group(3) == null ? "current" : "constant",
                place.equals("total") ? WHOLE : unit.industry(),
                period);
    }
}

package org.millwright.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.query.ReleaseSql.Answer;

/**
 * Where a published score comes from: its node, the children that make it with what each contributes, their indicators with
 * formula and value, the figures of the formula, and the observations behind each with file, sheet and row.
 *
 * <p>Everything is read from one release, so that an old score is explained by what was known and defined then.
 */
public final class Explanation {
    /** Of an industry of microdata a reader wants to see a few of its units, and how many more there are. */
    private static final int MOST_OBSERVATIONS = 20;

    /** Published years before those of figures cumulated to December, and these before quarters and months that are added up. */
    private static final String OBSERVATIONS = """
            WITH placed AS (
              SELECT o.*, a.is_total, a.is_shift, a.weight,
                list_position(['annual', 'year-to-date', 'quarterly', 'monthly'], o.frequency) AS origin
              FROM observations o JOIN activity_industries a USING (source, activity)
              WHERE o.dataset = %s AND o.area = %s AND o.measure = %s AND o.price_basis = %s AND a.industry = %s
                AND left(o.period, 4) = %s AND o.vintage <= %s
                AND (o.frequency <> 'year-to-date' OR o.period LIKE '%%-12')
              QUALIFY o.vintage = max(o.vintage) OVER (PARTITION BY o.source, o.activity, o.breakdown, o.frequency, o.period))
            SELECT concat_ws(' ', source, activity, period), value, unit,
              CASE WHEN is_total THEN 'total' WHEN is_shift THEN 'shift' ELSE 'observation' END,
              concat_ws(', ', concat_ws(' ', file, nullif(sheet, ''), 'row', row), 'vintage ' || vintage,
                'status ' || obs_status, CASE WHEN weight <> 1 THEN 'weight ' || weight END)
            FROM placed
            QUALIFY origin = coalesce(min(origin) FILTER (value IS NOT NULL) OVER (), min(origin) OVER ())
              AND (is_total OR is_shift OR NOT coalesce(
                bool_or(is_total AND value IS NOT NULL) OVER (PARTITION BY source, frequency, period), false))
            ORDER BY is_total DESC, is_shift, source, activity, period, row
            """;

    private static final List<String> COLUMNS =
            List.of("depth", "kind", "name", "value", "unit", "contribution", "note");

    /** One line of the answer. */
    private record Line(
            int depth, String kind, String name, Object value, Object unit, Object contribution, String note) {
        List<Object> row() {
            return Arrays.asList(depth, kind, name, value, unit, contribution, note.strip());
        }
    }

    private final ReleaseSql release;
    private final String composite;
    private final ExplainedUnit unit;
    private final Set<String> measures;
    private final List<Line> lines = new ArrayList<>();

    private Explanation(ReleaseSql release, String composite, ExplainedUnit unit) {
        this.release = release;
        this.composite = composite;
        this.unit = unit;
        this.measures = rows("SELECT measure FROM measures").stream()
                .map(row -> row.get(0).toString())
                .collect(Collectors.toSet());
    }

    /**
     * The explanation of a score as lines from the top down: {@code depth} says how far below the score a line stands.
     *
     * @param node the node to explain; empty for the top of the composite
     * @throws MillwrightException if the release has no such score
     */
    public static Answer of(ReleaseSql release, String composite, String node, ExplainedUnit unit) {
        if (!release.views().contains("index_scores")) {
            throw new MillwrightException(new Problem(
                    ErrorCode.QUERY_FAILED,
                    "",
                    "the release has no index",
                    "Name composites in the settings and run again, or name another release with --release"));
        }
        Explanation explanation = new Explanation(release, composite, unit.within(release, composite));
        String top = node.isEmpty() ? explanation.root() : node;
        explanation.node(top, 0, null);
        return new Answer(COLUMNS, explanation.lines.stream().map(Line::row).toList());
    }

    private List<List<Object>> rows(String sql) {
        return release.ask(sql).rows();
    }

    private static String literal(String text) {
        return ReleaseViews.literal(text);
    }

    private String root() {
        List<List<Object>> roots = rows("SELECT node FROM composite_definitions WHERE composite = " + literal(composite)
                + " AND parent IS NULL");
        if (roots.isEmpty()) {
            throw none(
                    "composite '" + composite + "'", "SELECT DISTINCT composite FROM composite_definitions ORDER BY 1");
        }
        return roots.get(0).get(0).toString();
    }

    private MillwrightException none(String what, String alternatives) {
        String known =
                rows(alternatives).stream().map(row -> row.get(0).toString()).collect(Collectors.joining(", "));
        return new MillwrightException(
                new Problem(ErrorCode.QUERY_FAILED, "", "the release has no " + what, "It has " + known));
    }

    /** A node of the composite, and all that is below it. */
    private void node(String node, int depth, Object contribution) {
        List<List<Object>> scores = rows("SELECT score, rank, coverage, reason FROM index_scores WHERE composite = "
                + literal(composite) + " AND node = " + literal(node) + " AND " + unit.condition());
        if (scores.isEmpty()) {
            String nodes = "SELECT node FROM composite_definitions WHERE composite = " + literal(composite);
            if (rows(nodes + " AND node = " + literal(node)).isEmpty()) {
                throw none("node '" + node + "' in '" + composite + "'", nodes + " ORDER BY level DESC, node");
            }
            throw none(
                    "score of '" + node + "' for " + unit.name(),
                    "SELECT DISTINCT concat_ws(' ', '--dataset', dataset, '--area', area, '--period', max(period))"
                            + " FROM index_scores WHERE composite = " + literal(composite)
                            + " GROUP BY dataset, area ORDER BY 1 LIMIT 20");
        }
        List<Object> score = scores.get(0);
        String note = text(score.get(3), "") + text(score.get(1), "rank ") + text(score.get(2), "coverage ");
        lines.add(new Line(depth, "score", node, score.get(0), "", contribution, note));
        List<List<Object>> children = rows("SELECT d.node, c.contribution FROM composite_definitions d"
                + " LEFT JOIN (SELECT * FROM index_contributions WHERE composite = " + literal(composite)
                + " AND node = "
                + literal(node) + " AND " + unit.condition() + ") c ON c.child = d.node WHERE d.composite = "
                + literal(composite) + " AND d.parent = " + literal(node)
                + " ORDER BY c.contribution DESC NULLS LAST, d.node");
        children.forEach(child -> node(child.get(0).toString(), depth + 1, child.get(1)));
        if (children.isEmpty()) {
            indicator(node, depth + 1);
        }
    }

    private static String text(Object value, String label) {
        return value == null ? "" : label + value + " ";
    }

    private void indicator(String indicator, int depth) {
        rows("SELECT v.value, v.unit, v.reason, d.formula FROM indicator_values v JOIN indicator_definitions d"
                        + " USING (indicator) WHERE indicator = " + literal(indicator) + " AND " + unit.condition())
                .forEach(row -> {
                    String formula = row.get(3).toString();
                    lines.add(new Line(
                            depth,
                            "indicator",
                            indicator,
                            row.get(0),
                            row.get(1),
                            null,
                            text(row.get(2), "") + "= " + formula));
                    FormulaFigure.of(formula, unit, measures).forEach(figure -> figure(figure, depth + 1));
                });
    }

    private void figure(FormulaFigure figure, int depth) {
        String of = figure.industry() + " " + figure.period()
                + (figure.priceBasis().equals("current") ? "" : ", constant prices");
        List<List<Object>> known =
                rows("SELECT value, unit, obs_status, coverage, reason, method_version FROM industry_measures WHERE "
                        + new ExplainedUnit(
                                        unit.dataset(), unit.area(), figure.industry(), figure.period(), unit.asOf())
                                .condition()
                        + " AND measure = " + literal(figure.measure()) + " AND price_basis = "
                        + literal(figure.priceBasis()));
        if (known.isEmpty()) {
            lines.add(new Line(depth, "figure", figure.measure(), null, "", null, of + ": no figure"));
        }
        known.forEach(row -> lines.add(new Line(
                depth,
                "figure",
                figure.measure(),
                row.get(0),
                row.get(1),
                null,
                of + ", status " + row.get(2) + ", coverage " + row.get(3)
                        + (row.get(4) == null ? "" : ", " + row.get(4))
                        + (isDerived(row.get(5)) ? ", by " + row.get(5) : ""))));
        boolean isDerived = known.stream().anyMatch(row -> isDerived(row.get(5)));
        observations(isDerived ? figure.atCurrentPrices() : figure, depth + 1);
    }

    /** Whether a figure at constant prices was made of one at current prices. */
    private static boolean isDerived(Object methodVersion) {
        return methodVersion.toString().contains("constant-prices");
    }

    /** The observations that make a figure as harmonising does: newest vintages, the agency's total if it has one. */
    private void observations(FormulaFigure figure, int depth) {
        List<List<Object>> found = rows(OBSERVATIONS.formatted(
                literal(unit.dataset()),
                literal(unit.area()),
                literal(figure.measure()),
                literal(figure.priceBasis()),
                literal(figure.industry()),
                literal(figure.period().substring(0, 4)),
                literal(unit.asOf())));
        found.stream()
                .limit(MOST_OBSERVATIONS)
                .forEach(row -> lines.add(new Line(
                        depth,
                        row.get(3).toString(),
                        row.get(0).toString(),
                        row.get(1),
                        row.get(2),
                        null,
                        row.get(4).toString())));
        if (found.size() > MOST_OBSERVATIONS) {
            lines.add(new Line(
                    depth, "observation", "and " + (found.size() - MOST_OBSERVATIONS) + " more", null, "", null, ""));
        }
    }
}

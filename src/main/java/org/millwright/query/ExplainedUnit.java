package org.millwright.query;

import java.util.List;
import java.util.stream.Collectors;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/**
 * The unit whose score is explained.
 *
 * @param asOf only vintages up to this day were known to the release; {@link #LATEST} for all
 * @param dataset id of the dataset; empty for the only one that has scores of the area
 */
public record ExplainedUnit(String dataset, String area, String industry, String period, String asOf) {
    /** Later than every vintage. */
    public static final String LATEST = "9999";

    String name() {
        return String.join(" ", dataset, area, industry, period);
    }

    /** The condition that a row of a table is about this unit. */
    String condition() {
        return "dataset = " + ReleaseViews.literal(dataset) + " AND area = " + ReleaseViews.literal(area)
                + " AND industry = " + ReleaseViews.literal(industry) + " AND period = " + ReleaseViews.literal(period);
    }

    /** This unit with its dataset named; an error that names the candidates where there are several. */
    ExplainedUnit within(ReleaseSql release, String composite) {
        if (!dataset.isEmpty()) {
            return this;
        }
        List<List<Object>> datasets = release.ask("SELECT DISTINCT dataset FROM index_scores WHERE composite = "
                        + ReleaseViews.literal(composite) + " AND area = " + ReleaseViews.literal(area)
                        + " AND score IS NOT NULL ORDER BY 1")
                .rows();
        if (datasets.size() != 1) {
            String names = datasets.stream().map(row -> row.get(0).toString()).collect(Collectors.joining(", "));
            throw new MillwrightException(new Problem(
                    ErrorCode.QUERY_FAILED,
                    "",
                    datasets.isEmpty()
                            ? "the release has no score of '" + composite + "' for the area " + area
                            : "several datasets have scores of " + area,
                    datasets.isEmpty() ? "See './millwright query'" : "Name one with --dataset: " + names));
        }
        return new ExplainedUnit(datasets.get(0).get(0).toString(), area, industry, period, asOf);
    }
}

package org.millwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.millwright.query.ExplainedUnit;
import org.millwright.query.Explanation;
import org.millwright.query.ReleaseSql;
import org.millwright.query.ReleaseSql.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "explain",
        description = {
            "Where a published score comes from: what each child contributes, the indicators with their formulas, the figures in",
            "them, and the observations behind each figure with file and row."
        },
        footer = {
            "",
            "Examples:",
            "  millwright explain --composite transformation --area XM --industry steel --period 2024",
            "  millwright explain --composite transformation --node green --dataset demo --area XM --industry steel",
            "      --period 2024 --release 20260101T020000000Z --format json"
        })
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Option(names = "--release", paramLabel = "ID", description = "Another release than the current one.")
    private String release;

    @Option(names = "--composite", paramLabel = "C", required = true, description = "Id of the composite.")
    private String composite;

    @Option(names = "--node", paramLabel = "N", defaultValue = "", description = "A node of it (default: the top).")
    private String node;

    @Option(
            names = "--dataset",
            paramLabel = "D",
            defaultValue = "",
            description = "Id of the dataset, where several have the area.")
    private String dataset;

    @Option(names = "--area", paramLabel = "A", required = true, description = "Code of the area.")
    private String area;

    @Option(names = "--industry", paramLabel = "I", required = true, description = "Industry of the scheme.")
    private String industry;

    @Option(names = "--period", paramLabel = "P", required = true, description = "Year.")
    private String period;

    @Option(names = "--format", defaultValue = "table", description = "table (default), csv or json.")
    private AnswerPrinter format;

    @Override
    public Integer call() {
        try (ReleaseSql sql = new ReleaseSql(lake.release(release))) {
            ExplainedUnit unit = new ExplainedUnit(dataset, area, industry, period, lake.asOf(release));
            Answer answer = Explanation.of(sql, composite, node, unit);
            format.print(format == AnswerPrinter.TABLE ? indented(answer) : answer, System.out);
        }
        return 0;
    }

    /** For people: the depth is how far a name stands to the right. */
    private static Answer indented(Answer answer) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : answer.rows()) {
            List<Object> shown = new ArrayList<>(row.subList(2, row.size()));
            shown.set(0, "  ".repeat((Integer) row.get(0)) + row.get(2));
            rows.add(shown);
        }
        return new Answer(answer.columns().subList(2, answer.columns().size()), rows);
    }
}

package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.model.Reason;
import org.millwright.testing.LocalSession;

/** What Spark makes of a panel in any order and any partitions is what the arrays make of it, to the last digit. */
class SparkFormTest {
    private static CompositeScores scores(Layout layout, Dataset<Row> panel) {
        return CompositeScores.estimate(Map.of("random", layout.composite()), panel);
    }

    private static Dataset<Row> rows(RandomIndex index, List<CrossSection> panel, int partitions) {
        return LocalSession.shared()
                .createDataFrame(index.rows(panel), SectionBuilder.PANEL)
                .repartition(partitions);
    }

    private static List<NodeScores> arrays(Layout layout, List<CrossSection> panel) {
        CompositeModel model = CompositeModel.estimate(layout, panel);
        return panel.stream().map(model::score).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void diagnosticsAreThoseOfTheArrays(int partitions) {
        RandomIndex index = new RandomIndex(partitions);
        Layout layout = index.layout("aggregate: {method: topsis}");
        List<CrossSection> panel = index.panel(layout);
        List<String> expected = Diagnosis.of(layout, arrays(layout, panel)).stream()
                .map(row -> text(
                        row.node(),
                        row.other(),
                        row.statistic().name().toLowerCase(Locale.ROOT),
                        row.reason() == null ? row.value() : null,
                        row.flag()
                                .map(flag -> flag.name().toLowerCase(Locale.ROOT))
                                .orElse(null),
                        name(row.reason())))
                .toList();
        assertThat(expected).anyMatch(row -> row.contains("treated_points")).doesNotHaveDuplicates();

        Dataset<Row> rows = rows(index, panel, partitions);
        CompositeScores scores = scores(layout, rows);
        List<String> actual = texts(
                scores.diagnostics(scores.units(rows)).select("node", "other", "statistic", "value", "flag", "reason"));
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void changesAreThoseOfTheArrays(int partitions) {
        RandomIndex index = new RandomIndex(partitions);
        Layout layout = index.layout("aggregate: {method: topsis}");
        List<CrossSection> panel = index.panel(layout);
        List<NodeScores> arrays = arrays(layout, panel);
        List<String> expected = new ArrayList<>();
        for (int unit = 0; unit < panel.get(0).size(); unit++) {
            String name = panel.get(0).unit()[unit];
            int row = unit;
            ScoreChange.along(
                            layout,
                            arrays.stream()
                                    .map(period -> UnitScores.of(period, row))
                                    .toList())
                    .forEach(change -> change.parts()
                            .forEach(part -> expected.add(text(
                                    name,
                                    change.basePeriod(),
                                    change.period(),
                                    part.node(),
                                    part.effect().name().toLowerCase(Locale.ROOT),
                                    part.reason() == null ? part.value() : null,
                                    name(part.reason())))));
        }
        assertThat(expected).isNotEmpty().doesNotHaveDuplicates();

        Dataset<Row> rows = rows(index, panel, partitions);
        CompositeScores scores = scores(layout, rows);
        List<String> actual = texts(scores.changes(scores.units(rows))
                .select("unit", "base_period", "period", "node", "effect", "value", "reason"));
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row ->
                        text(IntStream.range(0, row.size()).mapToObj(row::get).toArray()))
                .toList();
    }

    private static String text(Object... cells) {
        return String.join(" ", Stream.of(cells).map(String::valueOf).toList());
    }

    private static String name(Reason reason) {
        return reason == null ? null : reason.name();
    }
}

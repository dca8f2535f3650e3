package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.error.Problems;
import org.millwright.lake.Lake;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.query.ExplainedUnit;
import org.millwright.query.ReleaseDiff;
import org.millwright.query.ReleaseDiff.Figures;

/** Every figure that differs between two releases has its reason: three nights, each with one thing that changed. */
class ReleaseDiffTest {
    private static final String REVISION = "tiny-2024-05-01.csv";

    @TempDir
    private static Path folder;

    private static Workshop workshop;
    private static final List<String> NIGHTS = new ArrayList<>();

    @BeforeAll
    static void fourNights() {
        workshop = new Workshop(folder);
        workshop.computeIndex();
        workshop.land(
                "tiny-2024-03-01.csv",
                "CN,31,2020,100,10",
                "CN,32,2020,200,20",
                "CN,33,2020,300,30",
                "CN,40,2020,400,40");
        night();
        // Steel of 2020 is revised, and 2021 is new.
        workshop.land(
                REVISION,
                "CN,31,2020,110,10",
                "CN,31,2021,120,12",
                "CN,32,2021,220,22",
                "CN,33,2021,310,30",
                "CN,40,2021,410,41");
        night();
        workshop.write("definitions/indicators/labour_productivity.yaml", """
                id: labour_productivity
                version: 2.0.0
                label: {en: "Labour productivity, doubled", zh: 全员劳动生产率}
                formula: 2 * value_added / employment
                unit: "{currency} per person"
                direction: 1
                pillar: core
                """);
        night();
        night();
    }

    private static void night() {
        NIGHTS.add(workshop.run(Optional.empty(), true).run().release());
    }

    private static List<List<Object>> changes(int before, int after) {
        Releases releases = new Releases(Lake.existing(workshop.lake()).orElseThrow());
        Problems problems = new Problems();
        List<Figures> figures = Definitions.tables(DefinitionFiles.bundled(), problems).stream()
                .map(table -> new Figures(table.name(), table.key(), table.figures()))
                .toList();
        List<String> definitions = manifest(releases, after).definitionsChangedSince(manifest(releases, before));
        try (ReleaseDiff diff = new ReleaseDiff(side(releases, before), side(releases, after), figures, definitions)) {
            return diff.largest(Integer.MAX_VALUE).rows();
        }
    }

    private static ReleaseDiff.Side side(Releases releases, int night) {
        return new ReleaseDiff.Side(releases.folder(NIGHTS.get(night)).orElseThrow(), ExplainedUnit.LATEST);
    }

    private static ReleaseInfo manifest(Releases releases, int night) {
        return releases.all().get(night);
    }

    private static List<Object> change(List<List<Object>> changes, String table, String key, String figure) {
        return changes.stream()
                .filter(row -> row.get(2).equals(table)
                        && row.get(3).equals(key)
                        && row.get(4).equals(figure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void revisedFigureNamesItsFile() {
        List<Object> steel =
                change(changes(0, 1), "industry_measures", "tiny / CN / steel / 2020 / value_added / current", "value");
        assertThat(steel).containsSubsequence("data revision", REVISION);
        assertThat(steel.subList(5, 8)).containsExactly(100_000.0, 110_000.0, 10.0);
    }

    @Test
    void whatFollowsFromARevisedFigureIsRevisedToo() {
        // Traditional industries of 2020: 100 + 200 + 300 of 1000; revised 110 + 200 + 300 of 1010.
        List<Object> share = change(changes(0, 1), "traditional_share", "tiny / CN / 2020 / value_added", "share");
        assertThat(share).containsSubsequence("data revision", REVISION);
        assertThat((Double) share.get(6)).isEqualTo(610.0 / 1010);
    }

    @Test
    void figuresOfANewYearAreANewPeriod() {
        List<Object> steel =
                change(changes(0, 1), "industry_measures", "tiny / CN / steel / 2021 / employment / current", "value");
        assertThat(steel).startsWith("new period");
        assertThat(steel.get(5)).isNull();
    }

    @Test
    void changedFormulaIsADefinition() {
        List<List<Object>> changes = changes(1, 2);
        List<Object> productivity =
                change(changes, "indicator_values", "tiny / CN / steel / 2021 / labour_productivity", "value");
        assertThat(productivity).containsSubsequence("definition", "indicators/labour_productivity.yaml");
        assertThat(productivity.get(7)).isEqualTo(100.0);
        assertThat(changes).noneMatch(row -> row.get(2).equals("industry_measures"));
    }

    @Test
    void everyChangeIsExplained() {
        assertThat(List.of(changes(0, 1), changes(1, 2)))
                .allSatisfy(changes -> assertThat(changes)
                        .isNotEmpty()
                        .noneMatch(row -> row.get(0).equals("unexplained")));
    }

    @Test
    void sameInputsMakeTheSameFigures() {
        assertThat(changes(2, 3)).isEmpty();
    }
}

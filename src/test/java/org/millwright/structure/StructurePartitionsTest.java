package org.millwright.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Area;
import org.millwright.contract.MeasureCode;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.testing.LocalSession;

/** Random figures of three countries and six regions in two datasets: no digit depends on how the rows lie. */
class StructurePartitionsTest {
    private static final List<String> INDUSTRIES = List.of("manufacturing", "metals", "steel", "other_metals", "rest");

    private static final List<Area> AREAS = IntStream.range(0, 9)
            .mapToObj(area -> new Area("A" + area, area < 3 ? "" : "A" + area % 3, "", ""))
            .toList();

    private static List<Row> figures() {
        Random random = new Random(4);
        List<Row> rows = new ArrayList<>();
        for (String dataset : List.of("one", "two")) {
            for (Area area : AREAS) {
                for (String measure : List.of("value_added", "employment")) {
                    for (int year = 2010; year < 2016; year++) {
                        for (String industry : INDUSTRIES) {
                            boolean withheld = random.nextInt(40) == 0;
                            rows.add(RowFactory.create(
                                    dataset,
                                    area.code(),
                                    industry,
                                    Integer.toString(year),
                                    measure,
                                    "current",
                                    measure.equals("employment") ? "persons" : "CNY",
                                    withheld ? null : Math.exp(random.nextGaussian()),
                                    withheld ? "SUPPRESSED" : null,
                                    "codes",
                                    false));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static List<String> regional(List<Row> figures, int partitions) {
        Divisions divisions = new Divisions(DivisionsTest.SCHEME, Map.of());
        return sorted(new Decompositions(divisions, AREAS).regional(table(figures, partitions)));
    }

    private static List<String> statistics(List<Row> figures, int partitions) {
        List<MeasureCode> measures = List.of(
                new MeasureCode("value_added", "", "", "", true, OverTime.SUM, false, true),
                new MeasureCode("employment", "", "", "", true, OverTime.MEAN, true, true));
        Divisions divisions = new Divisions(DivisionsTest.SCHEME, Map.of());
        return sorted(new StructureStatistics(divisions, measures, AREAS).of(table(figures, partitions)));
    }

    private static Dataset<Row> table(List<Row> figures, int partitions) {
        return LocalSession.shared()
                .createDataFrame(figures, TinyFigures.SCHEMA)
                .repartition(partitions);
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    @Test
    void noDigitDependsOnTheOrderOfRowsOrThePartitions() {
        List<Row> figures = figures();
        List<String> once = statistics(figures, 1);
        // Per dataset, area and measure 6 years of 2 levels, 15 pairs of 4 changes, and 6 of theil once; Krugman and
        // three quotients.
        assertThat(once).hasSize(2 * 9 * (2 * (12 + 60 + 6 * 4) + 6)).anyMatch(row -> row.contains("SUPPRESSED"));
        Collections.shuffle(figures, new Random(5));
        assertThat(statistics(figures, 7)).isEqualTo(once);
    }

    @Test
    void noDigitOfARegionDependsOnThemEither() {
        List<Row> figures = figures();
        List<String> once = regional(figures, 1);
        // Per dataset, area and measure 15 pairs of three effects of three groups, and the total.
        assertThat(once).hasSize(2 * 9 * 2 * 15 * (1 + 3 * 3)).anyMatch(row -> row.contains("SUPPRESSED"));
        Collections.shuffle(figures, new Random(6));
        assertThat(regional(figures, 7)).isEqualTo(once);
    }
}

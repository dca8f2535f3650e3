package org.millwright.structure;

import static org.apache.spark.sql.functions.concat_ws;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Area;

/** Growth of an area beside that of what it is part of; manufacturing is metals and the rest, and every effect is reckoned by hand. */
class RegionalDecompositionTest {
    private static final List<Area> AREAS =
            List.of(area("AA", ""), area("AA-1", "AA"), area("AA-2", "AA"), area("BB", ""), area("CC", ""));

    /** The country grows by 10 %, its metals by 20 %, its rest not at all; metals of the region grow by half. */
    private static final String REGION = """
            AA-1 metals 2010 employment 10
            AA-1 rest   2010 employment 10
            AA-1 metals 2015 employment 15
            AA-1 rest   2015 employment 10
            AA   metals 2010 employment 50
            AA   rest   2010 employment 50
            AA   metals 2015 employment 60
            AA   rest   2015 employment 50
            """;

    private static Area area(String code, String parent) {
        return new Area(code, parent, code, code);
    }

    private static List<String> rows(String figures, String where, String columns) {
        return new Decompositions(new Divisions(DivisionsTest.SCHEME, Map.of("set", Set.of())), AREAS)
                        .regional(new TinyFigures().with(figures).table())
                        .filter(where)
                        .select(concat_ws(
                                " ",
                                List.of(columns.split(", ")).stream()
                                        .map(functions::col)
                                        .toArray(Column[]::new)))
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0))
                        .toList();
    }

    @Test
    void growthIsThatOfTheNationOfItsIndustriesAndOfTheRegionItself() {
        assertThat(rows(
                        REGION,
                        "area = 'AA-1'",
                        "period, base_period, industry, effect, measure, unit, reference, value"))
                .containsExactly(
                        // 25 - 20
                        "2015 2010 manufacturing total employment persons AA 5.0",
                        // 10 x 0.1, 10 x (0.2 - 0.1), 15 - 10 x 1.2
                        "2015 2010 metals national employment persons AA 1.0",
                        "2015 2010 metals industry_mix employment persons AA 1.0",
                        "2015 2010 metals competitive employment persons AA 3.0",
                        "2015 2010 rest national employment persons AA 1.0",
                        "2015 2010 rest industry_mix employment persons AA -1.0",
                        "2015 2010 rest competitive employment persons AA 0.0");
    }

    @Test
    void aCountryAloneIsComparedWithNothing() {
        assertThat(rows(REGION, "area = 'AA'", "effect")).isEmpty();
    }

    @Test
    void aBreakOrAGapOfTheNationIsOneOfTheRegion() {
        String broken =
                REGION.replace("AA   rest   2015 employment 50", "AA   rest   2015 employment 50 current other");
        assertThat(rows(broken, "area = 'AA-1' and effect = 'total'", "value, reason"))
                .containsExactly("BREAK");
        String withheld = REGION.replace("AA   rest   2010 employment 50", "AA   rest   2010 employment Q");
        assertThat(rows(withheld, "area = 'AA-1'", "value, reason")).hasSize(7).containsOnly("SUPPRESSED");
    }

    /** CC has no figure of the rest in 2015 and is left out of both years: 32 of AA and BB grow to 44. */
    @Test
    void allAreTheSameAreasInBothYears() {
        String countries = """
                AA metals 2010 value_added 12
                AA rest   2010 value_added 12
                AA metals 2015 value_added 16
                AA rest   2015 value_added 16
                BB metals 2010 value_added 4
                BB rest   2010 value_added 4
                BB metals 2015 value_added 4
                BB rest   2015 value_added 8
                CC metals 2010 value_added 9
                CC rest   2010 value_added 10
                CC metals 2015 value_added 9
                CC rest   2015 value_added M
                """;
        assertThat(rows(countries, "area = 'BB' and industry <> 'metals'", "industry, effect, reference, value"))
                .containsExactly(
                        "manufacturing total all 4.0",
                        // 4 x 12/32; 4 x (8/16 - 12/32); 8 - 4 x (1 + 8/16)
                        "rest national all 1.5",
                        "rest industry_mix all 0.5",
                        "rest competitive all 2.0");
        assertThat(rows(countries, "area = 'CC' and effect = 'total'", "reason"))
                .containsExactly("MISSING");
    }
}

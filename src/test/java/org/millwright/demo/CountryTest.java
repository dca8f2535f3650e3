package org.millwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.contract.Concordance;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.IndustryScheme;
import org.millwright.error.Problems;

class CountryTest {
    private static final Country COUNTRY = new Country(1, Extent.DEFAULT);
    private static final int LAST_YEAR = Extent.LAST_YEAR;

    /** A figure of one unit. */
    private record Unit(int area, Division division, int year) {
        long of(Measure measure) {
            return COUNTRY.figures(area, division, year).of(measure);
        }
    }

    private static List<Unit> regions() {
        List<Unit> units = new ArrayList<>();
        COUNTRY.extent()
                .areas()
                .skip(1)
                .forEach(area -> COUNTRY.divisions()
                        .forEach(division ->
                                COUNTRY.extent().years().forEach(year -> units.add(new Unit(area, division, year)))));
        return units;
    }

    @Test
    void countryHasThirtyOneRegionsAndDivisionsInThirteenYears() {
        Set<String> divisions = COUNTRY.divisions().stream()
                .map(division -> division.code().substring(0, 2))
                .collect(Collectors.toSet());
        assertThat(divisions).hasSize(31);
        assertThat(regions()).hasSize(31 * 32 * 13);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void nationIsTheSumOfItsRegions(Measure measure) {
        for (Division division : COUNTRY.divisions()) {
            for (int year : COUNTRY.extent().years().toArray()) {
                assertThat(COUNTRY.figures(Extent.NATION, division, year).of(measure))
                        .isEqualTo(sum(
                                area -> COUNTRY.figures(area, division, year).of(measure)));
            }
        }
    }

    @Test
    void firstEstimateOfTheNationIsTheSumOfItsRegions() {
        for (Division division : COUNTRY.divisions()) {
            for (Measure measure : Country.FINANCE) {
                assertThat(COUNTRY.preliminary(Extent.NATION, division, LAST_YEAR)
                                .of(measure))
                        .isEqualTo(sum(area ->
                                COUNTRY.preliminary(area, division, LAST_YEAR).of(measure)))
                        .isNotEqualTo(COUNTRY.figures(Extent.NATION, division, LAST_YEAR)
                                .of(measure));
            }
        }
    }

    private static long sum(ToLongFunction<Integer> figure) {
        return COUNTRY.extent().areas().skip(1).boxed().mapToLong(figure).sum();
    }

    @Test
    void partsLieWithinTheirWholes() {
        assertThat(regions()).allSatisfy(unit -> {
            assertThat(unit.of(Measure.VALUE_ADDED)).isBetween(1L, unit.of(Measure.REVENUE));
            assertThat(unit.of(Measure.PROFIT)).isLessThan(unit.of(Measure.VALUE_ADDED));
            assertThat(unit.of(Measure.NEW_PRODUCT_REVENUE)).isLessThan(unit.of(Measure.REVENUE));
            assertThat(unit.of(Measure.KEY_PROCESSES_NC)).isLessThanOrEqualTo(unit.of(Measure.KEY_PROCESSES));
            assertThat(unit.of(Measure.ENTERPRISES_ON_PLATFORM))
                    .isLessThanOrEqualTo(unit.of(Measure.SURVEYED_ENTERPRISES));
            assertThat(unit.of(Measure.SOLID_WASTE_USED)).isLessThanOrEqualTo(unit.of(Measure.SOLID_WASTE_GENERATED));
            assertThat(unit.of(Measure.EQUIPMENT_NET)).isLessThan(unit.of(Measure.EQUIPMENT_GROSS));
            assertThat(unit.of(Measure.ACCIDENTS)).isGreaterThanOrEqualTo(unit.of(Measure.DEATHS));
        });
    }

    @Test
    void someUnitsMakeALossButFew() {
        long losses =
                regions().stream().filter(unit -> unit.of(Measure.PROFIT) < 0).count();
        assertThat(losses).isPositive().isLessThan(regions().size() / 20);
    }

    @Test
    void pricesOfTheBaseYearAreItsOwn() {
        assertThat(regions())
                .filteredOn(unit -> unit.year() == 2015)
                .allSatisfy(unit ->
                        assertThat(unit.of(Measure.VALUE_ADDED_2015_PRICES)).isEqualTo(unit.of(Measure.VALUE_ADDED)));
    }

    /** Nobody can compute a withheld cell from the nation's figure and the other regions. */
    @Test
    void withheldCellsStandAtLeastTwoInAColumn() {
        for (Division division : COUNTRY.divisions()) {
            long withheld = COUNTRY.extent()
                    .areas()
                    .filter(area -> COUNTRY.isWithheld(area, division))
                    .count();
            assertThat(withheld).isNotEqualTo(1);
        }
        long all = COUNTRY.divisions().stream()
                .mapToLong(division -> COUNTRY.extent()
                        .areas()
                        .filter(area -> COUNTRY.isWithheld(area, division))
                        .count())
                .sum();
        assertThat(all).isEqualTo(8);
    }

    @Test
    void revenueOfTheNationRisesWithinTheYear() {
        for (Division division : COUNTRY.divisions()) {
            YearToDate path = new YearToDate(COUNTRY.noise(), division, LAST_YEAR);
            Figures nation = COUNTRY.figures(Extent.NATION, division, LAST_YEAR);
            long[] months = YearToDate.months(Extent.NATION)
                    .mapToLong(month -> path.figure(nation, Measure.REVENUE, month))
                    .toArray();
            assertThat(months).hasSize(11).isSorted();
            assertThat(months[10]).isEqualTo(nation.of(Measure.REVENUE));
        }
    }

    /** About 80 %, as the ministry says of the country that this one is modelled on. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20250331})
    void traditionalIndustriesMakeAboutFourFifths(long seed) {
        Country country = new Country(seed, Extent.DEFAULT);
        Problems problems = new Problems();
        Definitions definitions = Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", problems);
        problems.throwIfAny();
        IndustryScheme scheme = definitions.scheme();
        Set<String> traditional = definitions.concordances().get("gb-t-4754-2017").rows().stream()
                .filter(row -> scheme.selfAndAncestors(row.to()).contains("traditional"))
                .map(Concordance.Row::from)
                .collect(Collectors.toSet());
        for (int year : country.extent().years().toArray()) {
            double part = 0;
            double all = 0;
            for (Division division : country.divisions()) {
                long valueAdded = country.figures(Extent.NATION, division, year).of(Measure.VALUE_ADDED);
                all += valueAdded;
                part += traditional.contains(division.code()) ? valueAdded : 0;
            }
            assertThat(part / all).isCloseTo(0.8, within(0.05));
        }
    }
}

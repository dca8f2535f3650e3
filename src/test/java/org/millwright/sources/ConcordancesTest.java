package org.millwright.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.contract.Concordance;
import org.millwright.contract.Concordance.Role;
import org.millwright.contract.Correspondence;
import org.millwright.contract.Correspondence.Shift;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.error.Problems;

/** The concordances against the official lists of codes. */
class ConcordancesTest {
    private static Path lists;
    private static Definitions definitions;

    @BeforeAll
    static void readDefinitions() {
        lists = SourceRun.shared().resolve("concordances");
        Problems problems = new Problems();
        definitions = Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", problems);
        problems.throwIfAny();
    }

    /** The parts are one level of the classification, so that no figure is added to its own children. */
    @ParameterizedTest
    @CsvSource({"naics-2007, 1, 472", "naics-2012, 2, 364", "naics-2017, 3, 360"})
    void everyManufacturingCodeOfNaicsLeadsToExactlyOnePart(String classification, int column, int codes) {
        Set<String> official = new TreeSet<>(column("NAICS_Year_Concordance.csv", column));
        official.removeIf(code -> !code.matches("3[123]\\d{4}"));
        List<String> parts = codes(classification, Role.PART);
        assertThat(official)
                .hasSize(codes)
                .allSatisfy(code ->
                        assertThat(parts.stream().filter(code::startsWith)).hasSize(1));
        assertThat(parts).allSatisfy(part -> assertThat(official).anyMatch(code -> code.startsWith(part)));
    }

    @ParameterizedTest
    @CsvSource({"naics-2007, 1", "naics-2012, 2", "naics-2017, 3"})
    void everyOtherCodeOfNaicsIsOutside(String classification, int column) {
        Set<String> official = new TreeSet<>(column("NAICS_Year_Concordance.csv", column));
        official.removeIf(code -> !code.matches("\\d{6}") || code.matches("3[123]\\d{4}"));
        List<String> outside = codes(classification, Role.OUTSIDE);
        assertThat(official)
                .isNotEmpty()
                .allSatisfy(code ->
                        assertThat(outside.stream().filter(code::startsWith)).hasSize(1));
    }

    /** A class goes through its longest listed prefix; a division stands in where a source has no groups. */
    @ParameterizedTest
    @CsvSource({"nace-2, eurostat_NACE.csv", "isic-4, eurostat_ISIC4.csv"})
    void everyClassHasItsPlace(String classification, String file) {
        Set<String> official = new TreeSet<>();
        column(file, 0).forEach(code -> official.add(code.replace(".", "")));
        List<String> listed = Stream.of(Role.PART, Role.OUTSIDE)
                .flatMap(role -> codes(classification, role).stream())
                .toList();
        assertThat(official).containsAll(listed);
        Concordance concordance = definitions.concordances().get(classification);
        assertThat(official)
                .filteredOn(code -> code.matches("\\d{4}"))
                .isNotEmpty()
                .allSatisfy(code -> {
                    boolean manufacturing = code.compareTo("10") > 0 && code.compareTo("34") < 0;
                    String through = concordance.listedPrefix(code).orElseThrow();
                    assertThat(codes(classification, manufacturing ? Role.PART : Role.OUTSIDE))
                            .contains(through);
                });
    }

    /** The summed codes are the same; what moved between them is a matter of the correspondences. */
    @Test
    void versionsOfNaicsAgree() {
        assertThat(industries("naics-2007", code -> true))
                .isEqualTo(industries("naics-2012", code -> true))
                .isEqualTo(industries("naics-2017", code -> true));
    }

    /** Rows 4 and following of the Census Bureau's table, of manufacturing. */
    @Test
    void linksFromNaics2007To2012AreTheOfficialOnes() {
        List<String> official = rows("2007_to_2012_NAICS.csv")
                .filter(row -> row[0] != null && row[0].matches("3[123]\\d{4}"))
                .map(row -> row[0] + " " + row[2])
                .toList();
        assertThat(official).hasSize(473);
        assertThat(correspondence().links())
                .extracting(link -> link.from() + " " + link.to())
                .containsExactlyInAnyOrderElementsOf(official);
    }

    /** Of 473 links one crosses the border of an industry: both classifications define all the others. */
    @Test
    void onlyDigitalCamerasMoveBetweenIndustries() {
        assertThat(definitions.shifts(definitions.sources().get("us-census-asm-2007")))
                .extracting(Shift::code, Shift::industry, shift -> Math.rint(shift.share() * 1e9) / 1e9)
                .containsExactlyInAnyOrder(
                        tuple("334119", "machinery", 0.1521),
                        tuple("334119", "traditional", 0.1521),
                        tuple("334119", "other_manufacturing", -0.1521));
    }

    private static Correspondence correspondence() {
        return definitions.correspondences().get("naics-2007-to-naics-2012");
    }

    /** NACE is ISIC down to the division; the groups of basic metals are where they part. */
    @Test
    void divisionsOfNaceAndIsicAgree() {
        assertThat(industries("nace-2", code -> code.length() == 2))
                .hasSize(88)
                .isEqualTo(industries("isic-4", code -> code.length() == 2));
        assertThat(industries("isic-4", code -> code.startsWith("24")))
                .containsOnly(
                        entry("24", "metallurgy"),
                        entry("241", "steel"),
                        entry("242", "nonferrous_metals"),
                        entry("243", "metallurgy"),
                        entry("2431", "steel"),
                        entry("2432", "nonferrous_metals"));
    }

    /** Code to industry. */
    private static Map<String, String> industries(String classification, Predicate<String> codes) {
        return definitions.concordances().get(classification).rows().stream()
                .filter(row -> codes.test(row.from()))
                .collect(Collectors.toMap(Concordance.Row::from, Concordance.Row::to));
    }

    private static List<String> codes(String classification, Role role) {
        return definitions.concordances().get(classification).rows().stream()
                .filter(row -> row.role() == role)
                .map(Concordance.Row::from)
                .toList();
    }

    private static List<String> column(String file, int index) {
        return rows(file)
                .filter(row -> row.length > index && row[index] != null)
                .map(row -> row[index])
                .toList();
    }

    private static Stream<String[]> rows(String file) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setMaxCharsPerColumn(1 << 20);
        return new CsvParser(settings).parseAll(lists.resolve(file).toFile()).stream();
    }
}

package org.millwright.harmonise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.error.Problems;

/** The bundled concordances: which industries hold something that none of their parts holds. */
class IndustryMappingTest {
    private static Map<String, Set<String>> undivided(Map<String, Set<String>> activities) {
        Problems problems = new Problems();
        Definitions definitions = Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", problems);
        problems.throwIfAny();
        return new IndustryMapping(definitions, activities).undivided();
    }

    /** NAICS 3315 holds foundries of all metals; the survey's list of codes has it also where the data lack it. */
    @Test
    void castingsOfAllMetalsKeepMetallurgyWhole() {
        assertThat(undivided(Map.of("us-census-asm-2012", Set.of("3311", "3313", "3315"))))
                .containsOnly(entry("us-census-asm", Set.of("metallurgy")));
        assertThat(undivided(Map.of("us-census-asm-2012", Set.of("3311", "3313"))))
                .containsOnly(entry("us-census-asm", Set.of("metallurgy")));
    }

    /** One code for steel and other metals, in one of the two sources of a dataset. */
    @Test
    void oneSourceKeepsAnIndustryOfItsDatasetWhole() {
        assertThat(undivided(Map.of("wiod-factor-costs", Set.of("C24"), "wiod-co2", Set.of("C10-C12"))))
                .containsOnly(entry("wiod", Set.of("metallurgy")));
    }

    /** GB/T 31 is steel and 32 other metals; a total and codes outside manufacturing keep nothing whole. */
    @Test
    void partsThatMakeTheirIndustryDivideIt() {
        assertThat(undivided(Map.of("demo-yearbook", Set.of("C", "31", "32", "06"), "not-defined", Set.of("31"))))
                .containsOnly(entry("demo", Set.of()));
    }
}

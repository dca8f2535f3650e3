package org.millwright.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Industry;
import org.millwright.contract.IndustryScheme;

/** Manufacturing is metals (steel and others) and the rest. */
class DivisionsTest {
    static final IndustryScheme SCHEME = new IndustryScheme(
            "tiny",
            List.of(
                    industry("manufacturing", ""),
                    industry("metals", "manufacturing"),
                    industry("steel", "metals"),
                    industry("other_metals", "metals"),
                    industry("rest", "manufacturing")));

    private static Industry industry(String code, String parent) {
        return new Industry(code, parent, 0, code, code);
    }

    private static List<String> groups(Set<String> undivided, String... withFigures) {
        Divisions divisions = new Divisions(SCHEME, Map.of("set", undivided));
        return IntStream.of(
                        divisions.groups("set", place -> List.of(withFigures).contains(divisions.industry(place))))
                .mapToObj(divisions::industry)
                .toList();
    }

    @Test
    void everyIndustryWithPartsIsDivided() {
        assertThat(groups(Set.of(), "manufacturing", "metals", "steel", "other_metals", "rest"))
                .containsExactly("steel", "other_metals", "rest");
    }

    @Test
    void anIndustryThatHoldsMoreThanItsPartsIsNotDivided() {
        assertThat(groups(Set.of("metals"), "manufacturing", "metals", "steel", "other_metals", "rest"))
                .containsExactly("metals", "rest");
    }

    @Test
    void anIndustryOneOfWhosePartsHasNoFigureIsNotDivided() {
        assertThat(groups(Set.of(), "manufacturing", "metals", "steel", "rest")).containsExactly("metals", "rest");
    }

    /** Without a figure of its own it can still be divided: the parts have all of it. */
    @Test
    void theWholeNeedsNoFigureOfItsOwn() {
        assertThat(groups(Set.of(), "steel", "other_metals", "rest")).containsExactly("steel", "other_metals", "rest");
    }

    @Test
    void aGapThatNothingCoversGoesUpToTheWhole() {
        assertThat(groups(Set.of(), "manufacturing", "steel", "other_metals")).containsExactly("manufacturing");
        assertThat(groups(Set.of(), "steel", "other_metals")).isEmpty();
    }

    @Test
    void whatIsUndividedInOneDatasetMayBeDividedInAnother() {
        Divisions divisions = new Divisions(SCHEME, Map.of("set", Set.of("metals")));
        assertThat(divisions.groups("set", place -> true)).hasSize(2);
        assertThat(divisions.groups("other", place -> true)).hasSize(3);
    }
}

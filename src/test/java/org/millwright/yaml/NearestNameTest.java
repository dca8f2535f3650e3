package org.millwright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    /** The first pair is Levenshtein's textbook example. */
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "flaw, lawn, 2", "'', abc, 3", "abc, '', 3", "same, same, 0", "行业, 产业, 1"})
    void distanceIsTheFewestEdits(String a, String b, int expected) {
        assertThat(NearestName.distance(a, b)).isEqualTo(expected);
        assertThat(NearestName.distance(b, a)).isEqualTo(expected);
    }

    @Test
    void nearestIsSuggestedAndTheFirstOfEquallyNear() {
        assertThat(NearestName.suggestion("profti", List.of("revenue", "profit")))
                .isEqualTo("Did you mean 'profit'? Known are revenue, profit");
        assertThat(NearestName.of("x", List.of("c", "b"))).contains("b");
    }

    @Test
    void manyNamesAreNotAllListedAndNoneGivesNoSuggestion() {
        List<String> many = IntStream.range(10, 23).mapToObj(i -> "name" + i).toList();
        assertThat(NearestName.suggestion("nam12", many)).isEqualTo("Did you mean 'name12'?");
        assertThat(NearestName.suggestion("x", List.of())).isEqualTo("Remove it");
    }
}

package org.millwright.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Tallies of partitions merge to the tally of the whole, in any order and grouping. */
class TallyTest {
    private static final Tally NONE = Tally.none("source", "rule");

    /** Deviations from a small set, so that many are equal. */
    private static List<Tally> cases(Random random) {
        List<Tally> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double deviation = random.nextInt(5) / 2.0;
            cases.add(
                    random.nextInt(5) == 0 ? NONE : NONE.add(deviation, deviation < 1.5, "case " + random.nextInt(30)));
        }
        return cases;
    }

    @RepeatedTest(20)
    void mergingIsCommutativeAndAssociativeAndHasANeutralElement(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Tally> cases = cases(random);
        Tally whole = cases.stream().reduce(NONE, Tally::merge);
        Collections.shuffle(cases, random);
        assertThat(cases.stream().reduce(NONE, Tally::merge)).isEqualTo(whole);
        int cut = 1 + random.nextInt(cases.size() - 1);
        Tally left = cases.subList(0, cut).stream().reduce(NONE, Tally::merge);
        Tally right = cases.subList(cut, cases.size()).stream().reduce(NONE, Tally::merge);
        assertThat(left.merge(right)).isEqualTo(whole).isEqualTo(right.merge(left));
        assertThat(whole.merge(NONE)).isEqualTo(whole).isEqualTo(NONE.merge(whole));
    }

    @Test
    void theWorstCaseIsKeptAndOfEqualOnesTheFirstByName() {
        Tally tally =
                NONE.add(1, true, "b").add(3, false, "z").add(3, false, "c").add(2, false, "a");
        assertThat(tally).isEqualTo(new Tally("source", "rule", 4, 3, 3, "c"));
    }
}

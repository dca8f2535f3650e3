package org.millwright.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The traditional industries over manufacturing, in every period that there are figures of. */
class TraditionalShareTest {
    private static List<String> shares(String figures) {
        return TraditionalShare.of(new TinyFigures().with(figures).table())
                .selectExpr("concat_ws(' ', period, measure, share, traditional_value, manufacturing_value, reason)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void yearsQuartersAndMonthsHaveSharesOfTheirOwn() {
        assertThat(shares("""
                        CN traditional   2020    revenue 60
                        CN manufacturing 2020    revenue 80
                        CN traditional   2020-Q4 revenue 10
                        CN manufacturing 2020-Q4 revenue 20
                        CN traditional   2020-12 revenue 1
                        CN manufacturing 2020-12 revenue 4
                        """))
                .containsExactly(
                        "2020 revenue 0.75 60.0 80.0", "2020-12 revenue 0.25 1.0 4.0", "2020-Q4 revenue 0.5 10.0 20.0");
    }

    @Test
    void otherMeasuresAndPriceBasesHaveNone() {
        assertThat(shares("""
                        CN traditional   2020 energy 60
                        CN manufacturing 2020 energy 80
                        CN traditional   2020 revenue 60 constant
                        CN manufacturing 2020 revenue 80 constant
                        """)).isEmpty();
    }

    @Test
    void aShareThatCannotBeSaysWhy() {
        assertThat(shares("""
                        CN traditional   2019 profit Q
                        CN manufacturing 2019 profit 5
                        CN manufacturing 2020 profit 5
                        CN traditional   2021 profit 5
                        CN manufacturing 2021 profit -5
                        CN traditional   2022 profit 6
                        CN manufacturing 2022 profit 5
                        """))
                .containsExactly(
                        "2019 profit 5.0 SUPPRESSED",
                        "2020 profit 5.0 MISSING",
                        "2021 profit 5.0 -5.0 DENOMINATOR",
                        "2022 profit 1.2 6.0 5.0");
    }
}

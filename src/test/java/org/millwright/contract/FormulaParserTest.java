package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.contract.Formula.Elsewhere;
import org.millwright.contract.Formula.Place;
import org.millwright.contract.Formula.Reference;
import org.millwright.model.PriceBasis;

/** The arithmetic of contracts and definitions; results are reckoned by hand. */
class FormulaParserTest {
    private static final Map<String, Double> FIGURES =
            Map.of("a", 7.0, "b", 2.0, "c", -3.0, "GEO.id", 5.0, "two words", 11.0);

    private static double value(String text) {
        return FormulaParser.parse(text).evaluate(leaf -> FIGURES.getOrDefault(((Reference) leaf).name(), Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({
        "a + b * c, 1",
        "(a + b) * c, -27",
        "a - b - c, 8",
        "a - (b - c), 2",
        "a / b / b, 1.75",
        "a / b * b, 7",
        "a * b / b, 7",
        "-a + b, -5",
        "-a * b, -14",
        "--a, 7",
        "a - -b, 9",
        "2 * (a - (b + c)), 16",
        "1e3 * a, 7000",
        "1.5E-1, 0.15",
        "GEO.id + 1, 6",
        "`two words` - 1, 10",
        "'  a+b  ', 9"
    })
    void arithmeticFollowsTheUsualPrecedence(String text, double expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a / 0", "a / c", "a / (b - 2)", "absent + 1", "0 * absent", "a / absent"})
    void quotientByNothingPositiveAndWhatMeetsAnAbsentFigureIsUndefined(String text) {
        assertThat(value(text)).isNaN();
    }

    @Test
    void leavesKeepTheirOrderAndTheirPlaces() {
        assertThat(FormulaParser.parse("x@constant / previous(y@constant) + at(z, 2023) - total(w)")
                        .leaves())
                .containsExactly(
                        new Reference("x", PriceBasis.CONSTANT),
                        new Elsewhere(Place.PREVIOUS, new Reference("y", PriceBasis.CONSTANT), ""),
                        new Elsewhere(Place.AT, new Reference("z", PriceBasis.CURRENT), "2023"),
                        new Elsewhere(Place.TOTAL, new Reference("w", PriceBasis.CURRENT), ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                | '' ends too early
            a +               | 'a +' ends too early
            (a + b            | ')' is expected before '' in '(a + b'
            a b               | 'b' is not expected in 'a b'
            a + * b           | '* b' is not expected in 'a + * b'
            a + b)            | ')' is not expected in 'a + b)'
            a ; b             | '; b' is not expected in 'a ; b'
            a ** b            | '* b' is not expected in 'a ** b'
            `a                | '`a' is not expected in '`a'
            增加值            | '增加值' is not expected in '增加值'
            1..2              | '..2' is not expected in '1..2'
            1e999             | the number 1e999 is too large
            next(a)           | unknown function 'next'; known are previous, at and total
            previous(1)       | '1)' is not expected in 'previous(1)'
            previous(a        | ')' is expected before '' in 'previous(a'
            at(a)             | ',' is expected before ')' in 'at(a)'
            at(a, b)          | a year such as 2023 is expected as the second argument of at
            at(a, 20.5)       | a year such as 2023 is expected as the second argument of at
            Runtime.exec(a)   | unknown function 'Runtime.exec'; known are previous, at and total
            """)
    void whatIsNoFormulaIsRefusedAtItsPlace(String text, String message) {
        assertThatThrownBy(() -> FormulaParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

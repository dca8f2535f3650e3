package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.stat.Family;

/** What a user learns of the methods from the command line. */
class MethodsCommandTest {

    @Test
    void listHasEveryMethodOfEveryFamilyOnALineWithItsMeaning() {
        Typed list = Typed.line("methods");
        assertThat(list.exitCode()).isZero();
        assertThat(list.err()).isEmpty();
        for (Family family : Family.values()) {
            family.methods()
                    .keySet()
                    .forEach(method -> assertThat(list.out())
                            .containsPattern("(?m)^" + method + " +" + family.id() + " +[A-Z0-9].*\\.$"));
        }
        int methods = List.of(Family.values()).stream()
                .mapToInt(family -> family.methods().size())
                .sum();
        assertThat(list.out().lines()).hasSize(1 + methods);
    }

    @Test
    void listIsInTheOrderOfTheSteps() {
        assertThat(Typed.line("methods", "--format", "csv").out().lines().map(line -> line.split(",")[1]))
                .containsSubsequence("imputation", "treatment", "normalisation", "weighting", "aggregation");
    }

    @ParameterizedTest
    @CsvSource({
        "z-score,           '# z-score',  'z = mean + standard-deviation (x - m) / s'",
        "aggregation/power, '# power',    '(sum w x^p / sum w)^(1/p)'",
        "treatment/none,    '# none',     'treat: none'",
        "imputation/none,   '# none',     'impute: none'"
    })
    void nameGivesThePage(String name, String start, String formula) {
        Typed page = Typed.line("methods", name);
        assertThat(page.exitCode()).isZero();
        assertThat(page.out()).startsWith(start + "\n").contains(formula).containsOnlyOnce("\n**Formula.**");
    }

    @Test
    void nameThatTwoFamiliesHaveGivesBothPages() {
        assertThat(Typed.line("methods", "none").out()).contains("impute: none", "treat: none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zscore           | there is no method 'zscore'. Did you mean 'z-score'?
            treatment/nona   | there is no method 'treatment/nona'. Did you mean 'treatment/none'?
            treatment/power  | there is no method 'treatment/power'. Did you mean
            """)
    void unknownNameIsUsageAndNamesTheNearest(String name, String message) {
        Typed typed = Typed.line("methods", name);
        assertThat(typed.exitCode()).isEqualTo(64);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains(message, "See 'millwright methods --help'");
    }
}

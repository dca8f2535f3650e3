package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problems;

/** What can be wrong with a source contract is said with file and line, all of it at once. */
class SourceContractProblemsTest {
    @TempDir
    private Path folder;

    private OwnDefinitions own;

    @BeforeEach
    void open() {
        own = new OwnDefinitions(folder);
    }

    @Test
    void bundledDefinitionsAndASoundContractHaveNoProblem() {
        assertThat(own.write("sources/tiny.yaml", OwnDefinitions.CONTRACT).problems())
                .isEmpty();
    }

    @Test
    void unknownKeyIsRefusedWithTheNearestKnownOne() {
        own.contract("frequency: annual", "freqency: annual");
        assertThat(own.problems())
                .containsExactly("sources/tiny.yaml:9: unknown key 'freqency'. Did you mean 'frequency'?"
                        + " Known are codes, column, constant, frequency, pattern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}", "../{name}.done", "done\\\\{name}"})
    void anEndMarkerIsAnotherFileBesideTheFile(String marker) {
        own.contract("format: {type: csv}", "format: {type: csv}\ncomplete-when: {file: \"" + marker + "\"}");
        assertThat(own.problems())
                .containsExactly("sources/tiny.yaml:7: '" + marker.replace("\\\\", "\\")
                        + "' does not name a file beside another. Write for example \"{name}.done\"");
    }

    @Test
    void twoContractsWithOneIdNameBothFiles() {
        own.write("sources/a.yaml", OwnDefinitions.CONTRACT).write("sources/b.yaml", "\n" + OwnDefinitions.CONTRACT);
        assertThat(own.problems())
                .containsExactly("sources/b.yaml:2: the id 'tiny' is taken by sources/a.yaml:1."
                        + " Give one of them another id");
    }

    @Test
    void everyProblemIsReportedAtOnceAndIsASettingsMatter() {
        own.write("sources/tiny.yaml", """
                id: tiny
                dataset: tiny
                licence: none
                format: {type: csvv, delimiter: ";;", encoding: UTF-9}
                area: {constant: CN, column: area}
                activity: {column: code, classification: gb-t-4754}
                period: {column: year}
                measures:
                  - {measure: value_adde, column: va, unit: CNY, factor: thousand}
                """);
        assertThat(own.problems())
                .containsExactly(
                        "sources/tiny.yaml:1: the key 'title' is missing. Add it",
                        "sources/tiny.yaml:4: 'csvv' is not a known format. Write csv, sdmx-csv, xlsx or parquet",
                        "sources/tiny.yaml:5: a dimension needs either 'constant' or 'column'. Write one of them",
                        "sources/tiny.yaml:9: 'thousand' is not a number. Write a number",
                        "sources/tiny.yaml:1: there is no classification 'gb-t-4754'."
                                + " Did you mean 'gb-t-4754-2017'? Known are " + classifications(),
                        "sources/tiny.yaml:1: there is no measure 'value_adde'. Did you mean 'value_added'?");
        Problems problems = new Problems();
        own.read(problems);
        assertThat(new MillwrightException(problems.all()).exitCode()).isEqualTo(78);
    }

    private String classifications() {
        return String.join(", ", own.read(new Problems()).concordances().keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: tiny                   | id: "x' OR '1'='1"                      | 1 | is not an id
            id: tiny                   | id: ../../etc                           | 1 | is not an id
            dataset: tiny              | dataset: Tiny                           | 2 | 'Tiny' is not an id
            vintage: {date: 2022-03-01} | vintage: {date: 2022-02-30}            | 5 | '2022-02-30' is not a date
            vintage: {date: 2022-03-01} | vintage: {from: file-name, pattern: 'x'} | 5 | does not say where the date stands
            format: {type: csv}        | format: {type: csv, header-row: 0}      | 6 | '0' is too small for header-row
            format: {type: csv}        | format: {type: csv, header-rows: 1.5}   | 6 | '1.5' is not a whole number
            format: {type: csv}        | format: {type: csv, delimiter: ";;"}    | 6 | ';;' is not one character
            format: {type: csv}        | format: {type: csv, encoding: UTF-9}    | 6 | 'UTF-9' is not a known encoding
            column: year, frequency: annual | column: year, frequency: weekly    | 9 | 'weekly' is not known here. Write one of annual, quarterly, monthly, year-to-date
            column: year, frequency: annual | column: year, pattern: '(\\d{4})'  | 9 | does not say where the year stands
            column: year, frequency: annual | column: year, pattern: '[x', frequency: annual | 9 | '[x' is not a regular expression
            column: va, unit           | expression: va +, unit                  | 11 | 'va +' ends too early
            column: va, unit           | price-basis: real, column: va, unit     | 11 | 'real' is not known here. Write one of current, constant, comparable
            column: va, unit           | expression: previous(va), unit          | 11 | an expression of a source knows columns only
            """)
    void wrongValueIsReportedAtItsLine(String line, String replacement, int number, String what) {
        own.contract(line, replacement);
        assertThat(own.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("sources/tiny.yaml:" + number + ": ")
                        .contains(what));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            markers: {D: Z}                     | the marker 'D' means neither a status without a figure nor a number
            markers: {D: P}                     | the marker 'D' means neither a status without a figure nor a number
            rejects: {tolerance: 5}             | '5.0' is not a share
            unpivot: {columns: x, headers: [a, b]} | it names more headers than the format has rows of header
            unpivot: {keys: {1: x}, columns: x, headers: [a]} | '1' is not the letter of a column
            rules: [{id: r, kind: sum}]         | 'sum' is not a known rule
            rules: [{id: r, kind: range, measure: profit}] | there is no measure of this source 'profit'
            """)
    void wrongAdditionIsReported(String addition, String what) {
        own.write("sources/tiny.yaml", OwnDefinitions.CONTRACT + addition + "\n");
        assertThat(own.problems())
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("sources/tiny.yaml:").contains(what));
    }

    @Test
    void contractWithoutMeasuresIsNone() {
        String none = OwnDefinitions.CONTRACT.replaceFirst("(?s)measures:.*", "measures: []\n");
        own.write("sources/tiny.yaml", none);
        assertThat(own.problems())
                .containsExactly("sources/tiny.yaml:1: the contract names no measure."
                        + " Add at least one entry under 'measures'");
    }

    @Test
    void everyFileIsReadThoughOneIsBroken() {
        own.write("sources/a.yaml", "id: [").write("sources/b.yaml", OwnDefinitions.CONTRACT + "surplus: 1\n");
        List<String> problems = own.problems();
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith("sources/a.yaml:1: ").endsWith("Correct the YAML");
        assertThat(problems.get(1)).startsWith("sources/b.yaml:13: unknown key 'surplus'");
    }
}

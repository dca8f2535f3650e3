package org.millwright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.error.Problems;

/** Strict reading: every wrong thing is a problem with its line, and nothing is ever thrown or run. */
class YamlNodeTest {
    private enum Colour {
        DARK_RED,
        BLUE
    }

    private static List<String> problems(String text, Consumer<YamlNode> reading) {
        Problems problems = new Problems();
        reading.accept(YamlDocument.read("f.yaml", text, problems));
        return problems.all().stream().map(Problem::text).toList();
    }

    @Test
    void absentKeyIsReportedWhereItBelongs() {
        assertThat(problems("a: 1\nb:\n  c: 2\n", node -> {
                    node.text("x");
                    node.at("b").text("y");
                    node.at("z").text("w");
                }))
                .containsExactly(
                        "f.yaml:1: the key 'x' is missing. Add it",
                        "f.yaml:3: the key 'y' is missing. Add it",
                        "f.yaml:1: the key 'w' is missing. Add it");
    }

    @Test
    void wrongKindsAreReportedAtTheirLines() {
        assertThat(problems("a: [1]\nb: x\nc: 1.5\nd: {e: 1}\nf: .inf\n", node -> {
                    node.text("a");
                    node.number("b", 0);
                    node.integer("c", 0);
                    node.list("d", YamlNode::scalar);
                    node.number("f", 0);
                }))
                .containsExactly(
                        "f.yaml:1: a single value is expected here. Write one text or number",
                        "f.yaml:2: 'x' is not a number. Write a number",
                        "f.yaml:3: '1.5' is not a whole number. Write a whole number",
                        "f.yaml:4: a list is expected here. Write [a, b] or lines that start with '-'",
                        "f.yaml:5: '.inf' is not a number. Write a number");
    }

    @Test
    void choiceNamesAllThatThereAre() {
        assertThat(problems("c: green\n", node -> node.choice("c", Colour.class, Colour.BLUE)))
                .containsExactly("f.yaml:1: 'green' is not known here. Write one of dark-red, blue");
        assertThat(problems(
                        "c: dark-red\n",
                        node -> assertThat(node.choice("c", Colour.class, Colour.BLUE))
                                .isEqualTo(Colour.DARK_RED)))
                .isEmpty();
    }

    @Test
    void keyThatStandsTwiceAndUnknownKeysAreReported() {
        assertThat(problems("a: 1\nb: 2\na: 3\n", node -> {
                    node.text("a");
                    node.refuseOtherKeys();
                }))
                .containsExactly(
                        "f.yaml:3: the key 'a' stands twice. Keep one of them",
                        "f.yaml:2: unknown key 'b'. Did you mean 'a'? Known are a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'a: b: c'        | f.yaml:1: mapping values are not allowed here
            'a: [1'          | f.yaml:1: expected ',' or ']', but got <stream end>
            'a: 1\\tb\\n\\tc: 2' | f.yaml:2: found character '\\t(TAB)' that cannot start any token
            '--- a\\n--- b'  | f.yaml:2: but found another document
            """)
    void brokenTextIsReportedAtItsLine(String text, String message) {
        String broken = text.replace("\\n", "\n").replace("\\t", "\t");
        assertThat(problems(broken, node -> {}))
                .singleElement()
                .asString()
                .startsWith(message)
                .endsWith(". Correct the YAML");
    }

    @Test
    void tagsConstructNothing() {
        String tag = "a: !!javax.script.ScriptEngineManager [x]\n";
        assertThat(problems(tag, node -> node.text("a")))
                .containsExactly("f.yaml:1: Global tag is not allowed:"
                        + " tag:yaml.org,2002:javax.script.ScriptEngineManager. Correct the YAML");
    }

    @Test
    void aliasesNeitherLoopNorMultiply() {
        assertThat(problems(
                        "a: &x {b: *x}\n", node -> node.at("a").at("b").at("b").text("c")))
                .containsExactly("f.yaml:1: the key 'c' is missing. Add it");
        StringBuilder laughs = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 9; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }
        assertThat(problems(laughs.toString(), node -> {}))
                .singleElement()
                .asString()
                .contains("exceeds the specified max");
    }

    @Test
    void problemsOfDefinitionsAreSettingsToCorrect() {
        Problems problems = new Problems();
        YamlDocument.read("f.yaml", "a: [", problems);
        assertThat(new MillwrightException(problems.all()).exitCode()).isEqualTo(78);
    }
}

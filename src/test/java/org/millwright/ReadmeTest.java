package org.millwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.cli.Millwright;
import org.millwright.error.Owner;
import org.millwright.model.Reason;

/** What the README tells its readers to type works, and what it shows is what they will see. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path EXAMPLES = Path.of("docs/examples");
    private static final String LAKE = "example-lake";
    /** A command that names the lake of the example, and the text block below it with the answer, if one follows. */
    private static final Pattern COMMAND = Pattern.compile(
            "```sh\\n\\./millwright ([^`]*?--lake " + LAKE + "[^`]*?)\\n```(?:\\n\\n```text\\n(.*?)```)?",
            Pattern.DOTALL);
    /** The command of the index on any table, and the text block with the file that it writes. */
    private static final Pattern INDEX = Pattern.compile(
            "```sh\\n\\./millwright (index [^`]*?--output scores.csv[^`]*?)\\n```.*?```text\\n(unit,.*?)```",
            Pattern.DOTALL);
    /** A word of a command line: in double quotes, or free of blanks; a backslash at the end of a line joins two. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\\\\]+)");

    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(README);
    }

    static Stream<Path> exampleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    static Stream<String> tables() throws IOException {
        return names(Path.of("data-schemas/tables"), ".odcs.yaml");
    }

    static Stream<String> sources() throws IOException {
        return names(Path.of("data-schemas/sources"), ".yaml").filter(id -> !id.startsWith("demo-"));
    }

    private static Stream<String> names(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("exampleFiles")
    void showsTheExampleWordForWord(Path file) throws IOException {
        assertThat(readme).contains("`" + file + "`").contains("\n" + Files.readString(file) + "```\n");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void namesEveryTable(String table) {
        assertThat(readme).containsPattern(inFirstCell(table));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void namesEveryBundledSource(String source) {
        assertThat(readme).containsPattern(inFirstCell(source));
    }

    /** A line of a table whose first cell names it. */
    private static String inFirstCell(String name) {
        return "(?m)^\\|[^|]*`" + Pattern.quote(name) + "`";
    }

    @ParameterizedTest
    @EnumSource(Owner.class)
    void namesEveryExitCode(Owner owner) {
        assertThat(readme).contains("\n| " + owner.exitCode() + " |");
    }

    /**
     * Runs the commands of the example one after the other. The answers that the README shows are reckoned by hand, too:
     * wages of petrochemicals and chemicals are 440 + 1 580 + 230 = 2 250 million yuan in 2024, the mean wage of steel is
     * 1 220 million / 11 300 persons = 107 965 yuan.
     */
    @Test
    void commandsOfTheExampleAnswerAsShown(@TempDir Path folder) {
        List<String> answers = new ArrayList<>();
        Matcher commands = COMMAND.matcher(readme);
        while (commands.find()) {
            String printed = printed(words(commands.group(1), folder.resolve("lake")));
            if (commands.group(2) != null) {
                assertThat(printed).as(commands.group(1)).isEqualTo(commands.group(2));
                answers.add(printed);
            }
        }
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0)).containsPattern("Petrochemicals and chemicals +2250 ");
        assertThat(answers.get(1)).containsPattern("Steel +107965 ");
    }

    /**
     * The scores that the README shows are those of the command above them, and are reckoned by hand there: 100 (300 - 150) /
     * (350 - 150) = 75, (75 + 100) / 2 = 87.5 and (3 x 87.5 + 1 x 50) / 4 = 78.125.
     */
    @Test
    void indexOfTheExampleWritesWhatIsShown(@TempDir Path folder) throws IOException {
        Matcher index = INDEX.matcher(readme);
        assertThat(index.find()).isTrue();
        Path scores = folder.resolve("scores.csv");
        String[] words = Stream.of(words(index.group(1), folder))
                .map(word -> word.equals("scores.csv") ? scores.toString() : word)
                .map(word -> word.equals("steps") ? folder.resolve("steps").toString() : word)
                .toArray(String[]::new);
        assertThat(printed(words)).isEmpty();
        assertThat(Files.readString(scores).replace("\r\n", "\n")).isEqualTo(index.group(2));
        assertThat(index.group(2))
                .contains("North,,value_added,1,75.0,", "North,,efficiency,2,87.5,", "North,,park_index,3,78.125,");
        assertThat(folder.resolve("steps"))
                .isDirectoryContaining("glob:**/normalised.csv")
                .isDirectoryContaining("glob:**/denominated.csv");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void tellsWhatEveryReasonMeans(Reason reason) throws IOException {
        assertThat(readme).containsPattern(inFirstCell(reason.name()));
        assertThat(Files.readString(Path.of("docs/methods.md"))).containsPattern(inFirstCell(reason.name()));
    }

    @Test
    void listOfDecisionsNamesEveryOne() throws IOException {
        String list = Files.readString(Path.of("docs/adr/README.md"));
        names(Path.of("docs/adr"), ".md")
                .filter(name -> !name.equals("README"))
                .forEach(name -> assertThat(list).contains("(" + name + ".md)"));
    }

    private static String[] words(String line, Path lake) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .map(word -> word.equals(LAKE) ? lake.toString() : word)
                .toArray(String[]::new);
    }

    /** What a command writes to standard output. */
    private static String printed(String[] arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Millwright.execute(arguments))
                    .as(String.join(" ", arguments))
                    .isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

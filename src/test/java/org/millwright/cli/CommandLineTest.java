package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.lake.Lake;
import org.millwright.lake.Releases;
import org.millwright.testing.RunRecord;

/** What users type, what they are told, and the exit code that a scheduler sees. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "plan", "check", "demo", "query", "status", "index", "methods", "generate-completion"})
    void helpOfEveryCommandShowsAnExample(String command) {
        Typed help = Typed.line(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("Usage: millwright " + command)
                .containsPattern("\n +(source <\\()?millwright ");
    }

    @Test
    void helpOfTheProgramListsEveryCommandWithAnExample() {
        assertThat(Typed.line("--help").out())
                .contains("run", "plan", "check", "demo", "query", "status", "index", "methods", "generate-completion")
                .contains("\n  millwright run");
        assertThat(Typed.line("--version").out()).startsWith("millwright ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rnu                              | Did you mean 'run'? Known are run, plan, check,
            run --confg x                    | Did you mean '--config'? Known are --
            run --as-of 2025-13-01           | Invalid value for option '--as-of'
            run --from 2019 --to 2015        | '2015' is before '2019'. Write for example --from 2015 --to 2019
            plan --from 20x5                 | '20x5' is no period
            query --format xml               | Invalid value for option '--format': expected one of [TABLE, CSV, JSON]
            query SELECT 1                   | Unmatched argument
            demo                             | Missing required option: '--output=DIR'
            demo --size huge --output x      | 'huge' is no size. Write small, default or a number of rows
            demo --size -5 --output x        | '-5' is no size
            ''                               | Missing required subcommand
            """)
    void wrongCommandLineIsUsageAndPointsToTheHelp(String line, String message) {
        Typed typed = Typed.line(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(typed.exitCode()).isEqualTo(64);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains(message).containsPattern("See 'millwright.* --help'");
        assertThat(Path.of("x")).doesNotExist();
    }

    @Test
    void wrongConfigurationNamesTheOptionAndTheBundledOnes() {
        Typed typed = Typed.line("run", "--config", "public-source");
        assertThat(typed.exitCode()).isEqualTo(78);
        assertThat(typed.err())
                .isEqualTo("error: public-source: there is nothing here. Correct --config: name a file, or one of"
                        + " demo, demo-enterprises, public-sources" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../settings/demo", "/etc", "."})
    void configurationIsAFileOrABundledNameAndNoPathIntoTheProgram(String config) {
        Typed typed = Typed.line("check", "--config", config);
        assertThat(typed.exitCode()).isEqualTo(78);
        assertThat(typed.err()).startsWith("error: " + config + ": there is nothing here. Correct --config");
    }

    @Test
    void configurationThatIsNoTextIsNamed() throws IOException {
        Path binary = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xff, 0, 1});
        Typed typed = Typed.line("run", "--config", binary.toString());
        assertThat(typed.exitCode()).isEqualTo(78);
        assertThat(typed.err()).startsWith("error: " + binary + ": this is not UTF-8. Save the file as UTF-8");
    }

    @Test
    void missingDefinitionsFolderIsNamed() {
        Typed typed = Typed.line("run", "--definitions", folder.resolve("none").toString());
        assertThat(typed.exitCode()).isEqualTo(78);
        assertThat(typed.err()).contains(folder.resolve("none") + ": there is nothing here. Correct --definitions");
    }

    @Test
    void queryAndStatusWithoutALakeSayHowToMakeOne() {
        for (String command : new String[] {"query", "status"}) {
            Typed typed = Typed.line(command, "--lake", folder.resolve("none").toString());
            assertThat(typed.exitCode()).isEqualTo(64);
            assertThat(typed.err()).contains("there is no lake here. Make one with './millwright run --lake");
            assertThat(folder.resolve("none")).doesNotExist();
        }
    }

    @Test
    void queryOfALakeWithoutARelease() {
        Lake lake = Lake.openOrCreate(folder);
        assertThat(Typed.line("query", "--lake", folder.toString()).err()).contains("nothing has been published");
        new Releases(lake).pointTo("20240101T000000000Z");
        Typed dangling = Typed.line("query", "--lake", folder.toString());
        assertThat(dangling.exitCode()).isEqualTo(64);
        assertThat(dangling.err()).contains("there is no release 20240101T000000000Z", "millwright releases");
        assertThat(Typed.line("query", "--lake", folder.toString(), "--release", "../../etc")
                        .err())
                .contains("there is no release ../../etc");
    }

    @Test
    void statusOfANewLakeSaysThatNothingIsThereYet() {
        Lake.openOrCreate(folder);
        Typed status = Typed.line("status", "--lake", folder.toString());
        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains("release   none yet", "lock      free");
    }

    @Test
    void stackTraceIsShownOnlyWhenAskedFor() {
        String[] wrong = {"query", "--lake", folder.resolve("none").toString()};
        assertThat(Typed.line(wrong).err()).doesNotContain("\tat ");
        assertThat(Typed.line(wrong[0], wrong[1], wrong[2], "--verbose").err()).contains("\tat org.millwright");
    }

    @Test
    void settingsThatCannotBeReadLeaveARecordInALakeThatIsThere() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.yaml"), "scheme: [\n");
        Path lake = folder.resolve("lake");
        String[] line = {"run", "--config", settings.toString(), "--lake", lake.toString()};
        assertThat(Typed.line(line).exitCode()).isEqualTo(78);
        assertThat(lake).doesNotExist();

        Lake.openOrCreate(lake);
        Typed typed = Typed.line(line);
        assertThat(typed.exitCode()).isEqualTo(78);
        JsonNode record = RunRecord.read(lake.resolve("run.json"));
        assertThat(record.get("exit_code").asInt()).isEqualTo(78);
        assertThat(typed.err()).isEqualTo("error: " + record.at("/problems/0").asText() + "\n");
        assertThat(lake.resolve("metrics.prom")).content().contains("outcome=\"failed\"} 1\n");
        assertThat(lake.resolve("lock")).doesNotExist();
    }
}

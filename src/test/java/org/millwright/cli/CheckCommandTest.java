package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.OwnDefinitions;

/** {@code check} finds everything at once; {@code run} refuses the same before anything is touched. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    private OwnDefinitions own;
    private Path landing;

    @BeforeEach
    void prepare() throws IOException {
        own = new OwnDefinitions(folder.resolve("definitions")).write("sources/tiny.yaml", OwnDefinitions.CONTRACT);
        landing = Files.createDirectory(folder.resolve("landing"));
        Files.writeString(landing.resolve("a.csv"), "area,code,year,va,emp\nCN,31,2015,1,1\n");
    }

    private Typed type(String command, String settings) throws IOException {
        Path config = Files.writeString(folder.resolve("settings.yaml"), settings);
        return Typed.line(
                command,
                "--config",
                config.toString(),
                "--landing",
                landing.toString(),
                "--definitions",
                own.folder().toString());
    }

    private String settings(String... more) {
        return """
                lake: %s
                scheme: china-traditional-8
                sources: [{contract: tiny, path: "*.csv"}]
                %s
                """.formatted(folder.resolve("lake"), String.join("\n", more));
    }

    @Test
    void soundSettingsDefinitionsAndFilesAreCounted() throws IOException {
        Typed typed = type("check", settings());
        assertThat(typed.out()).startsWith("All is well: 1 sources, 1 files, ");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void settingsDefinitionsAndFilesAreCheckedInOneGo() throws IOException {
        own.write("indicators/own.yaml", "id: own\nsurplus: 1\n");
        Files.writeString(landing.resolve("b.csv"), "area;code;year;va;emp\nCN;31;2015;1;1\n");
        Files.writeString(landing.resolve("c.csv"), "");
        Typed typed = type("check", settings("composites: [transformatoin]"));
        assertThat(typed.exitCode()).isEqualTo(78);
        assertThat(typed.out())
                .contains("indicators/own.yaml:2: unknown key 'surplus'")
                .contains("settings: there is no composite 'transformatoin'. Did you mean 'transformation'?")
                .contains("b.csv:1: the header lacks", "is the delimiter really ','?")
                .contains("c.csv:1: the table is empty");
    }

    @Test
    void filesAloneAreTheDeliverersMatter() throws IOException {
        Files.writeString(landing.resolve("c.csv"), "");
        assertThat(type("check", settings()).exitCode()).isEqualTo(65);
    }

    @Test
    void unknownSchemeIsOneProblemWithTheKnownOnes() throws IOException {
        Typed typed = type("check", settings().replace("traditional-8", "traditional-9"));
        assertThat(typed.exitCode()).isEqualTo(78);
        assertThat(typed.out().lines())
                .singleElement()
                .asString()
                .contains("the setting 'scheme' names 'china-traditional-9'", "Did you mean 'china-traditional-8'?");
    }

    @Test
    void runRefusesWrongSettingsAndDefinitionsBeforeTheEngineStarts() throws IOException {
        Typed unknown = type("run", settings().replace("tiny", "tyni"));
        assertThat(unknown.exitCode()).isEqualTo(78);
        assertThat(unknown.err())
                .isEqualTo("error: settings: there is no source contract 'tyni'." + " Did you mean 'tiny'?"
                        + System.lineSeparator());
        own.write("sources/twin.yaml", OwnDefinitions.CONTRACT);
        Typed twins = type("run", settings());
        assertThat(twins.exitCode()).isEqualTo(78);
        assertThat(twins.err()).contains("sources/twin.yaml:1: the id 'tiny' is taken by sources/tiny.yaml:1");
        assertThat(type("run", "scheme: [").exitCode()).isEqualTo(78);
    }

    @Test
    void runWithoutItsFilesNamesThePlace() throws IOException {
        Files.delete(landing.resolve("a.csv"));
        Typed typed = type("run", settings());
        assertThat(typed.exitCode()).isEqualTo(65);
        assertThat(typed.err()).contains(landing + "/*.csv: there is no file of the source tiny");
    }
}

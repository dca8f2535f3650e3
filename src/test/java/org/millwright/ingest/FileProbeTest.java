package org.millwright.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.OwnDefinitions;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.model.InputFile;

/** A look at the head of a file says before a run whether it fits its contract. */
class FileProbeTest {
    @TempDir
    private Path folder;

    private List<Problem> probe(String text) {
        Path file = new Reading(folder).write("figures.csv", text);
        OwnDefinitions own = new OwnDefinitions(folder.resolve("definitions"));
        Problems problems = new Problems();
        FileProbe.check(
                new InputFile("tiny", file.toString(), "figures.csv", 0, "", ""),
                own.write("sources/tiny.yaml", OwnDefinitions.CONTRACT).tiny(),
                problems);
        return problems.all();
    }

    @Test
    void fittingFileHasNoProblem() {
        assertThat(probe("area,code,year,va,emp\nUS,31,2015,1,1\n")).isEmpty();
    }

    @Test
    void problemNamesFileLineAndRemedyAndIsTheDeliverersToAct() {
        List<Problem> problems = probe("area,code,year\nUS,31,2015\n");
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly(folder.resolve("figures.csv")
                        + ":1: the header lacks 'va', 'emp'; it holds area, code, year."
                        + " Get the file again, or correct the contract tiny");
        assertThat(new MillwrightException(problems).exitCode()).isEqualTo(65);
    }

    @Test
    void fileWithoutRecordsIsAProblem() {
        assertThat(probe("area,code,year,va,emp\n"))
                .extracting(Problem::what)
                .containsExactly("there is no record below the header");
    }
}

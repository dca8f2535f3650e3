package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.error.Problems;

/** Code lists in CSV: schemes, concordances, measures and areas, and what can be wrong with them. */
class SchemeAndConcordanceTest {
    private static final String SCHEME = "code,parent,position,label_en,label_zh\nmanufacturing,,1,Manufacturing,制造业\n";
    private static final String CONCORDANCE = "from,to,weight,role,basis,year,judgement,alternative,note\n";

    @TempDir
    private Path folder;

    private OwnDefinitions own;

    @BeforeEach
    void open() {
        own = new OwnDefinitions(folder);
    }

    private static List<String> scheme(String lines) {
        Problems problems = new Problems();
        IndustryScheme.read("own", "own.csv", SCHEME + lines, problems);
        return problems.all().stream().map(Problem::text).toList();
    }

    private List<String> concordance(String lines) {
        return own.write("industries/own.csv", CONCORDANCE + lines).problems();
    }

    @Test
    void unknownSchemeNamesTheSettingAndTheKnownSchemes() {
        Problems problems = new Problems();
        Definitions.read(DefinitionFiles.bundled(), "china-traditional-9", problems);
        assertThat(problems.all())
                .extracting(Problem::text)
                .containsExactly(
                        "settings: the setting 'scheme' names 'china-traditional-9', and there is no such industry"
                                + " scheme. Did you mean 'china-traditional-8'? Known are china-traditional-8");
        assertThat(new MillwrightException(problems.all()).exitCode()).isEqualTo(78);
    }

    @Test
    void aSecondSchemeIsNoConcordance() {
        own.write("industries/mine.csv", SCHEME + "all,manufacturing,2,All,全部\n");
        assertThat(own.problems()).isEmpty();
        assertThat(own.read(new Problems()).concordances()).doesNotContainKey("mine");
    }

    @Test
    void industryThatIsItsOwnAncestorIsReported() {
        assertThat(scheme("a,b,2,A,甲\nb,a,3,B,乙\n"))
                .containsExactly(
                        "own.csv: 'a' is its own ancestor. Correct its parent",
                        "own.csv: 'b' is its own ancestor. Correct its parent");
    }

    @Test
    void parentsMustBeThereAndOnlyTheWholeHasNone() {
        assertThat(scheme("a,x,2,A,甲\nb,,3,B,乙\n"))
                .containsExactly(
                        "own.csv: the parent 'x' of 'a' is not in the scheme. Add it or correct the name",
                        "own.csv: 'b' must have a parent. Only 'manufacturing' stands at the top");
    }

    @Test
    void codeThatStandsTwiceIsReportedWithBothLines() {
        assertThat(scheme("a,manufacturing,2,A,甲\n\na,manufacturing,3,B,乙\n"))
                .containsExactly("own.csv:5: 'a' stands in line 3 already. Remove one of them");
    }

    @Test
    void weightsThatDoNotSumToOneAreReported() {
        assertThat(concordance("1,steel,0.5,part,,,,,\n1,textiles,0.4,part,,,,,\n2,steel,1,part,,,,,\n"))
                .containsExactly("industries/own.csv: the weights of '1' sum to 0.9."
                        + " Make them sum to 1, or figures are lost or doubled");
        // A third thrice misses 1 by less than the tolerance of 1e-9.
        String third = String.valueOf(1.0 / 3);
        assertThat(concordance("1,steel,%1$s,part,,,,,%n1,textiles,%1$s,part,,,,,%n1,machinery,%1$s,part,,,,,%n"
                        .formatted(third)))
                .isEmpty();
    }

    @Test
    void weightsAreNumbersAboveZero() {
        assertThat(concordance(
                        "1,steel,2,part,,,,,\n1,textiles,-1,part,,,,,\n2,steel,NaN,part,,,,,\n3,steel,x,part,,,,,\n"))
                .containsExactly(
                        "industries/own.csv:3: the weight -1.0 is not positive. Write a weight above 0, or remove the line",
                        "industries/own.csv:4: 'NaN' in the column 'weight' is not a number. Write a number",
                        "industries/own.csv:5: 'x' in the column 'weight' is not a number. Write a number");
    }

    @Test
    void rolesAndIndustriesMustBeKnown() {
        assertThat(concordance("1,stell,1,part,,,,,\n2,steel,1,member,,,,,\n,steel,1,part,,,,,\n"))
                .containsExactly(
                        "industries/own.csv:2: the industry 'stell' is not in the scheme china-traditional-8. Correct it",
                        "industries/own.csv:3: the role 'member' is not known. Write part, total or outside",
                        "industries/own.csv:4: the column 'from' is empty. Fill it in");
    }

    @Test
    void wrongHeaderAndOpenQuoteAreReportedWithTheirLines() {
        own.write("industries/own.csv", "code,industry\n1,steel\n");
        assertThat(own.problems())
                .containsExactly("industries/own.csv:1: the header is code,industry."
                        + " Write from,to,weight,role,basis,year,judgement,alternative,note");
        assertThat(concordance("1,steel,1,part,,,,,\"a\"b\"\n"))
                .containsExactly("industries/own.csv:2: this line is not CSV."
                        + " Close every quote, and double one that stands inside a quoted cell");
    }

    @Test
    void quoteThatIsNeverClosedDoesNotHideTheLinesBelow() {
        assertThat(concordance("1,steel,1,part,,,,,\"open\n2,steel,0.5,part,,,,,\n"))
                .containsExactly("industries/own.csv:2: this line is not CSV."
                        + " Close every quote, and double one that stands inside a quoted cell");
    }

    @Test
    void byteOrderMarkIsNoPartOfAHeader() throws IOException {
        concordance("1,steel,1,part,,,,,\n");
        Path file = folder.resolve("industries/own.csv");
        Files.writeString(file, "\uFEFF" + Files.readString(file));
        assertThat(own.problems()).isEmpty();
    }

    @Test
    void definitionsInAnotherEncodingAreNamedAllAtOnce() throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        for (String name : List.of("a.yaml", "b.yaml")) {
            Files.write(folder.resolve("sources/" + name), "title: Thüringen".getBytes(StandardCharsets.ISO_8859_1));
        }
        MillwrightException refused = catchThrowableOfType(MillwrightException.class, own::problems);
        assertThat(refused.exitCode()).isEqualTo(78);
        assertThat(refused.problems())
                .extracting(Problem::text)
                .containsExactlyInAnyOrder(
                        folder.resolve("sources/a.yaml") + ": this is not UTF-8. Save the file as UTF-8",
                        folder.resolve("sources/b.yaml") + ": this is not UTF-8. Save the file as UTF-8");
    }
}

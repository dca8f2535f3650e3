package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.treatment.Treatment;
import org.millwright.stat.weighting.Weighting;
import org.millwright.testing.DocumentedMethod;

/** Every method has a page, and the page says of it what the program does. */
class MethodPagesTest {
    private static final Path TESTS = Path.of("src/test/java/org/millwright/stat");
    /** An option as pages write it: its name, and in brackets what it is if nothing is said. */
    private static final Pattern OPTION = Pattern.compile("`([a-z-]+)` \\(`?([^)`]*)`?\\)");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Reference WINDOW = Reference.of(1, 2, 3, 4, 5, 90);
    private static final Reference OTHER_WINDOW = Reference.of(2, 3, 5, 7, 11, 700);

    static List<DocumentedMethod> methods() {
        return DocumentedMethod.all();
    }

    @Test
    void everyFamilyHasMethods() {
        for (Family family : Family.values()) {
            assertThat(family.methods()).as(family.id()).isNotEmpty();
        }
        assertThat(methods())
                .extracting(DocumentedMethod::toString)
                .contains("imputation/none", "treatment/none", "normalisation/min-max", "aggregation/power")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void startsWithItsNameAndWhatItDoes(DocumentedMethod documented) {
        assertThat(documented.page())
                .containsPattern(
                        "\\A# " + documented.method().id() + "\n\n[A-Z0-9][^*]*\\.\n\n\\*\\*Formula\\.\\*\\* ");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void hasItsHeadingsInOrder(DocumentedMethod documented) {
        List<String> headings =
                new ArrayList<>(List.of("Formula", "Options", "Domain", "Undefined", "Example", "Reference"));
        if (isEstimated(documented.example())) {
            headings.add(2, "Estimated");
        }
        assertThat(documented.sections().keySet()).containsExactlyElementsOf(headings);
        assertThat(documented.sections().values()).doesNotContain("");
    }

    /** Whether another reference window would give other parameters. */
    private static boolean isEstimated(Method method) {
        if (method instanceof Weighting.Common weighting) {
            return weighting.estimates();
        }
        if (method instanceof Imputation.ByRow) {
            return true;
        }
        Function<Reference, Object> estimate = window -> method instanceof Imputation.ByColumn imputation
                ? imputation.fill(window)
                : method instanceof Treatment treatment
                        ? treatment.estimate(window)
                        : method instanceof Normalisation normalisation ? normalisation.estimate(window, 1) : 0;
        return !estimate.apply(WINDOW).equals(estimate.apply(OTHER_WINDOW));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void tellsTheOptionsAndTheirDefaults(DocumentedMethod documented) {
        String text = documented.sections().get("Options");
        Map<String, String> told = new LinkedHashMap<>();
        OPTION.matcher(text).results().forEach(option -> told.put(option.group(1), option.group(2)));
        Map<String, String> declared = new LinkedHashMap<>();
        MethodOption.of(documented.method()).forEach(option -> declared.put(option.name(), written(option.value())));
        assertThat(List.copyOf(told.entrySet())).isEqualTo(List.copyOf(declared.entrySet()));
        assertThat(text.startsWith("None.")).isEqualTo(declared.isEmpty());
    }

    /** A default as a page writes it; {@code none} where there is no value unless one is declared. */
    private static String written(Object value) {
        String text = value instanceof Enum<?> choice
                ? choice.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value.toString().replaceAll("\\.0\\b", "");
        boolean none = text.isEmpty() || text.equals("NaN") || (value instanceof Collection<?> rows && rows.isEmpty());
        return none ? "none" : text;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itsExampleIsReadAsTheMethod(DocumentedMethod documented) {
        assertThat(documented.sections().get("Example"))
                .startsWith("`" + documented.family().key() + ": ");
        assertThat(documented.example()).hasSameClassAs(documented.method());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyDefinitionOnItCanBeRead(DocumentedMethod documented) {
        assertThat(documented.definitions())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(DocumentedMethod.read(line)).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itsLinksLeadToPages(DocumentedMethod documented) {
        Path folder = DocumentedMethod.PAGES.resolve(documented.family().id());
        LINK.matcher(documented.page())
                .results()
                .forEach(link -> assertThat(folder.resolve(link.group(1))).exists());
    }

    /** {@code MinMaxTest}, or another test of the family that names {@code MinMax}. */
    @ParameterizedTest
    @MethodSource("methods")
    void aTestOfItsFamilyNamesIt(DocumentedMethod documented) throws IOException {
        String name = documented.method().getClass().getSimpleName();
        try (Stream<Path> files = Files.list(TESTS.resolve(documented.family().id()))) {
            List<String> tests = new ArrayList<>();
            for (Path file : files.toList()) {
                tests.add(Files.readString(file));
            }
            assertThat(tests).anySatisfy(test -> assertThat(test).containsPattern("\\b" + name + "(Test)?\\b"));
        }
    }

    @Test
    void noPageIsLeftOfAMethodThatIsGone() throws IOException {
        try (Stream<Path> files = Files.walk(DocumentedMethod.PAGES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(DocumentedMethod.PAGES::relativize)
                            .map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(methods().stream()
                            .map(documented -> documented + ".md")
                            .toList());
        }
    }
}

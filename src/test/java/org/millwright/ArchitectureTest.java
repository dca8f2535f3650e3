package org.millwright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which, and what no package may do. */
class ArchitectureTest {
    private static final String ROOT = "org.millwright";

    /** The packages and what each may import; stages know contracts and arithmetic, and never each other. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            entry("model", List.of()),
            entry("error", List.of("model")),
            entry("yaml", List.of("error")),
            entry("stat", List.of("model")),
            entry("rows", List.of()),
            entry("storage", List.of()),
            entry("config", List.of("model", "error", "yaml")),
            entry("contract", List.of("stat", "model", "error", "yaml")),
            entry("lake", List.of("config", "contract", "model", "error")),
            entry("ingest", List.of("contract", "model", "error")),
            entry("validate", List.of("contract", "model", "error", "rows")),
            entry("harmonise", List.of("contract", "stat", "model", "error", "rows")),
            entry("measure", List.of("contract", "stat", "model", "error")),
            entry("index", List.of("contract", "stat", "model", "error", "yaml", "rows")),
            entry("structure", List.of("contract", "stat", "model", "error", "rows")),
            entry("seasonal", List.of("contract", "stat", "model", "error")),
            entry("publish", List.of("lake", "contract", "model", "error", "storage")),
            entry("monitoring", List.of("config", "lake", "model", "error")),
            entry("query", List.of("error", "model", "storage")),
            entry("export", List.of("error", "model")),
            entry("demo", List.of("error", "model")),
            entry(
                    "pipeline",
                    List.of(
                            "ingest",
                            "validate",
                            "harmonise",
                            "measure",
                            "index",
                            "structure",
                            "seasonal",
                            "publish",
                            "monitoring",
                            "export",
                            "config",
                            "lake",
                            "contract",
                            "model",
                            "error",
                            "yaml")),
            entry(
                    "cli",
                    List.of(
                            "pipeline",
                            "config",
                            "contract",
                            "demo",
                            "error",
                            "export",
                            "ingest",
                            "lake",
                            "model",
                            "query",
                            "stat",
                            "storage",
                            "yaml")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final ArchRule SESSIONS_ARE_PASSED_IN =
            noClasses().should().callMethodWhere(is(SparkSession.class, "builder"));

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type ->
                found.add(type.getPackageName().substring(ROOT.length() + 1).replaceAll("\\..*", "")));
        assertThat(found).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    }

    static Stream<String> packages() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageImportsOnlyWhatItMay(String name) {
        String[] known = Stream.concat(Stream.of(name), MAY_IMPORT.get(name).stream())
                .map(ArchitectureTest::tree)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> others = resideInAPackage(tree(ROOT)).and(resideOutsideOfPackages(known));
        noClasses()
                .that()
                .resideInAPackage(tree(name))
                .should()
                .dependOnClassesThat(others)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("packagesWithoutSpark")
    void foundationsAndArithmeticKnowNoSpark(String name) {
        noClasses()
                .that()
                .resideInAPackage(tree(name))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache..", "io.delta..", "scala.."))
                .check(CLASSES);
    }

    static Stream<String> packagesWithoutSpark() {
        return Stream.of("model", "error", "yaml", "stat", "config", "monitoring", "query");
    }

    @Test
    void onlyTheCommandLineMakesASession() {
        SESSIONS_ARE_PASSED_IN.check(CLASSES.that(resideOutsideOfPackages(tree("cli"))));
        assertThat(SESSIONS_ARE_PASSED_IN.evaluate(CLASSES).hasViolation())
                .as("the rule sees the session of the command line")
                .isTrue();
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage(tree("cli"))
                .should()
                .callMethodWhere(is(System.class, "exit"))
                .orShould()
                .callMethodWhere(is(Runtime.class, "halt"))
                .orShould()
                .callMethodWhere(is(Runtime.class, "exit"))
                .check(CLASSES);
    }

    /** A record's bean encoder silently has no columns; a bean that is no record has no place here either. */
    @Test
    void noDatasetHoldsBeans() {
        noClasses().should().callMethodWhere(is(Encoders.class, "bean")).check(CLASSES);
    }

    @Test
    void noUserDefinedFunctionHidesFromTheOptimiser() {
        noClasses()
                .should()
                .callMethodWhere(is(functions.class, "udf"))
                .orShould()
                .callMethodWhere(is(functions.class, "udaf"))
                .check(CLASSES);
    }

    private static String tree(String name) {
        return (name.equals(ROOT) ? ROOT : ROOT + "." + name) + "..";
    }

    private static DescribedPredicate<JavaCall<?>> is(Class<?> owner, String method) {
        return DescribedPredicate.describe(owner.getSimpleName() + "." + method, call -> {
            CodeUnitCallTarget target = call.getTarget();
            return target.getName().equals(method) && target.getOwner().isAssignableTo(owner);
        });
    }
}

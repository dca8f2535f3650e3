package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.stat.Method;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.treatment.Treatment;
import org.millwright.stat.weighting.Weighting;

/** The JSON Schema of composites, the reader and the records of the methods say the same. */
class CompositeSchemaTest {
    private static final Path SCHEMA = Path.of("data-schemas/composite.schema.json");
    private static final Path README = Path.of("data-schemas/README.md");
    private static final Map<String, Class<? extends Method>> FAMILIES = Map.of(
            "impute", Imputation.class,
            "treat", Treatment.class,
            "normalise", Normalisation.class,
            "aggregate", Aggregation.class,
            "weights", Weighting.class);

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(SCHEMA.toFile());
    }

    private static Set<ValidationMessage> validate(String yaml) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema())
                .validate(yaml, InputFormat.YAML);
    }

    static Stream<Path> definitions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/composites"))) {
            return files.sorted().toList().stream();
        }
    }

    static Stream<Method> methods() {
        return FAMILIES.values().stream().flatMap(CompositeSchemaTest::methods);
    }

    /** The default of every record of a sealed family, and of the families within it. */
    private static Stream<Method> methods(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses()).flatMap(member -> {
            if (!member.isRecord()) {
                return methods(member);
            }
            try {
                return Stream.of((Method) member.getField("DEFAULT").get(null));
            } catch (ReflectiveOperationException missing) {
                throw new AssertionError(member + " has no DEFAULT", missing);
            }
        });
    }

    /** {@code maximumPoints} is {@code maximum-points}, and so is {@code MAXIMUM_POINTS}. */
    private static String key(String name) {
        String words = name.equals(name.toUpperCase(Locale.ROOT)) ? name.replace('_', '-') : name;
        return words.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String family(Method method) {
        return FAMILIES.entrySet().stream()
                .filter(family -> family.getValue().isInstance(method))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void definitionOfATestKeepsTheSchemaAndIsReadWithoutAProblem(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(validate(text)).isEmpty();
        Problems problems = new Problems();
        new CompositeCheck(Composite.read(file.toString(), text, problems).orElseThrow(), problems).alone();
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void schemaHasEveryMethodAndNoOther() throws IOException {
        for (Map.Entry<String, Class<? extends Method>> family : FAMILIES.entrySet()) {
            JsonNode variants = schema().at("/$defs/" + family.getKey() + "/oneOf");
            List<String> names = texts(variants.get(0).get("enum"));
            List<String> described = new ArrayList<>();
            variants.findValues("const").stream()
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .forEach(described::add);
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(
                            methods(family.getValue()).map(Method::id).toList());
            assertThat(described).isEqualTo(names);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void schemaHasEveryOptionWithItsDefaultAndNoOther(Method method) throws Exception {
        Map<String, Object> expected = new LinkedHashMap<>();
        for (RecordComponent component : method.getClass().getRecordComponents()) {
            expected.put(key(component.getName()), component.getAccessor().invoke(method));
        }
        JsonNode options = variant(method).get("properties");
        Map<String, JsonNode> described = new TreeMap<>();
        options.fields().forEachRemaining(option -> described.put(option.getKey(), option.getValue()));
        assertThat(described.remove("method")).isNotNull();
        assertThat(described.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        described.forEach((name, option) -> sameDefault(option, expected.get(name)));
    }

    private static JsonNode variant(Method method) throws IOException {
        for (JsonNode variant : schema().at("/$defs/" + family(method) + "/oneOf")) {
            if (variant.at("/properties/method/const").asText().equals(method.id())) {
                return variant;
            }
        }
        throw new AssertionError(method.id());
    }

    private static void sameDefault(JsonNode option, Object value) {
        assertThat(option.get("description").asText()).isNotBlank();
        JsonNode written = option.get("default");
        if (value instanceof Enum<?> choice) {
            List<String> all = Stream.of(choice.getDeclaringClass().getEnumConstants())
                    .map(constant -> key(constant.name()))
                    .toList();
            assertThat(texts(option.get("enum"))).containsExactlyInAnyOrderElementsOf(all);
            assertThat(written.asText()).isEqualTo(key(choice.name()));
        } else if (value instanceof Boolean flag) {
            assertThat(written.booleanValue()).isEqualTo(flag);
        } else if (value instanceof Number number && !Double.isNaN(number.doubleValue())) {
            assertThat(written.doubleValue()).isEqualTo(number.doubleValue());
        } else {
            assertThat(written).as("a default that is not to be written").isNull();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "normalise: {method: min-max, loewr: 1}",
                "normalise: {method: mni-max}",
                "normalise: [min-max]",
                "aggregate: {method: power, exponent: 0}",
                "treat: {maximum-points: many}",
                "screen: 0.5",
                "reference-window: {since: 2014}",
                "weights: {method: ahp, comparisons: [[1, two]]}",
                "robustness: {vary: {weights: {noise: 1}}}",
                "minimum-coverage: 2"
            })
    void schemaAndReaderRefuseTheSame(String wrong) throws IOException {
        String sound = "id: mine\nversion: 1\nunit: u\ntree: {id: top, children: [{indicator: a, weight: 1}]}\n";
        assertThat(validate(sound)).isEmpty();
        assertThat(validate(sound + wrong)).isNotEmpty();
        Problems problems = new Problems();
        Composite.read("own.yaml", sound + wrong, problems);
        assertThat(problems.all()).extracting(Problem::where).contains("own.yaml:5");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void readmeNamesEveryMethod(Method method) throws IOException {
        assertThat(Files.readString(README)).contains("`" + method.id() + "`");
    }
}

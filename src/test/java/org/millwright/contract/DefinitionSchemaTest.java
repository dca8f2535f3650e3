package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.config.RunSettings;
import org.millwright.error.Problem;
import org.millwright.error.Problems;

/** The JSON Schemas, which serve editors, say the same as the readers, which serve the program. */
class DefinitionSchemaTest {
    private static final Path SCHEMAS = Path.of("data-schemas");

    /** A kind of file, its schema and the folder of the bundled ones. */
    enum Kind {
        SOURCE("source", SCHEMAS.resolve("sources")),
        INDICATOR("indicator", SCHEMAS.resolve("indicators")),
        COMPOSITE("composite", SCHEMAS.resolve("composites")),
        SETTINGS("run-settings", Path.of("src/main/resources/settings"));

        private final String schema;
        private final Path folder;

        Kind(String schema, Path folder) {
            this.schema = schema;
            this.folder = folder;
        }

        List<Path> files() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .toList();
            }
        }

        Set<ValidationMessage> validate(String yaml) throws IOException {
            String text = Files.readString(SCHEMAS.resolve(schema + ".schema.json"));
            JsonSchema read = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
            return read.validate(yaml, InputFormat.YAML);
        }
    }

    static Stream<Path> bundledFiles() throws IOException {
        Stream<Path> all = Stream.empty();
        for (Kind kind : Kind.values()) {
            all = Stream.concat(all, kind.files().stream());
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("bundledFiles")
    void bundledFileKeepsItsSchema(Path file) throws IOException {
        assertThat(kindOf(file).validate(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void unknownKeyFailsBySchemaAndByReader(Kind kind, @TempDir Path folder) throws IOException {
        Path original = kind.files().get(0);
        String mistyped = Files.readString(original) + "\nno-such-key: 1\n";
        assertThat(kind.validate(mistyped))
                .extracting(ValidationMessage::getProperty)
                .containsExactly("no-such-key");

        Problems problems = new Problems();
        if (kind == Kind.SETTINGS) {
            RunSettings.read(original.toString(), mistyped, problems);
        } else {
            Path copy = folder.resolve(SCHEMAS.relativize(original));
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, mistyped);
            Definitions.read(DefinitionFiles.bundled().with(folder), "china-traditional-8", problems);
        }
        assertThat(problems.all())
                .extracting(Problem::what)
                .anyMatch(what -> what.contains("unknown key 'no-such-key'"));
    }

    private static Kind kindOf(Path file) {
        return Stream.of(Kind.values())
                .filter(kind -> file.startsWith(kind.folder))
                .findFirst()
                .orElseThrow();
    }
}

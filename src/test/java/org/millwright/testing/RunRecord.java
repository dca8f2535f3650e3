package org.millwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** {@code run.json} as others see it: by its JSON Schema. */
public final class RunRecord {
    private static final Path SCHEMA = Path.of("data-schemas/run.schema.json");

    private RunRecord() {}

    /** A record that keeps its schema, as JSON. */
    public static JsonNode read(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(violations(text)).as(file + ": " + text).isEmpty();
        return new ObjectMapper().readTree(text);
    }

    public static Set<ValidationMessage> violations(String json) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
        return schema.validate(json, InputFormat.JSON);
    }
}

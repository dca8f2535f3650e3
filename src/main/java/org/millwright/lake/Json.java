package org.millwright.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/** Records of the lake as JSON for people and programs: indented, names in lower_snake_case. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private Json() {}

    static String text(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T read(Path file, Class<T> type) {
        try {
            return MAPPER.readValue(Files.readString(file), type);
        } catch (JsonProcessingException damaged) {
            String line = damaged.getLocation() == null
                    ? "it is not what a run writes"
                    : "line " + damaged.getLocation().getLineNr();
            throw new MillwrightException(
                    new Problem(
                            ErrorCode.NOT_A_LAKE,
                            file.toString(),
                            "the file is damaged: " + line,
                            "Restore it from a copy of the lake"),
                    damaged);
        } catch (IOException failed) {
            throw Lake.storageFailed(file, failed);
        }
    }
}

package org.millwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.millwright.config.RunSettings;
import org.millwright.contract.DefinitionFiles;
import org.millwright.demo.Demonstration;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import picocli.CommandLine.Option;

/** The options that say what is read: settings, landing folder, definitions. */
final class Inputs {
    private static final String DEMO = "demo";
    private static final List<String> BUNDLED = List.of(DEMO, "demo-enterprises", "public-sources");
    private static final long DEMO_SEED = 1;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = DEMO,
            description = "Settings of the run, or a bundled one: demo (default), demo-enterprises, public-sources.")
    private String config;

    @Option(
            names = "--landing",
            paramLabel = "DIR",
            description = "Folder with the agencies' files (default: ./landing).")
    private Path landing;

    @Option(names = "--definitions", paramLabel = "DIR", description = "Your own definitions, over the bundled ones.")
    private Path definitions;

    DefinitionFiles definitions() {
        if (definitions == null) {
            return DefinitionFiles.bundled();
        }
        if (!Files.isDirectory(definitions)) {
            throw missing(definitions, "--definitions");
        }
        return DefinitionFiles.bundled().with(definitions);
    }

    RunSettings settings() {
        Problems problems = new Problems();
        RunSettings settings = RunSettings.read(config, text(), problems);
        problems.throwIfAny();
        return settings;
    }

    private String text() {
        Path file = Path.of(config);
        try (InputStream bundled = Inputs.class.getResourceAsStream("/settings/" + config + ".yaml")) {
            if (Files.isRegularFile(file)) {
                return Files.readString(file);
            }
            if (BUNDLED.contains(config)) {
                return new String(bundled.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (CharacterCodingException otherEncoding) {
            throw new MillwrightException(
                    new Problem(ErrorCode.SETTINGS_INVALID, config, "this is not UTF-8", "Save the file as UTF-8"),
                    otherEncoding);
        } catch (IOException failed) {
            throw new MillwrightException(
                    new Problem(
                            ErrorCode.SETTINGS_INVALID, config, "cannot be read: " + failed.getMessage(), "Correct it"),
                    failed);
        }
        throw missing(file, "--config: name a file, or one of " + String.join(", ", BUNDLED));
    }

    private static MillwrightException missing(Path path, String option) {
        return new MillwrightException(
                new Problem(ErrorCode.SETTINGS_INVALID, path.toString(), "there is nothing here", "Correct " + option));
    }

    /** The landing folder; for the demonstration a folder of its own, filled on first use. */
    Path landing() {
        if (landing != null) {
            return landing;
        }
        return config.equals(DEMO) ? Demonstration.bundled(DEMO_SEED) : Path.of("landing");
    }
}

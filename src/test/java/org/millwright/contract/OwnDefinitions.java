package org.millwright.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.millwright.error.Problem;
import org.millwright.error.Problems;

/** A user's own folder of definitions over the bundled ones, and what is wrong with them. */
public record OwnDefinitions(Path folder) {
    private static final String SCHEME = "china-traditional-8";

    /** A sound contract, as a start for others. */
    public static final String CONTRACT = """
            id: tiny
            dataset: tiny
            title: Figures of nobody
            licence: none
            vintage: {date: 2022-03-01}
            format: {type: csv}
            area: {column: area}
            activity: {column: code, classification: gb-t-4754-2017-divisions}
            period: {column: year, frequency: annual}
            measures:
              - {measure: value_added, column: va, unit: CNY, factor: 1000}
              - {measure: employment, column: emp, unit: persons}
            """;

    public OwnDefinitions write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The contract with one line of it in place of another. */
    public OwnDefinitions contract(String line, String replacement) {
        if (!CONTRACT.contains(line)) {
            throw new IllegalArgumentException(line);
        }
        return write("sources/tiny.yaml", CONTRACT.replace(line, replacement));
    }

    public Definitions read(Problems problems) {
        return Definitions.read(DefinitionFiles.bundled().with(folder), SCHEME, problems);
    }

    /** The source of the id {@code tiny}, which must be sound. */
    public SourceContract tiny() {
        Problems problems = new Problems();
        Definitions definitions = read(problems);
        problems.throwIfAny();
        return definitions.sources().get("tiny");
    }

    /** All problems, as a person reads them. */
    public List<String> problems() {
        Problems problems = new Problems();
        read(problems);
        return problems.all().stream().map(Problem::text).toList();
    }
}

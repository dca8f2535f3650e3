package org.millwright.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.millwright.config.Monitoring;
import org.millwright.config.RunSettings;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.contract.DefinitionFiles;
import org.millwright.lake.Lake;
import org.millwright.lake.Releases;
import org.millwright.model.Window;
import org.millwright.query.ReleaseSql;
import org.millwright.testing.LocalSession;

/** A landing folder, definitions and a lake below one temporary folder, with a source small enough to reckon by hand. */
final class Workshop {
    /** Four industries; the third code is split in halves between two of them. */
    private static final String CONCORDANCE = """
            from,to,weight,role,basis,year,judgement,alternative,note
            31,steel,1,part,,,,,
            32,nonferrous_metals,1,part,,,,,
            33,light_industry,0.5,part,,,,,
            33,textiles,0.5,part,,,,,
            40,other_manufacturing,1,part,,,,,
            """;

    private static final String CONTRACT = """
            id: tiny
            dataset: tiny
            title: Figures of nobody
            licence: none
            vintage: {from: file-name, pattern: "(\\\\d{4}-\\\\d{2}-\\\\d{2})"}
            format: {type: csv}
            area: {column: area}
            activity: {column: code, classification: tiny}
            period: {column: year, frequency: annual}
            measures:
              - {measure: value_added, column: va, unit: CNY, factor: 1000}
              - {measure: employment, column: emp, unit: persons}
            markers: {"D": Q}
            rejects: {tolerance: 0.5}
            rules:
              - {id: value-added-possible, kind: range, severity: error, measure: value_added, minimum: 0, maximum: 1000000}
            """;

    private final Path folder;
    private final Notes progress = new Notes();
    private Monitoring monitoring = Monitoring.NONE;

    Workshop(Path folder) {
        this.folder = folder;
        write("definitions/sources/tiny.yaml", CONTRACT);
        write("definitions/industries/tiny.csv", CONCORDANCE);
    }

    /** The text of the contract, as a start for others. */
    String contract() {
        return CONTRACT;
    }

    Path lake() {
        return folder.resolve("lake");
    }

    Path write(String path, String text) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Puts one file into landing; the lines are area, code, year, value added in thousand yuan, employment. */
    Path land(String name, String... lines) {
        return write("landing/" + name, "area,code,year,va,emp\n" + String.join("\n", lines) + "\n");
    }

    RunReport run() {
        return run(Optional.empty(), false);
    }

    RunReport run(Optional<String> asOf, boolean force) {
        return run(asOf, force, LocalSession::shared);
    }

    RunReport run(Optional<String> asOf, boolean force, Supplier<SparkSession> sessions) {
        return run(request(asOf, force), sessions);
    }

    RunReport run(RunRequest request, Supplier<SparkSession> sessions) {
        return new NightlyRun(request, sessions, progress).execute();
    }

    /** What notes the progress of runs. */
    Progress progress() {
        return progress;
    }

    /** Runs what must end before the engine starts. */
    RunReport runWithoutEngine() {
        return run(Optional.empty(), false, () -> {
            throw new AssertionError("the engine was started");
        });
    }

    RunRequest request(Optional<String> asOf, boolean force) {
        RunSettings settings = new RunSettings(
                "lake",
                "china-traditional-8",
                2015,
                List.of(new SourcePath("tiny", "*.csv")),
                List.of("transformation"),
                RunSettings.DEFAULT_GROWTH_SPANS,
                monitoring);
        DefinitionFiles definitions = DefinitionFiles.bundled().with(folder.resolve("definitions"));
        return new RunRequest(settings, definitions, folder.resolve("landing"), lake(), asOf, force, Window.ALL, false);
    }

    /** Who shall be told how the runs end. */
    void monitor(Monitoring byWhom) {
        monitoring = byWhom;
    }

    /** What was noted on the way. */
    List<String> notes() {
        return progress.notes;
    }

    /** The first column of the answer to a query over the current release. */
    List<Object> ask(String query) {
        Releases releases = new Releases(Lake.existing(lake()).orElseThrow());
        return ask(releases.current().orElseThrow(), query);
    }

    List<Object> ask(String release, String query) {
        Releases releases = new Releases(Lake.existing(lake()).orElseThrow());
        try (ReleaseSql sql = new ReleaseSql(releases.folder(release).orElseThrow())) {
            return sql.ask(query).rows().stream().map(row -> row.get(0)).toList();
        }
    }

    private static final class Notes implements Progress {
        private final List<String> notes = new ArrayList<>();

        @Override
        public void stage(String name, int done, int total) {}

        @Override
        public void note(String line) {
            notes.add(line);
        }

        @Override
        public void end() {}
    }
}

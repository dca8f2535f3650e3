package org.millwright.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.millwright.config.Keep;
import org.millwright.config.Monitoring;
import org.millwright.config.RunSettings;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.contract.DefinitionFiles;
import org.millwright.lake.Lake;
import org.millwright.lake.Releases;
import org.millwright.model.Window;
import org.millwright.query.ReleaseSql;
import org.millwright.testing.LocalSession;
import org.millwright.testing.TinySource;

/** A landing folder, definitions and a lake below one temporary folder, with a source small enough to reckon by hand. */
final class Workshop {
    private static final String COMPOSITE = """
            id: transformation
            version: 1.0.0
            label: {en: Productivity, zh: 生产率}
            normalise: {method: goalposts, lower: 0, upper: 30000}
            tree:
              id: top
              children:
                - {indicator: labour_productivity, weight: 1}
            """;

    private final Path folder;
    private final Notes progress = new Notes();
    private Optional<Keep> keep = Optional.empty();
    private Monitoring monitoring = Monitoring.NONE;
    private List<SourcePath> sources = List.of(new SourcePath("tiny", "*.csv"));
    private List<String> composites = List.of();

    Workshop(Path folder) {
        this.folder = folder;
        TinySource.FILES.forEach((path, text) -> write("definitions/" + path, text));
    }

    /** The text of the contract, as a start for others. */
    String contract() {
        return TinySource.FILES.get("sources/tiny.yaml");
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
        return write("landing/" + name, TinySource.text(lines));
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
                sources,
                composites,
                RunSettings.DEFAULT_GROWTH_SPANS,
                keep,
                monitoring);
        DefinitionFiles definitions = DefinitionFiles.bundled().with(folder.resolve("definitions"));
        return new RunRequest(settings, definitions, folder.resolve("landing"), lake(), asOf, force, Window.ALL, false);
    }

    /** What the settings say of the sources. */
    void sources(SourcePath... named) {
        sources = List.of(named);
    }

    /** Computes an index from now on: of what the source has, labour productivity. Else there is none, since it costs. */
    void computeIndex() {
        write("definitions/composites/transformation.yaml", COMPOSITE);
        composites = List.of("transformation");
    }

    /** Which releases are kept. */
    void keep(Keep rule) {
        keep = Optional.of(rule);
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

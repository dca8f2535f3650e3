package org.millwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.millwright.cli.Millwright;
import org.millwright.lake.Lake;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.query.ReleaseSql;
import org.millwright.testing.Jvm;
import org.millwright.testing.TinySource;

/**
 * A lake, and what its nightly runs read: landing folder, definitions and settings below one folder, which several lakes may
 * share.
 */
final class Nights {
    private final Path folder;
    private final Path lake;

    Nights(Path folder, Path lake) {
        this.folder = folder;
        this.lake = lake;
        write("settings.yaml", """
                scheme: china-traditional-8
                sources:
                  - {contract: tiny, path: "*.csv"}
                """);
        TinySource.FILES.forEach((path, text) -> write("definitions/" + path, text));
    }

    Path write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts one file into landing; the lines are area, code, period, value added in thousand yuan, employment. */
    Path land(String name, String... lines) {
        return write("landing/" + name, TinySource.text(lines));
    }

    private String[] command() {
        return new String[] {
            "run",
            "--config",
            folder.resolve("settings.yaml").toString(),
            "--definitions",
            folder.resolve("definitions").toString(),
            "--landing",
            folder.resolve("landing").toString(),
            "--lake",
            lake.toString()
        };
    }

    /** Runs in this process, which saves the start of an engine; gives the exit code. */
    int run() {
        return Millwright.execute(command());
    }

    /** Starts a run in a process of its own, whose temporary files and words are below our folder. */
    Process start() throws IOException {
        Path temporary = Files.createDirectories(temporary());
        List<String> options = List.of("-Djava.io.tmpdir=" + temporary, Millwright.class.getName());
        return Jvm.archived(folder.resolve("classes.jsa"), options, command())
                .redirectErrorStream(true)
                .redirectOutput(said().toFile())
                .start();
    }

    Path temporary() {
        return folder.resolve("temporary");
    }

    /** Where the last process wrote what it said. */
    Path said() {
        return folder.resolve("said");
    }

    /** What readers see: the rows of every table as a checksum; none before the first release. It must be whole. */
    Map<String, String> seen() throws IOException {
        Optional<Lake> there = Lake.existing(lake);
        Optional<String> current = there.flatMap(made -> new Releases(made).current());
        if (current.isEmpty()) {
            return Map.of();
        }
        Releases releases = new Releases(there.orElseThrow());
        Path release = releases.folder(current.get()).orElseThrow();
        ReleaseInfo manifest = releases.manifest(current.get()).orElseThrow();
        Map<String, String> seen = new TreeMap<>();
        try (ReleaseSql sql = new ReleaseSql(release)) {
            for (ReleaseInfo.Table table : manifest.tables()) {
                for (ReleaseInfo.File file : table.files()) {
                    assertThat(sha256(release.resolve(file.name())))
                            .as(file.name())
                            .isEqualTo(file.sha256());
                }
                seen.put(table.name(), rows(sql, table.name()));
            }
        }
        // They tell of runs, which differ.
        seen.keySet().removeAll(List.of("runs", "releases"));
        return seen;
    }

    /** Number and checksum of the rows, apart from the run that wrote them. */
    private static String rows(ReleaseSql sql, String table) {
        String answer = "SELECT count(*) || ' ' || md5(coalesce(string_agg(line, chr(10) ORDER BY line), '')) FROM"
                + " (SELECT to_json(t)::VARCHAR AS line FROM (SELECT COLUMNS(c -> c <> 'run') FROM " + table + ") t)";
        return sql.ask(answer).rows().get(0).get(0).toString();
    }

    List<Object> ask(String query) {
        Releases releases = new Releases(Lake.existing(lake).orElseThrow());
        Path release = releases.current().flatMap(releases::folder).orElseThrow();
        try (ReleaseSql sql = new ReleaseSql(release)) {
            return sql.ask(query).rows().stream().map(row -> row.get(0)).toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What should not be in the lake once a run has ended: a lock, something half done. */
    List<String> leftovers() throws IOException {
        try (Stream<Path> inLake = Files.walk(lake)) {
            return inLake.filter(Nights::isTemporary).map(Path::toString).toList();
        }
    }

    /**
     * Temporary files of any process, of which none should be there once a process has ended. A library that a killed one had
     * unpacked may stay for some minutes.
     */
    List<String> leftInTemporary() throws IOException {
        try (Stream<Path> files = Files.walk(temporary())) {
            return files.skip(1)
                    .filter(path -> !isLibrary(path))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static boolean isLibrary(Path path) {
        return path.getFileName().toString().startsWith("libduckdb_java");
    }

    private static boolean isTemporary(Path path) {
        return path.getFileName().toString().matches("lock|\\.lock-of.*|ledger-next.*|\\.staging.*|.*\\.tmp(\\.crc)?");
    }
}

package org.millwright.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millwright.contract.SourceContract;
import org.millwright.contract.Vintage;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.model.InputFile;

/** Finds the input files of the sources in the landing folder, and never outside it. */
public final class Landing {
    /** The extended and the basic format of ISO 8601. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("[uuuu-MM-dd][uuuuMMdd]").withResolverStyle(ResolverStyle.STRICT);

    private final Path folder;
    private final Problems problems;
    private final List<InputFile> incomplete = new ArrayList<>();
    private final Map<String, FileStamp> stamps = new HashMap<>();

    public Landing(Path folder, Problems problems) {
        this.folder = folder.toAbsolutePath().normalize();
        this.problems = problems;
    }

    /**
     * The files of one source that can be read, in the order of their paths; a problem if there is none. A file that lacks
     * the end marker of its contract is left aside as incomplete.
     */
    public List<InputFile> files(SourceContract source, String glob) {
        List<Path> paths = withoutMarkers(source, matching(glob));
        List<Path> complete =
                paths.stream().filter(path -> isComplete(source, path)).toList();
        List<InputFile> files = new ArrayList<>();
        for (Path path : paths) {
            try {
                if (complete.contains(path)) {
                    describe(source, path).ifPresent(files::add);
                } else {
                    incomplete.add(file(source, path, Files.size(path), "", ""));
                }
            } catch (IOException failed) {
                unreadable(path, failed);
            }
        }
        if (complete.isEmpty()) {
            missing(source, glob, paths);
        }
        return files;
    }

    /** The files found so far that lack the end marker of their contract: without checksum, and without vintage. */
    public List<InputFile> incomplete() {
        return List.copyOf(incomplete);
    }

    /** What has been written to, or is gone, since it was found. */
    public List<Problem> changed(List<InputFile> files) {
        return files.stream()
                .filter(file -> stamps.get(file.path()).isOutdated(Path.of(file.path())))
                .map(file -> FileStamp.changing(Path.of(file.path())))
                .toList();
    }

    private void missing(SourceContract source, String glob, List<Path> waiting) {
        Optional<String> marker = waiting.stream()
                .findFirst()
                .map(path -> marker(source, path).map(Path::toString).orElseThrow());
        problems.add(
                ErrorCode.FILE_MISSING,
                folder + "/" + glob,
                marker.map(absent -> "no file of the source " + source.id() + " is complete")
                        .orElse("there is no file of the source " + source.id()),
                marker.map(absent -> "Wait for the end marker " + absent)
                        .orElse("Put the agency's file there ("
                                + source.identity().origin() + "), or name another folder with --landing"));
    }

    private static List<Path> withoutMarkers(SourceContract source, List<Path> paths) {
        Set<Path> markers =
                paths.stream().flatMap(path -> marker(source, path).stream()).collect(Collectors.toSet());
        return paths.stream().filter(path -> !markers.contains(path)).toList();
    }

    private static Optional<Path> marker(SourceContract source, Path path) {
        return source.endMarker()
                .map(marker -> path.resolveSibling(marker.of(path.getFileName().toString())));
    }

    private static boolean isComplete(SourceContract source, Path path) {
        return marker(source, path).map(Files::exists).orElse(true);
    }

    private List<Path> matching(String glob) {
        try {
            return find(glob);
        } catch (IllegalArgumentException malformed) {
            problems.add(
                    ErrorCode.SETTINGS_INVALID,
                    glob,
                    "the path is not a pattern for files: "
                            + malformed.getMessage().lines().findFirst().orElse(""),
                    "Write for example asm/*.csv");
            return List.of();
        }
    }

    private List<Path> find(String glob) {
        Path pattern = folder.resolve(glob).normalize();
        if (!pattern.startsWith(folder)) {
            problems.add(
                    ErrorCode.SETTINGS_INVALID,
                    glob,
                    "the path leads out of the landing folder",
                    "Write a path below it");
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String escaped = folder.toString().replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + escaped + "/" + glob);
        try (Stream<Path> paths = Files.walk(folder)) {
            Path real = folder.toRealPath();
            return paths.filter(Files::isRegularFile)
                    .filter(matcher::matches)
                    .filter(path -> staysInside(path, real))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException failed) {
            unreadable(folder, failed);
            return List.of();
        }
    }

    private boolean staysInside(Path path, Path real) {
        try {
            if (path.toRealPath().startsWith(real)) {
                return true;
            }
        } catch (IOException failed) {
            unreadable(path, failed);
            return false;
        }
        problems.add(
                ErrorCode.FILE_UNREADABLE,
                path.toString(),
                "the link leads out of the landing folder",
                "Put the file itself there");
        return false;
    }

    private void unreadable(Path path, Exception failed) {
        problems.add(
                ErrorCode.FILE_UNREADABLE,
                path.toString(),
                "it cannot be read: " + failed.getMessage(),
                "Check its permissions");
    }

    private Optional<String> vintage(SourceContract source, Path path) throws IOException {
        if (source.vintage() instanceof Vintage.Fixed fixed) {
            return Optional.of(fixed.date());
        }
        if (source.vintage() instanceof Vintage.Field) {
            return Optional.of("");
        }
        if (source.vintage() instanceof Vintage.FileName named) {
            return fromName(named, path);
        }
        return Optional.of(LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneOffset.UTC)
                .toString());
    }

    private Optional<String> fromName(Vintage.FileName named, Path path) {
        Matcher matcher =
                Pattern.compile(named.pattern()).matcher(path.getFileName().toString());
        try {
            if (matcher.find()) {
                return Optional.of(LocalDate.parse(matcher.group(1), DATE).toString());
            }
        } catch (DateTimeParseException noDate) {
            // reported below, with the name
        }
        problems.add(
                ErrorCode.FILE_UNREADABLE,
                path.toString(),
                "the file's name holds no date of release like " + named.pattern(),
                "Name it as the contract asks");
        return Optional.empty();
    }

    /** Empty if its name holds no date, or if it is being written: both are problems. */
    private Optional<InputFile> describe(SourceContract source, Path path) throws IOException {
        Optional<String> vintage = vintage(source, path);
        if (vintage.isEmpty()) {
            return Optional.empty();
        }
        FileStamp before = FileStamp.of(path);
        String sha256 = sha256(path);
        if (before.isOutdated(path)) {
            problems.add(FileStamp.changing(path));
            return Optional.empty();
        }
        stamps.put(path.toString(), before);
        return Optional.of(file(source, path, before.size(), sha256, vintage.get()));
    }

    private static String sha256(Path path) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InputFile file(SourceContract source, Path path, long size, String sha256, String vintage) {
        return new InputFile(source.id(), path.toString(), path.getFileName().toString(), size, sha256, vintage);
    }
}

package org.millwright.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;

/**
 * The texts of all definition files, by their path below {@code data-schemas}: the ones that ship with the program,
 * and over them the ones of a user's own folder.
 */
public final class DefinitionFiles {
    private static final String ROOT = "data-schemas";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, String> texts;

    private DefinitionFiles(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The definitions that ship with the program. */
    public static DefinitionFiles bundled() {
        URL root = DefinitionFiles.class.getClassLoader().getResource(ROOT);
        if (root == null) {
            throw new IllegalStateException(ROOT + " is not on the class path");
        }
        try {
            URI uri = root.toURI();
            if (!uri.getScheme().equals("jar")) {
                return new DefinitionFiles(read(Path.of(uri)));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return new DefinitionFiles(read(jar.getPath("/" + ROOT)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** These definitions with the files of a folder added to them; a file of the same path replaces ours. */
    public DefinitionFiles with(Path folder) {
        Map<String, String> both = new TreeMap<>(texts);
        try {
            both.putAll(read(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new DefinitionFiles(both);
    }

    private static Map<String, String> read(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Problems problems = new Problems();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (path.endsWith(".yaml") || path.endsWith(".csv")) {
                    texts.put(path, text(file, problems));
                }
            }
        }
        problems.throwIfAny();
        return texts;
    }

    /** The text of a file, without the byte order mark that some editors write. */
    private static String text(Path file, Problems problems) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            problems.add(
                    ErrorCode.DEFINITION_UNREADABLE, file.toString(), "this is not UTF-8", "Save the file as UTF-8");
            return "";
        }
    }

    /** Path to text of the files directly in a folder that end as given, in the order of their paths. */
    Map<String, String> in(String folder, String suffix) {
        Map<String, String> found = new TreeMap<>();
        texts.forEach((path, text) -> {
            boolean direct = path.startsWith(folder + "/") && path.indexOf('/', folder.length() + 1) < 0;
            if (direct && path.endsWith(suffix)) {
                found.put(path, text);
            }
        });
        return found;
    }

    String text(String path) {
        return texts.getOrDefault(path, "");
    }

    /** SHA-256 of each file, by its path. */
    public Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        texts.forEach((path, text) -> checksums.put(path, sha256(text)));
        return checksums;
    }

    /** SHA-256 over all paths and texts and what is given: it changes whenever any of them does. */
    public String checksumWith(String more) {
        StringBuilder all = new StringBuilder(more);
        texts.forEach((path, text) -> all.append(path).append('\0').append(text).append('\0'));
        return sha256(all.toString());
    }

    /** SHA-256 of one file, or of several in their order, as hexadecimal digits. */
    public String checksum(String... paths) {
        return sha256(Stream.of(paths).map(this::text).collect(Collectors.joining("\0")));
    }

    /** SHA-256 of a text in UTF-8, as hexadecimal digits. */
    public static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.millwright.storage;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Folders by what people write: a path, or the address of a folder in a file system that Hadoop knows. */
public final class Folders {
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):/.*");
    private static final String LOCAL = "file";

    private Folders() {}

    /**
     * The folder of a text such as {@code ./lake}, {@code file:/data/lake} or {@code hdfs://namenode:8020/lake}.
     *
     * @throws InvalidPathException if it is neither, or Hadoop knows no such file system, or cannot reach it
     */
    public static Path of(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Path.of(text);
        }
        try {
            URI address = URI.create(text);
            return address.getScheme().equals(LOCAL) ? Path.of(address.getPath()) : HadoopFiles.ALL.getPath(address);
        } catch (IllegalArgumentException noAddress) {
            throw new InvalidPathException(text, String.valueOf(noAddress.getMessage()));
        }
    }
}

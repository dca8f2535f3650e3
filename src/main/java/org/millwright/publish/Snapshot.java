package org.millwright.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.millwright.lake.DeltaTables;
import org.millwright.lake.ReleaseInfo;

/**
 * Copies the data files of one version of a Delta table, and nothing else, to plain Parquet: {@code NAME.parquet}, a file
 * where the version has one data file and a folder where it has more.
 */
final class Snapshot {
    private Snapshot() {}

    static List<ReleaseInfo.File> copy(String table, DeltaTables.Version version, Path folder) throws IOException {
        Path target = folder.resolve(table + ".parquet");
        List<ReleaseInfo.File> copied = new ArrayList<>();
        if (version.files().size() == 1) {
            copied.add(copy(version.files().get(0), target, folder));
            return copied;
        }
        Files.createDirectories(target);
        for (int i = 0; i < version.files().size(); i++) {
            copied.add(copy(version.files().get(i), target.resolve(String.format("part-%05d.parquet", i)), folder));
        }
        return copied;
    }

    private static ReleaseInfo.File copy(Path from, Path to, Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
                Files.copy(from, out);
            }
            String name = folder.relativize(to).toString().replace('\\', '/');
            return new ReleaseInfo.File(name, Files.size(to), HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

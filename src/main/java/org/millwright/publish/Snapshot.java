package org.millwright.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.millwright.contract.TableContract;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.TableVersion;

/**
 * Copies the data files of one version of a Delta table, and nothing else, to plain Parquet: {@code NAME.parquet}, a file
 * where the version has one data file or none, and a folder where it has more.
 */
final class Snapshot {
    private Snapshot() {}

    static List<ReleaseInfo.File> copy(TableContract table, TableVersion version, Path folder) throws IOException {
        Path target = folder.resolve(table.name() + ".parquet");
        if (version.files().isEmpty()) {
            writeEmpty(table, target);
            return List.of(describe(target, folder));
        }
        List<ReleaseInfo.File> copied = new ArrayList<>();
        if (version.files().size() == 1) {
            Files.copy(version.files().get(0).path(), target);
            copied.add(describe(target, folder));
            return copied;
        }
        Files.createDirectories(target);
        for (int i = 0; i < version.files().size(); i++) {
            Path part = target.resolve(String.format("part-%05d.parquet", i));
            Files.copy(version.files().get(i).path(), part);
            copied.add(describe(part, folder));
        }
        return copied;
    }

    /** Delta keeps no data file for a table without rows; a reader of the release still needs its columns. */
    private static void writeEmpty(TableContract table, Path target) throws IOException {
        Path local = Files.createTempDirectory("millwright-")
                .resolve(target.getFileName().toString());
        writeLocal(table, local);
        Files.move(local, target);
        Files.delete(local.getParent());
    }

    private static void writeLocal(TableContract table, Path target) {
        String columns = table.columns().stream()
                .map(column -> "CAST(NULL AS " + column.type().sql() + ") AS \"" + column.name() + '"')
                .collect(Collectors.joining(", "));
        String file = target.toString().replace("'", "''");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + columns + " LIMIT 0) TO '" + file + "' (FORMAT parquet)");
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot write the empty table " + table.name(), failed);
        }
    }

    private static ReleaseInfo.File describe(Path file, Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            String name = folder.relativize(file).toString().replace('\\', '/');
            return new ReleaseInfo.File(name, Files.size(file), HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

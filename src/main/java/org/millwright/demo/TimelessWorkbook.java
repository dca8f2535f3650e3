package org.millwright.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the time of writing out of an Office Open XML workbook, so that the same cells make the same file. */
final class TimelessWorkbook {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";
    private static final LocalDateTime RELEASED = LocalDateTime.of(2025, 3, 31, 0, 0);

    private TimelessWorkbook() {}

    static void copy(Path workbook, OutputStream target) throws IOException {
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(target)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(RELEASED);
                out.putNextEntry(copy);
                byte[] part = in.getInputStream(entry).readAllBytes();
                out.write(entry.getName().equals(PROPERTIES) ? timeless(part) : part);
            }
        }
    }

    private static byte[] timeless(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceFirst(CREATED, "$1" + RELEASED + ":00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}

package org.millwright.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests, sound ones and others. */
final class Workbooks {
    private Workbooks() {}

    /** A sheet: its name, and its rows; null is an absent cell, a row without cells is absent from the file. */
    record Table(String sheet, Object[]... rows) {}

    static Path write(Path file, Table... tables) {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "millwright", "1.0")) {
            for (Table table : tables) {
                Worksheet sheet = workbook.newWorksheet(table.sheet());
                for (int row = 0; row < table.rows().length; row++) {
                    write(sheet, row, table.rows()[row]);
                }
            }
            workbook.finish();
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cells[column] != null) {
                sheet.value(row, column, cells[column].toString());
            }
        }
    }

    /** The workbook with one of its parts replaced by another text. */
    static Path replace(Path workbook, String part, String text) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(copy)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                boolean replaced = entry.getName().equals(part);
                out.write(replaced ? text.getBytes(StandardCharsets.UTF_8) : bytes(in, entry));
            }
            out.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return write(workbook, copy.toByteArray());
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    static String part(Path workbook, String part) {
        try (ZipFile in = new ZipFile(workbook.toFile())) {
            return new String(bytes(in, in.getEntry(part)), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file of some hundred kilobytes whose one part would unpack to the given size of blanks. */
    static Path bomb(Path file, int mebibytes) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < mebibytes; i++) {
                out.write(blanks);
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

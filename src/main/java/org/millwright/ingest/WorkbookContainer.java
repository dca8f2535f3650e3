package org.millwright.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A look at a workbook from outside, before it is opened: whether it is one, and how large it would get. */
final class WorkbookContainer {
    private static final long MOST_BYTES = 2L << 30;
    private static final long SMALL_BYTES = 64L << 20;
    private static final int MOST_COMPRESSION = 200;
    /** Deflate makes nothing smaller than this. */
    private static final int LIMIT_OF_DEFLATE = 1032;
    /** How an OLE 2 container begins: the old format, and the envelope of an encrypted new one. */
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private WorkbookContainer() {}

    static void check(Path file) throws IOException {
        byte[] start = new byte[OLE2.length];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(start, 0, start.length);
        }
        if (Arrays.equals(start, OLE2)) {
            throw new UnreadableFile(
                    "this is a password-protected workbook or the old .xls format; save it as .xlsx without a password",
                    0,
                    null);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            checkSize(zip);
        } catch (ZipException broken) {
            throw new UnreadableFile(
                    "this is not an .xlsx workbook, or it is truncated (" + broken.getMessage() + ")", 0, broken);
        }
    }

    private static void checkSize(ZipFile zip) throws IOException {
        long total = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            total += entry.getSize();
            boolean bomb = entry.getSize() > SMALL_BYTES
                    && entry.getSize() > MOST_COMPRESSION * Math.max(1, entry.getCompressedSize());
            if (bomb || total > MOST_BYTES) {
                throw new UnreadableFile(
                        "the workbook would unpack to over " + (total >> 20) + " MiB; it looks like a zip bomb",
                        0,
                        null);
            }
            if (hidesMore(zip, entry)) {
                throw new UnreadableFile(
                        "the part " + entry.getName() + " is larger than it says; it looks like a zip bomb", 0, null);
            }
        }
    }

    /** Whether a part that could become large unpacks to more than its entry says. */
    private static boolean hidesMore(ZipFile zip, ZipEntry entry) throws IOException {
        if (entry.getCompressedSize() <= SMALL_BYTES / LIMIT_OF_DEFLATE) {
            return false;
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            long left = entry.getSize();
            int count = in.read(buffer);
            while (count >= 0 && left >= 0) {
                left -= count;
                count = in.read(buffer);
            }
            return left < 0;
        }
    }
}

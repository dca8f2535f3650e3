package org.millwright.ingest;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.millwright.contract.Format;

/** The lines of delimited text; bytes that are not of the declared encoding end it with a clear message. */
final class CsvLines implements LineSource {
    private static final Format.Csv SDMX = new Format.Csv(1, 1, 0, ',', "UTF-8", '.');
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final Format.Csv format;
    private final CsvParser parser;
    private boolean begun;
    private final InputStream in;

    CsvLines(Path file, Format format) throws IOException {
        this.format = format instanceof Format.Csv csv ? csv : SDMX;
        this.parser = new CsvParser(settings(this.format));
        this.in = Files.newInputStream(file);
    }

    @Override
    public Optional<SheetLine> next() throws IOException {
        try {
            if (!begun) {
                begun = true;
                parser.beginParsing(reader());
            }
            String[] cells = parser.parseNext();
            return cells == null
                    ? Optional.empty()
                    : Optional.of(new SheetLine("", parser.getContext().currentLine(), cells));
        } catch (IllegalStateException | TextParsingException failed) {
            throw new UnreadableFile(reason(failed), parser.getContext().currentLine() + 1, failed);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private String reason(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return "there are bytes that are not " + format.encoding()
                        + "; the contract names the wrong encoding, or the file is damaged";
            }
        }
        return "this is not delimited text: "
                + String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }

    private static CsvParserSettings settings(Format.Csv csv) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(csv.delimiter());
        settings.getFormat().setComment('\0');
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setMaxCharsPerColumn(MOST_CHARACTERS);
        settings.setSkipEmptyLines(false);
        settings.setReadInputOnSeparateThread(false);
        return settings;
    }

    private Reader reader() throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(BYTE_ORDER_MARK.length);
        for (int expected : BYTE_ORDER_MARK) {
            if (buffered.read() != expected) {
                buffered.reset();
                break;
            }
        }
        return new InputStreamReader(
                buffered,
                Charset.forName(format.encoding())
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}

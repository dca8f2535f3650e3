package org.millwright.ingest;

import com.univocity.parsers.common.ParsingContext;
import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.millwright.contract.Format;

/** The lines of delimited text; what is not, such as a quote that is never closed, ends it with a clear message. */
final class CsvLines implements LineSource {
    private static final Format.Csv SDMX = new Format.Csv(1, 1, 0, ',', "UTF-8", '.');
    private static final char QUOTE = '"';
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_CHARACTERS = 1 << 20;

    private final CsvParser parser;
    private final StrictText text;
    private boolean begun;

    CsvLines(Path file, Format format) throws IOException {
        Format.Csv csv = format instanceof Format.Csv described ? described : SDMX;
        parser = new CsvParser(settings(csv));
        text = new StrictText(Files.newInputStream(file), Charset.forName(csv.encoding()));
    }

    @Override
    public Optional<SheetLine> next() throws IOException {
        long first = begun ? line() + 1 : 1;
        try {
            if (!begun) {
                begun = true;
                parser.beginParsing(text);
            }
            String[] cells = parser.parseNext();
            if (cells == null) {
                return Optional.empty();
            }
            if (line() > first) {
                requireClosedQuotes(first);
            }
            return Optional.of(new SheetLine("", first, cells));
        } catch (IllegalStateException | TextParsingException failed) {
            throw explained(failed, first);
        }
    }

    /** How many lines of the file have been read. */
    private long line() {
        ParsingContext context = parser.getContext();
        return context == null ? 0 : context.currentLine();
    }

    /** The parser takes the end of the file for the end of a quoted cell; it then has swallowed every line in between. */
    private void requireClosedQuotes(long first) throws UnreadableFile {
        long quotes = parser.getContext()
                .currentParsedContent()
                .chars()
                .filter(c -> c == QUOTE)
                .count();
        if (quotes % 2 != 0) {
            throw new UnreadableFile("a quote opens in this line and is never closed", first, null);
        }
    }

    private static UnreadableFile explained(RuntimeException failed, long line) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile refused) {
                return refused;
            }
        }
        String reason = String.valueOf(failed.getMessage())
                .replaceFirst("^\\S*Exception - ", "")
                .replaceFirst("(?s)(\\. |[\\r\\n]).*", "");
        return new UnreadableFile(
                "this is not delimited text: " + reason + "; a quote may not be closed, or not be doubled",
                line,
                failed);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static CsvParserSettings settings(Format.Csv csv) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(csv.delimiter());
        settings.getFormat().setQuote(QUOTE);
        settings.setCommentProcessingEnabled(false);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setMaxCharsPerColumn(MOST_CHARACTERS);
        settings.setSkipEmptyLines(false);
        settings.setReadInputOnSeparateThread(false);
        // Else the parser reads on to where it finds a delimiter, and several lines become one.
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        return settings;
    }
}

package org.millwright.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text and refuses what is none: bytes that are not of the encoding, and NUL. Everything before is delivered, and
 * the refusal names the line. A byte order mark is passed over.
 */
final class StrictText extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private UnreadableFile refusal;
    private boolean begun;
    private boolean ended;
    private long line = 1;

    StrictText(InputStream in, Charset encoding) {
        this.in = in;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (chars.position() == 0 && refusal == null && !(ended && !bytes.hasRemaining())) {
            fill();
            CoderResult result = decoder.decode(bytes, chars, ended);
            passOverMark(chars);
            inspect(chars);
            if (result.isError() && refusal == null) {
                refuse("there are bytes that are not " + decoder.charset().name()
                        + "; the contract names the wrong encoding, or the file is damaged");
            }
        }
        if (chars.position() == 0 && refusal != null) {
            throw refusal;
        }
        return chars.position() == 0 ? -1 : chars.position();
    }

    private void fill() throws IOException {
        if (!ended) {
            bytes.compact();
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(0, count)).flip();
        }
    }

    private void passOverMark(CharBuffer chars) {
        if (!begun && chars.position() > 0) {
            begun = true;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                chars.flip().position(1);
                chars.compact();
            }
        }
    }

    /** Counts lines, and cuts the text off at a NUL. */
    private void inspect(CharBuffer chars) {
        for (int i = 0; i < chars.position(); i++) {
            char c = chars.get(i);
            if (c == '\n') {
                line++;
            } else if (c == '\0') {
                refuse("there is a NUL byte; the file is damaged, or it is UTF-16 and the contract says "
                        + decoder.charset().name());
                chars.position(i);
            }
        }
    }

    private void refuse(String reason) {
        refusal = new UnreadableFile(reason, line, null);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

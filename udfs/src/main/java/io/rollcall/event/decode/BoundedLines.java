package io.rollcall.event.decode;

import java.io.IOException;
import java.io.Reader;

/** Lines of text, none longer than a megabyte: of a longer one the rest is lost. */
final class BoundedLines {

    static final int LONGEST = 1 << 20;

    private final Reader reader;
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int filled;

    BoundedLines(Reader reader) {
        this.reader = reader;
    }

    /** Null at the end. */
    String next() throws IOException {
        StringBuilder text = new StringBuilder(80);
        int next = read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (text.length() < LONGEST) {
                text.append((char) next);
            }
            next = read();
        }
        int end = text.length() - 1;
        if (end >= 0 && text.charAt(end) == '\r') {
            text.setLength(end);
        }
        return text.toString();
    }

    /** Without a lock for each character, unlike a BufferedReader. */
    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(0, reader.read(buffer, 0, buffer.length));
            at = 0;
        }
        return at < filled ? buffer[at++] : -1;
    }
}

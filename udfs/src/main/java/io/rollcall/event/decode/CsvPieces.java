package io.rollcall.event.decode;

import io.rollcall.event.RawEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a CSV file into messages that {@link CsvDecoder} reads: the header and some rows, whose
 * first line is the offset, and at last an end without a value.
 */
public final class CsvPieces implements FilePieces {

    static final int ROWS = 500;

    private static final int LONG_ENOUGH = 256 << 10;

    private final CsvLines lines;
    private final String file;
    private final long modifiedAt;
    private String header;
    private boolean ended;

    public CsvPieces(InputStream bytes, String file, long modifiedAt) {
        this.lines = new CsvLines(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        this.file = file;
        this.modifiedAt = modifiedAt;
    }

    /** A file of a header alone has a piece without rows. */
    @Override
    public RawEvent next() throws IOException {
        if (ended) {
            return null;
        }
        boolean first = header == null;
        if (first) {
            CsvLines.Row row = lines.next();
            header = row == null ? "" : row.text();
        }
        CsvLines.Row row = lines.next();
        boolean headerAlone = first && !header.isEmpty();
        if (row == null && !headerAlone) {
            ended = true;
            return new RawEvent(new byte[0], file, 0, 0, modifiedAt, RawEvent.Part.END);
        }
        return piece(row);
    }

    private RawEvent piece(CsvLines.Row first) throws IOException {
        long line = first == null ? 2 : first.line();
        StringBuilder text = new StringBuilder(header).append('\n');
        CsvLines.Row row = first;
        for (int rows = 1; row != null; rows++) {
            text.append(row.text()).append('\n');
            boolean full = rows == ROWS || text.length() > LONG_ENOUGH;
            row = full ? null : lines.next();
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new RawEvent(bytes, file, 0, line, modifiedAt, RawEvent.Part.PIECE);
    }
}

package io.rollcall.event.decode;

import io.rollcall.event.RawEvent;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Cuts a file of Audience Manager into some hundred rows at a time, whose first line is the offset.
 * The end says how much it was, for the control file; of a file whose name is unknown there is
 * nothing else. What is packed wrongly ends there instead of failing the job for ever.
 */
public final class SyncPieces implements FilePieces {

    private static final String CUT_OFF = "it is packed wrongly or cut off behind line ";

    static final int ROWS = 500;

    private static final int LONG_ENOUGH = 256 << 10;

    /** A control file comes in one piece. */
    private static final int LONGEST_CONTROL = 4 << 20;

    private final SyncFileName name;
    private final long modifiedAt;
    private final CountedStream raw;
    private BoundedLines lines;
    private long line;
    private boolean cutOff;
    private boolean ended;

    public SyncPieces(InputStream bytes, String file, long modifiedAt) {
        this.name = SyncFileName.of(file);
        this.modifiedAt = modifiedAt;
        this.raw = new CountedStream(bytes);
    }

    /** Counts and digests what stands in the folder, packed or not. */
    private static final class CountedStream extends DigestInputStream {
        private long bytes;

        CountedStream(InputStream stream) {
            super(stream, md5());
        }

        private static MessageDigest md5() {
            try {
                return MessageDigest.getInstance("MD5");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JVM has MD5", e);
            }
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            bytes += Math.max(0, read);
            return read;
        }
    }

    @Override
    public RawEvent next() throws IOException {
        if (ended) {
            return null;
        }
        if (name.kind() == SyncFileName.Kind.UNKNOWN) {
            return end(null);
        }
        RawEvent piece = piece();
        return piece != null ? piece : end(cutOff ? CUT_OFF + line : null);
    }

    /** Null at the end; the rows before a cut are told all the same. */
    private String row() throws IOException {
        try {
            if (lines == null) {
                InputStream text = name.isPacked() ? new GZIPInputStream(raw, 1 << 16) : raw;
                lines = new BoundedLines(new InputStreamReader(text, StandardCharsets.UTF_8));
            }
            return cutOff ? null : lines.next();
        } catch (ZipException | EOFException e) {
            cutOff = true;
            return null;
        }
    }

    /** Null when there is nothing left. */
    private RawEvent piece() throws IOException {
        long first = line + 1;
        StringBuilder rows = new StringBuilder();
        boolean control = name.kind() == SyncFileName.Kind.CONTROL;
        int most = control ? Integer.MAX_VALUE : ROWS;
        int longest = control ? LONGEST_CONTROL : LONG_ENOUGH;
        for (int i = 0; i < most && rows.length() < longest; i++) {
            String row = row();
            if (row == null) {
                break;
            }
            line++;
            rows.append(row).append('\n');
        }
        return rows.isEmpty()
                ? null
                : event(
                        rows.toString().getBytes(StandardCharsets.UTF_8),
                        first,
                        RawEvent.Part.PIECE);
    }

    private RawEvent end(String fault) throws IOException {
        ended = true;
        if (fault == null && name.kind() != SyncFileName.Kind.UNKNOWN) {
            raw.transferTo(OutputStream.nullOutputStream());
        }
        String md5 = HexFormat.of().formatHex(raw.getMessageDigest().digest());
        return event(new FileEnd(line, raw.bytes, md5, fault).encode(), 0, RawEvent.Part.END);
    }

    private RawEvent event(byte[] value, long offset, RawEvent.Part part) {
        return new RawEvent(value, name.file(), 0, offset, modifiedAt, part);
    }
}

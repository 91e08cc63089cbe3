package io.rollcall.event.decode;

import java.nio.charset.StandardCharsets;

/** What a file turned out to hold; {@code fault} is null if it could be read to its end. */
record FileEnd(long lines, long bytes, String md5, String fault) {

    byte[] encode() {
        String text = lines + " " + bytes + " " + md5 + " " + (fault == null ? "" : fault);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static FileEnd decode(byte[] encoded) {
        String[] parts = new String(encoded, StandardCharsets.UTF_8).split(" ", 4);
        return new FileEnd(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                parts[2],
                parts[3].isEmpty() ? null : parts[3]);
    }
}

package io.rollcall.sandbox.marketo;

import java.util.Locale;
import java.util.stream.Stream;

/** What a fault does to a call, and whether the call's work is done unless the fault says. */
public enum Effect {
    /** A response-level error code. */
    CODE(false),
    /** An error code for single records; the others of the call go on. */
    RECORD_CODE(false),
    /** An HTTP status with an HTML page. */
    HTTP(false),
    /** No answer for a time, then the connection closes. */
    HANG(true),
    /** The connection closes without an answer. */
    LOST(true),
    /** The connection closes at once, and the work is done after. */
    LATE(true),
    /** The connection breaks half-way through the body. */
    CUT(true),
    /** Half a JSON document. */
    GARBAGE(true),
    /** The answer trickles. */
    SLOW(true),
    /** The call takes longer. */
    DELAY(true),
    /** The token is revoked on the spot: 601, and a new one is needed. */
    REVOKE(false),
    /** Identity says 401. */
    UNAUTHORIZED(false);

    private final boolean executes;

    Effect(boolean executes) {
        this.executes = executes;
    }

    public boolean executes() {
        return executes;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Effect named(String label) {
        return Stream.of(values())
                .filter(effect -> effect.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no effect " + label));
    }
}

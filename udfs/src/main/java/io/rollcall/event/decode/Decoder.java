package io.rollcall.event.decode;

import io.rollcall.event.RawEvent;
import io.rollcall.secret.SecretUnavailableException;
import java.io.Serializable;

/**
 * Bytes to events. Total: it never throws, whatever the bytes are, and never guesses. It keeps no
 * state between messages.
 */
public interface Decoder extends Serializable {

    /** Reads secrets where it runs; once, before the first message. */
    default void open() throws SecretUnavailableException {}

    /**
     * {@code now} (epoch ms) is the machine's clock, against which times of the future are judged.
     */
    Decoded decode(RawEvent raw, long now);
}

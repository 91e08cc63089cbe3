package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import java.util.List;

/**
 * What one message became. A {@code reason} (null when all is fine) makes the whole message a dead
 * letter. Both may be there: of several people in one message the good ones are events, and the
 * first bad one's reason sends the message to the dead letters as well. A replay then repeats the
 * good ones, which is harmless: the ledger orders assertions by their own time.
 */
public record Decoded(List<AudienceEvent> events, String reason) {

    static Decoded refused(Refusal refusal) {
        return new Decoded(List.of(), refusal.word());
    }
}

package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What one message became. A {@code reason} (null when all is fine) makes the whole message a dead
 * letter. Both may be there: of several people in one message the good ones are events, and the
 * first bad one's reason sends the message to the dead letters as well. A replay then repeats the
 * good ones, which is harmless: the ledger orders assertions by their own time. Rows of a table are
 * {@code refused} one by one instead. What rightly says nothing of anybody is {@code passedOver}.
 */
public record Decoded(
        List<AudienceEvent> events,
        String reason,
        List<Refused> refused,
        List<DecodeMetric> passedOver) {

    Decoded(List<AudienceEvent> events, String reason, List<Refused> refused) {
        this(events, reason, refused, List.of());
    }

    Decoded(List<AudienceEvent> events, String reason) {
        this(events, reason, List.of());
    }

    /** One row that could not be used, and the line it begins in. */
    public record Refused(byte[] value, long line, String reason) {}

    static Decoded refused(Refusal refusal) {
        return new Decoded(List.of(), refusal.reason());
    }

    /** What goes to the dead letters: rows by themselves, or all of the message. */
    List<DeadLetter> deadLetters(RawEvent raw, String format) {
        List<DeadLetter> letters = new ArrayList<>();
        for (Refused row : refused) {
            String why = "line " + row.line() + ": " + row.reason();
            letters.add(new DeadLetter(row.value(), raw.origin(), why, format));
        }
        if (reason != null) {
            letters.add(new DeadLetter(raw.value(), raw.origin(), reason, format));
        }
        return letters;
    }
}

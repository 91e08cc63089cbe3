package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import java.time.Duration;

/**
 * What holds of everything that is decoded, whatever the bytes were. Plain comparisons, since the
 * fuzzer checks thousands a second.
 */
final class Soundness {

    private static final long LATEST = Messages.NOW + Duration.ofMinutes(15).toMillis();

    private Soundness() {}

    /** Something came out, and whatever did can be stored and keyed. */
    static void check(Decoded decoded) {
        boolean nothing =
                decoded.events().isEmpty()
                        && decoded.passedOver().isEmpty()
                        && decoded.refused().isEmpty();
        holds(!nothing || decoded.reason() != null, "nothing became of it");
        checkPiece(decoded);
    }

    /** The same of a piece of a file, which may have nothing in it. */
    static void checkPiece(Decoded decoded) {
        String unreadable = Refusal.UNREADABLE.word();
        holds(!unreadable.equals(decoded.reason()), "the decoder failed");
        decoded.refused().forEach(row -> holds(!row.reason().equals(unreadable), "it failed"));
        decoded.events().forEach(Soundness::check);
    }

    private static void check(AudienceEvent event) {
        boolean everybody = event.kind() == AudienceEvent.Kind.SNAPSHOT;
        holds(everybody || hasName(event), "the person is none of the identities");
        holds(event.identities().stream().noneMatch(Identity::tooLong), "an identity is too long");
        holds(plausible(event.at()), "the event's time");
        holds(event.assertions().stream().allMatch(a -> plausible(a.at())), "an assertion's time");
        holds(event.attributes().stream().allMatch(a -> plausible(a.at())), "an attribute's time");
    }

    private static boolean hasName(AudienceEvent event) {
        return event.identities().contains(Identity.ofKey(event.person()));
    }

    private static boolean plausible(long at) {
        return at >= Timestamps.EARLIEST && at <= LATEST;
    }

    private static void holds(boolean sound, String what) {
        if (!sound) {
            throw new AssertionError(what);
        }
    }
}

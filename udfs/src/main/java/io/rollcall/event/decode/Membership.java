package io.rollcall.event.decode;

import io.rollcall.event.Assertion;
import io.rollcall.event.NameMemory;

/** One membership while it is read: its fields come in any order, each at most once. */
final class Membership {

    private static final int MAX_BYTES = 255;

    /** A name of fewer characters is looked through as fast as it is found here. */
    private static final int LONG = 12;

    private static final NameMemory<String, RefusedException> AUDIENCES =
            new NameMemory<>(Membership::checked);

    private static final NameMemory<String, RefusedException> NAMESPACES =
            new NameMemory<>(name -> Namespaces.canonical(checked(name)));

    private String namespace;
    private String audience;
    private String status;
    private long at;
    private long validUntil;

    Membership namespace(String value) throws RefusedException {
        namespace = Once.given(namespace, value);
        return this;
    }

    Membership audience(String value) throws RefusedException {
        audience = Once.given(audience, value);
        return this;
    }

    void status(String value) throws RefusedException {
        status = Once.given(status, value);
    }

    void at(long value) throws RefusedException {
        at = Once.given(at, value);
    }

    void validUntil(long value) throws RefusedException {
        validUntil = Once.given(validUntil, value);
    }

    boolean hasAudience() {
        return audience != null;
    }

    boolean isEmpty() {
        return audience == null && namespace == null && status == null && validUntil == 0;
    }

    boolean isForgotten() {
        return "forgotten".equals(status);
    }

    long at() {
        return at;
    }

    /** {@code messageTime} is for a membership that has no time of its own. */
    Assertion assertion(Arrival arrival, long messageTime) throws RefusedException {
        if (audience == null) {
            throw Refusal.NO_AUDIENCE.because();
        }
        String checked = checkedAudience();
        return new Assertion(
                canonicalNamespace(),
                checked,
                isIn(),
                at == 0 ? messageTime : arrival.notAhead(at),
                validUntil);
    }

    private String checkedAudience() throws RefusedException {
        return audience.length() < LONG ? checked(audience) : AUDIENCES.of(audience);
    }

    /** A native event may leave the namespace out; then it is the empty one. */
    private String canonicalNamespace() throws RefusedException {
        return namespace == null ? "" : NAMESPACES.of(namespace);
    }

    private boolean isIn() throws RefusedException {
        if (status == null) {
            throw Refusal.UNKNOWN_STATUS.because();
        }
        return switch (status) {
            case "realized", "existing" -> true;
            case "exited" -> false;
            default -> throw Refusal.UNKNOWN_STATUS.because();
        };
    }

    private static String checked(String text) throws RefusedException {
        if (text.isBlank() || !Text.isClean(text)) {
            throw Refusal.BAD_AUDIENCE.because();
        }
        if (Text.tooLong(text, MAX_BYTES)) {
            throw Refusal.AUDIENCE_TOO_LONG.because();
        }
        return text;
    }
}

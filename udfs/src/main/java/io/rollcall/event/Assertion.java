package io.rollcall.event;

/**
 * One event's claim: this person is in, or out of, this audience since {@code at} (epoch ms).
 * {@code validUntil} is when a claim of membership ends by itself, 0 for never.
 */
public record Assertion(String namespace, String audience, boolean in, long at, long validUntil) {

    /** At the end of a snapshot: of every audience of the namespace. */
    public static final String ANY_AUDIENCE = "";
}

package io.rollcall.event;

/**
 * The value at a path of the message, as text, since {@code at} (epoch ms). A null value clears; a
 * path that the message does not hold is simply not in the event.
 */
public record Attribute(String path, String value, long at) {

    /** Consent is stored whatever is configured, so that a rule added later sees it. */
    public boolean isConsent() {
        return path.startsWith("consents.");
    }
}

package io.rollcall.event.decode;

import java.nio.charset.StandardCharsets;

/** What may stand in keys: in Kafka, in state and in requests to Marketo. */
final class Text {

    private Text() {}

    /** Neither control characters nor half a surrogate pair, which UTF-8 turns into a "?". */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f && !isClean(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClean(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return !Character.isISOControl(c);
    }

    /** Counts UTF-8, and only where the count could matter: a char takes three bytes at most. */
    static boolean tooLong(String text, int maxBytes) {
        return text.length() * 3 > maxBytes
                && (text.length() > maxBytes
                        || text.getBytes(StandardCharsets.UTF_8).length > maxBytes);
    }
}

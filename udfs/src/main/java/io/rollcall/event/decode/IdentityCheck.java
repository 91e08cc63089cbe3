package io.rollcall.event.decode;

import io.rollcall.event.Identity;

/** Decides whether a value names anybody. */
final class IdentityCheck {

    private static final String EMAIL = "email";

    private IdentityCheck() {}

    /** Null for a value that names nobody: a blank one, or an e-mail that is none. */
    static Identity usable(String namespace, String value) throws RefusedException {
        boolean email = namespace.equals(EMAIL);
        String text = email ? value.strip() : value;
        if (text.isBlank()) {
            return null;
        }
        if (!Text.isClean(text)) {
            throw Refusal.BAD_IDENTITY.because();
        }
        if (Text.tooLong(text, Identity.MAX_BYTES)) {
            throw Refusal.IDENTITY_TOO_LONG.because();
        }
        return email && !isEmail(text) ? null : Identity.of(namespace, text);
    }

    /**
     * Not the whole grammar: Marketo judges that. Without an "@" between two parts it is a name or
     * a placeholder, and with white space inside it is two addresses or a sentence; both would
     * gather strangers under one key.
     */
    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return at > 0 && at < text.length() - 1 && !hasSpace(text);
    }

    /**
     * A loop: a stream of characters took a tenth of the time that a message takes. In clean text
     * the only space below 128 is the blank.
     */
    private static boolean hasSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean rare = c > 0x7f && (Character.isWhitespace(c) || Character.isSpaceChar(c));
            if (c == ' ' || rare) {
                return true;
            }
        }
        return false;
    }
}

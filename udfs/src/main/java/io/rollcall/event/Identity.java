package io.rollcall.event;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One way to name a person, normalised: the namespace in lower case, an e-mail address trimmed and
 * in lower case, and so the hash of one, any other value as it came.
 */
public record Identity(String namespace, String value) {

    /** Kafka keys, state keys and Marketo filters all stay small below it (DESIGN §4.1). */
    public static final int MAX_BYTES = 255;

    /** SHA-256 of the address in lower case, in hexadecimal digits: Adobe's namespace. */
    private static final String HASHED_EMAIL = "email_lc_sha256";

    public static Identity of(String namespace, String value) {
        String space = namespace.trim().toLowerCase(Locale.ROOT);
        boolean anyCase = space.equals("email") || space.equals(HASHED_EMAIL);
        return new Identity(space, anyCase ? value.trim().toLowerCase(Locale.ROOT) : value);
    }

    /** The person key: a namespace holds no colon, so the first one divides. */
    public String key() {
        return namespace + ":" + value;
    }

    /** Whether that is {@link #key()}, which need not be put together for it. */
    public boolean isKey(String key) {
        int colon = namespace.length();
        return key.length() == colon + 1 + value.length()
                && key.charAt(colon) == ':'
                && key.startsWith(namespace)
                && key.endsWith(value);
    }

    public static Identity ofKey(String key) {
        int colon = key.indexOf(':');
        return new Identity(key.substring(0, colon), key.substring(colon + 1));
    }

    public boolean tooLong() {
        return value.length() > MAX_BYTES
                || value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}

package io.rollcall.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names and values, percent-encoded, for a query or a form body. */
final class Form {

    private final StringBuilder encoded = new StringBuilder();

    Form add(String name, Object value) {
        if (encoded.length() > 0) {
            encoded.append('&');
        }
        encoded.append(percent(name)).append('=').append(percent(value.toString()));
        return this;
    }

    boolean isEmpty() {
        return encoded.length() == 0;
    }

    /** A space as %20: a plus means a space in forms only, and itself elsewhere. */
    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return encoded.toString();
    }
}

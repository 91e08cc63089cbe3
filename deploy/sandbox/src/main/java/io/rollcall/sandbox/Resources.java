package io.rollcall.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What comes out of the jar as it is. */
final class Resources {
    private Resources() {}

    static byte[] page() {
        try (InputStream page = Resources.class.getResourceAsStream("page.html")) {
            return page.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package io.rollcall.marketo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a secret stands, never the secret itself: {@code env:NAME} or {@code file:/path}. */
public record SecretReference(String reference) {

    /** The secret, read anew each time, so that a rotated one is picked up. */
    public String resolve() throws IOException {
        String secret = reference.startsWith("env:") ? fromEnvironment() : fromFile();
        if (secret == null || secret.isBlank()) {
            throw new IOException(reference + " is empty or not set");
        }
        return secret.trim();
    }

    private String fromEnvironment() {
        return System.getenv(reference.substring("env:".length()));
    }

    private String fromFile() throws IOException {
        if (!reference.startsWith("file:")) {
            throw new IOException("a secret is given as env:NAME or file:/path");
        }
        return Files.readString(Path.of(reference.substring("file:".length())));
    }
}

package io.rollcall.secret;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Where a secret stands: {@code env:NAME} or {@code file:/absolute/path}. It travels in the job
 * graph; the secret itself is read only where it is used, anew each time, so that it can be rotated
 * under a running job.
 */
public record SecretReference(String reference) implements Serializable {

    private static final Pattern FORM = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:/.*[^/]");

    /** What stands here instead of a reference may be the secret: it is never repeated. */
    public SecretReference {
        if (!wellFormed(reference)) {
            throw new IllegalArgumentException(
                    "a secret is named by env:NAME or file:/path, never written out");
        }
    }

    public static boolean wellFormed(String reference) {
        return reference != null && FORM.matcher(reference).matches();
    }

    public String resolve() throws SecretUnavailableException {
        return resolve(System::getenv);
    }

    String resolve(UnaryOperator<String> environment) throws SecretUnavailableException {
        String secret =
                reference.startsWith("env:")
                        ? environment.apply(reference.substring("env:".length()))
                        : content(Path.of(reference.substring("file:".length())));
        if (secret == null) {
            throw unavailable("no such environment variable in this process");
        }
        if (secret.isBlank()) {
            throw unavailable("it is empty");
        }
        return secret;
    }

    private String content(Path file) throws SecretUnavailableException {
        try {
            return withoutNewline(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unavailable(e.getClass().getSimpleName());
        }
    }

    /** Editors and {@code echo} end a file with a newline that is no part of the secret. */
    private static String withoutNewline(String text) {
        int end = text.length();
        while (end > 0 && "\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private SecretUnavailableException unavailable(String why) {
        return new SecretUnavailableException(reference, why);
    }
}

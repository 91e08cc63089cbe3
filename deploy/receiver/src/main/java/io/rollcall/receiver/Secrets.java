package io.rollcall.receiver;

import io.rollcall.secret.SecretReference;
import io.rollcall.secret.SecretUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The secrets of a door: one, or two while it is being changed. Read anew now and then, so that a
 * file can be rotated under a running receiver; when it cannot be read, what it held before counts.
 */
final class Secrets {

    private static final long FRESH_NANOS = 30_000_000_000L;

    private final List<SecretReference> references;
    private final LongSupplier nanos;
    private volatile List<byte[]> values;
    private volatile long readAt;

    Secrets(List<SecretReference> references, LongSupplier nanos)
            throws SecretUnavailableException {
        this.references = List.copyOf(references);
        this.nanos = nanos;
        read();
    }

    /**
     * Whether what was given is what any of the secrets makes of it. Every secret is tried and
     * every comparison takes the same time, so that the time tells nothing.
     */
    boolean match(String given, Function<byte[], byte[]> expected) {
        byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
        boolean match = false;
        for (byte[] secret : fresh()) {
            match |= MessageDigest.isEqual(expected.apply(secret), bytes);
        }
        return match;
    }

    private List<byte[]> fresh() {
        if (nanos.getAsLong() - readAt > FRESH_NANOS) {
            try {
                read();
            } catch (SecretUnavailableException e) {
                readAt = nanos.getAsLong();
            }
        }
        return values;
    }

    private void read() throws SecretUnavailableException {
        List<byte[]> read = new ArrayList<>();
        for (SecretReference reference : references) {
            read.add(reference.resolve().getBytes(StandardCharsets.UTF_8));
        }
        values = read;
        readAt = nanos.getAsLong();
    }
}

package io.rollcall.sandbox.marketo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Opaque tokens for the next page, which say where it begins. */
public final class PagingTokens {
    private final AtomicInteger generation = new AtomicInteger(1);

    public String at(long position) {
        String plain = generation.get() + ":" + position;
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Refused with 1003 when it is not ours or has expired. */
    public long position(String token) throws Refusal {
        try {
            String plain = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = plain.split(":");
            if (Integer.parseInt(parts[0]) == generation.get()) {
                return Long.parseLong(parts[1]);
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            // Falls through to the one refusal that both cases share.
        }
        throw new Refusal("1003", "Paging token is invalid or has expired");
    }

    /** Every token given out so far has expired. */
    public void expire() {
        generation.incrementAndGet();
    }
}

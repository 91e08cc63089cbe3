package io.rollcall.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names the stones of forgotten people: by a keyed hash, since an e-mail address under a plain one
 * is found again by trying addresses. Whoever changes the key makes every stone unreadable, and the
 * forgotten would come back with the next replay; so the state keeps a {@link #check()} of it.
 */
public final class ForgetKey {

    /** 128 bits: no two people of any state share a stone. */
    private static final int BYTES = 16;

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Mac mac;

    public ForgetKey(String secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** No person is called so: a person key has a colon. */
    String stone(String person) {
        return Stone.PREFIX + hash(person);
    }

    /** Tells one key from another, and nothing of either. */
    public String check() {
        return hash("check");
    }

    private String hash(String text) {
        byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return TEXT.encodeToString(Arrays.copyOf(hash, BYTES));
    }
}

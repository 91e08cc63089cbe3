package io.rollcall.event.decode;

import io.rollcall.event.decode.DataSource.Encoding;
import io.rollcall.secret.SecretReference;
import io.rollcall.secret.SecretUnavailableException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens declared ids as Campaign encrypts them. CBC proves nothing: of ids under another key about
 * one in 256 comes out as bytes, which are refused unless they are text. Neither key nor text ever
 * stands in an exception.
 */
final class IdentityCipher {

    private static final int BLOCK = 16;
    private static final Set<Integer> KEY_BYTES = Set.of(16, 24, 32);

    private final SecretKeySpec key;
    private final IvParameterSpec iv;
    private final Encoding encoding;
    private final Cipher cipher;

    private IdentityCipher(byte[] key, byte[] iv, Encoding encoding) {
        this.key = new SecretKeySpec(key, "AES");
        this.iv = new IvParameterSpec(iv);
        this.encoding = encoding;
        try {
            cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has AES", e);
        }
    }

    static IdentityCipher of(DataSource.Encryption encryption) throws SecretUnavailableException {
        byte[] key = bytes(encryption.key());
        byte[] iv = bytes(encryption.iv());
        if (!KEY_BYTES.contains(key.length)) {
            throw unusable(encryption.key(), "32, 48 or 64 hexadecimal digits, for AES-128 to 256");
        }
        if (iv.length != BLOCK) {
            throw unusable(encryption.iv(), "32 hexadecimal digits");
        }
        return new IdentityCipher(key, iv, encryption.encoding());
    }

    String decrypt(String text) throws RefusedException {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, iv);
            byte[] sealed = decode(text.strip());
            if (sealed.length == 0) {
                throw Refusal.UNDECIPHERABLE_IDENTITY.because();
            }
            byte[] opened = cipher.doFinal(sealed);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(opened)).toString();
        } catch (GeneralSecurityException | CharacterCodingException | IllegalArgumentException e) {
            throw Refusal.UNDECIPHERABLE_IDENTITY.because();
        }
    }

    /** Base64 in both alphabets: what travelled in a URL has the other one. */
    private byte[] decode(String text) {
        return switch (encoding) {
            case HEX -> HexFormat.of().parseHex(text);
            case BASE64 -> Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        };
    }

    private static byte[] bytes(SecretReference secret) throws SecretUnavailableException {
        try {
            return HexFormat.of().parseHex(secret.resolve().strip());
        } catch (IllegalArgumentException e) {
            throw unusable(secret, "hexadecimal digits");
        }
    }

    private static SecretUnavailableException unusable(SecretReference secret, String expected) {
        return new SecretUnavailableException(secret.reference(), "it is not " + expected);
    }
}

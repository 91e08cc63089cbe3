package io.rollcall.event.decode;

import io.rollcall.secret.SecretReference;
import java.io.Serializable;

/**
 * A data source of Audience Manager: its number (DPID), the identity namespace of its ids, and how
 * they are encrypted; null for not at all.
 */
public record DataSource(String id, String namespace, Encryption encryption)
        implements Serializable {

    public DataSource(String id, String namespace) {
        this(id, namespace, null);
    }

    /**
     * As Campaign encrypts declared ids: AES of 128, 192 or 256 bits in CBC mode with PKCS padding,
     * always with the same initialisation vector. Key and vector are hexadecimal digits.
     */
    public record Encryption(SecretReference key, SecretReference iv, Encoding encoding)
            implements Serializable {}

    /** How the encrypted bytes are written as text. */
    public enum Encoding {
        BASE64,
        HEX
    }
}

package io.rollcall.receiver;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.server.Request;

/** A header holds the HMAC of the body, in Base64, as Audience Manager signs. */
record SignatureGuard(String header, Algorithm algorithm, Secrets secrets) implements Guard {

    /** What Audience Manager offers. */
    enum Algorithm {
        SHA256("HmacSHA256"),
        SHA1("HmacSHA1"),
        MD5("HmacMD5");

        private final String name;

        Algorithm(String name) {
            this.name = name;
        }
    }

    @Override
    public boolean admits(Request request) {
        return request.getHeaders().get(header) != null;
    }

    @Override
    public boolean admits(Request request, byte[] body) {
        String given = request.getHeaders().get(header).strip();
        return secrets.match(given, secret -> signature(secret, body));
    }

    private byte[] signature(byte[] secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm.name);
            mac.init(new SecretKeySpec(secret, algorithm.name));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has these algorithms", e);
        }
    }
}

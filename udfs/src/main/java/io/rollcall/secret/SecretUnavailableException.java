package io.rollcall.secret;

/** A secret could not be read where its reference points. Names the reference, never the secret. */
public final class SecretUnavailableException extends Exception {

    public SecretUnavailableException(String reference, String why) {
        super("the secret at " + reference + " cannot be read: " + why);
    }
}

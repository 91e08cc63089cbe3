package io.rollcall.call;

/** What the identity service gave: good until {@code expiresAt} (epoch ms) for one API user. */
public record AccessToken(String value, String apiUser, long fetchedAt, long expiresAt) {

    @Override
    public String toString() {
        return "access token until " + expiresAt;
    }
}

package io.rollcall.demo.check;

import java.util.Map;

/**
 * What one message says of one person: claims by audience, and consents by path. A person is the
 * namespace, a colon and the id.
 */
record Said(String person, Map<Audience, Claim> claims, Map<String, Consent> consents) {

    /**
     * An audience's id means nothing without its namespace, which native events may leave empty.
     */
    record Audience(String namespace, String id) {}

    /** A yes or no since a time. */
    record Consent(String value, long at) {

        /** The newer holds; of two of one time, the no. */
        static Consent newer(Consent one, Consent other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            if (one.at != other.at) {
                return one.at > other.at ? one : other;
            }
            return "n".equals(one.value) ? one : other;
        }
    }
}

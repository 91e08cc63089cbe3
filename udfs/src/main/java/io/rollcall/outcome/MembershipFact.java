package io.rollcall.outcome;

/**
 * What is true now of one (person, instance, list); state can be rebuilt from it. {@code desired}
 * is in, out or none, {@code reported} unknown, in or out, {@code reason} why the two differ or who
 * decided, null when there is nothing to explain, {@code standing} the same in one word. Times are
 * epoch ms.
 */
public record MembershipFact(
        String person,
        String instance,
        long list,
        String audience,
        String namespace,
        String desired,
        String reported,
        long leadId,
        long assertedAt,
        String consent,
        String reason,
        long decidedAt,
        String standing) {

    /** Nothing of this is to be known any more. */
    public static MembershipFact gone(String person, String instance, long list) {
        return new MembershipFact(
                person, instance, list, null, null, null, null, 0, 0, null, null, 0, null);
    }

    public boolean holdsNothing() {
        return desired == null;
    }
}

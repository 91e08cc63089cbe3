package io.rollcall.outcome;

/**
 * What is true now of one (person, instance, list); state can be rebuilt from it. {@code desired}
 * is in, out or none, {@code reported} unknown, in or out. Times are epoch ms.
 */
public record MembershipFact(
        String person,
        String instance,
        long list,
        String desired,
        String reported,
        long leadId,
        long assertedAt,
        String consent,
        long decidedAt) {

    /** Nothing of this is to be known any more. */
    public static MembershipFact gone(String person, String instance, long list) {
        return new MembershipFact(person, instance, list, null, null, 0, 0, null, 0);
    }

    public boolean isGone() {
        return desired == null;
    }
}

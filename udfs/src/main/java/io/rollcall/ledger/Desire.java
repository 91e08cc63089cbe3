package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.wish.Lane;

/**
 * What should be true of one row and one activation, since when it was asserted (epoch ms), whether
 * consent decided it, and whether the audience holds the person, whatever consent says.
 */
record Desire(
        Desired desired, boolean byConsent, long assertedAt, boolean inAudience, boolean foreseen) {

    Desire(Desired desired, boolean byConsent, long assertedAt, boolean inAudience) {
        this(desired, byConsent, assertedAt, inAudience, false);
    }

    static Desire of(Row own, Target target, long now) {
        Activation activation = target.activation();
        if (own.forgetting) {
            return new Desire(Desired.OUT, true, own.forgottenAt, false);
        }
        Row row = own.seenAt(activation.instance());
        Claim newest = newest(row, target);
        if (newest == null) {
            // Whoever came again after asking to be forgotten came to what they named since.
            long refusedAt = Math.max(Consent.refusedAt(row, activation), own.forgottenAt);
            return new Desire(
                    refusedAt > 0 ? Desired.OUT : Desired.NONE, refusedAt > 0, refusedAt, false);
        }
        if (activation.isRetired()) {
            long since = Math.max(newest.at(), activation.handling().retiredAt());
            return new Desire(Desired.OUT, false, since, false);
        }
        if (Consent.blocks(row, activation)) {
            return new Desire(
                    Desired.OUT,
                    true,
                    Math.max(newest.at(), Consent.refusedAt(row, activation)),
                    newest.inAt(now));
        }
        if (isUnsubscribed(own, target)) {
            return new Desire(Desired.OUT, true, newest.at(), newest.inAt(now));
        }
        if (activation.clearsAt(now)) {
            return new Desire(Desired.OUT, false, activation.end(), newest.inAt(now), true);
        }
        if (newest.inAt(now)) {
            return new Desire(Desired.IN, false, newest.at(), true);
        }
        boolean stays = activation.mode() == Activation.Mode.ADD_ONLY;
        return new Desire(
                stays ? Desired.NONE : Desired.OUT, false, leftAt(newest), false, newest.in());
    }

    private static boolean isUnsubscribed(Row row, Target target) {
        if (!target.instance().policy().respectUnsubscribed()) {
            return false;
        }
        InstanceRow there = row.instance(target.instance().munchkinId());
        return there != null && there.unsubscribed;
    }

    /** Refusals leave ahead of everybody else. */
    Lane leavingLane() {
        return byConsent ? Lane.CONSENT : Lane.REMOVALS;
    }

    private static long leftAt(Claim claim) {
        return claim.in() ? claim.validUntil() : claim.at();
    }

    /** An activation without a namespace takes the newest across them; on a tie the exit wins. */
    private static Claim newest(Row row, Target target) {
        Claim newest = null;
        for (Claim claim : row.claims) {
            if (target.takes(claim) && (newest == null || claim.beats(newest))) {
                newest = claim;
            }
        }
        return newest;
    }
}

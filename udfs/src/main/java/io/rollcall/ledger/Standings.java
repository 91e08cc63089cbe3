package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.wish.Wish;

/** Finds the one reason that explains best why a person stands where they stand on a list. */
record Standings(InstanceRow row, ListRow list, Reported reported, Desire desire) {

    boolean settled() {
        return desire.desired().isMetBy(reported);
    }

    Standing whenSettled() {
        boolean keptOff = desire.desired() == Desired.OUT && desire.byConsent();
        return keptOff ? noConsent() : Standing.SETTLED;
    }

    private Standing noConsent() {
        return row.unsubscribed ? Standing.UNSUBSCRIBED : Standing.NO_CONSENT;
    }

    static Standing outOfSchedule(Activation activation, long now) {
        if (activation.paused()) {
            return Standing.PAUSED;
        }
        return now < activation.start() ? Standing.BEFORE_START : Standing.ENDED;
    }

    /** Nobody is said to be added before it is known who is on the list already. */
    Standing rehearsed(Wish.Kind want, boolean creates) {
        if (want != null && reported == Reported.NEVER) {
            return Standing.LIST_UNREAD;
        }
        boolean created = want == Wish.Kind.ADD && creates && row.state == LeadState.UNMATCHED;
        if (want == null || row.lead == 0 && !created) {
            return underWay();
        }
        return want == Wish.Kind.ADD ? Standing.WOULD_ADD : Standing.WOULD_REMOVE;
    }

    /** What it waits for. */
    Standing underWay() {
        if (list.wish != null) {
            return Standing.QUEUED;
        }
        if (list.refusal != null) {
            return Standing.REJECTED;
        }
        return row.lead == 0 && desire.desired() == Desired.IN ? withoutLead() : unread();
    }

    private Standing withoutLead() {
        return switch (row.state) {
            case UNMATCHED -> row.wish == Wish.Kind.UPSERT ? Standing.LOOK_UP : unmatched();
            case REJECTED -> Standing.REJECTED;
            case DELETED -> Standing.LEAD_DELETED;
            default -> row.wish == null && row.refusal != null ? Standing.NO_IDENTITY : unread();
        };
    }

    /** Who is unmatched has a refusal where nobody may be created so. */
    private Standing unmatched() {
        return row.refusal == null ? Standing.UNMATCHED : Standing.NO_IDENTITY;
    }

    private Standing unread() {
        if (row.wish != null && row.wish != Wish.Kind.UPDATE) {
            return Standing.LOOK_UP;
        }
        return desire.byConsent() ? noConsent() : Standing.LIST_UNREAD;
    }
}

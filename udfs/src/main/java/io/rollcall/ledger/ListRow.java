package io.rollcall.ledger;

import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;

/**
 * One person on one list, as Marketo's answers have it, and the wish that is out about it. Mutable:
 * it lives for one judgement between two encodings.
 */
final class ListRow {

    final long list;
    Reported reported = Reported.NEVER;

    /**
     * The call that decided: its direction, sequence, the offset of its end, and whether proven.
     */
    CallKind direction;

    long sequence = -1;
    long endOffset = -1;
    boolean proven;

    /** The newest end that was applied, whether or not it decided. */
    long seen = -1;

    /** The wish that is out, null for none. */
    Wish.Kind wish;

    Lane lane;

    /** Why Marketo last refused, when, how often, and when to try again (epoch ms). */
    String refusal;

    long refusedAt;
    int tries;
    long nextAt;

    /** What the memberships topic was last told to be desired, so that it is told once. */
    Desired told = Desired.NONE;

    /** Whether this judgement learned something that the memberships topic has to hear. */
    boolean news;

    /** Further leads of this person that are on the list, or may be. */
    List<AlsoOn> alsoOn = new ArrayList<>();

    byte[] trailing = {};

    /** Another lead of the person; {@code wished} once its removal was asked for. */
    record AlsoOn(long lead, boolean wished) {}

    ListRow(long list) {
        this.list = list;
    }

    void forget(Reported now) {
        reported = now;
        proven = false;
    }

    /** A further lead becomes the chosen one, with what is known of it and the wish that is out. */
    void adopt(long lead) {
        for (AlsoOn also : List.copyOf(alsoOn)) {
            if (also.lead() == lead) {
                alsoOn.remove(also);
                forget(Reported.UNKNOWN);
                wish = also.wished() ? Wish.Kind.REMOVE : null;
                lane = also.wished() ? Lane.REMOVALS : null;
            }
        }
    }

    void refuse(String code, long at, long retryAt) {
        refusal = code;
        refusedAt = at;
        tries++;
        nextAt = retryAt;
    }

    void accept() {
        refusal = null;
        refusedAt = 0;
        tries = 0;
        nextAt = 0;
    }
}

package io.rollcall.ledger;

import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One person on one list, as Marketo's answers have it, and the wish that is out about it. Mutable:
 * it lives for one judgement between two encodings.
 */
final class ListRow {

    /** For so long the reports topic keeps the ends of calls. */
    private static final long READ_OF_AFTER = Duration.ofDays(14).toMillis();

    final long list;
    Reported reported = Reported.NEVER;

    /** The call sent last: its direction, null after a doubt, its sequence, and whether proven. */
    CallKind direction;

    long sequence = -1;
    boolean proven;

    /** How far calls in this direction reached, and how far those in the other one did. */
    long endOffset = -1;

    long contraryEnd = -1;

    /** The newest end that was applied, whether or not it decided. */
    long seen = -1;

    /** The wish that is out, null for none, and the newest end that was known when it went out. */
    Wish.Kind wish;

    Lane lane;
    long asOf = -1;

    /** Why Marketo last refused, the assertion it was about, and how often (epoch ms). */
    String refusal;

    long refusedAt;
    int tries;

    /** When to try a refused removal again (epoch ms); 0 after a refused addition. */
    long nextAt;

    /** What the memberships topic was last told, so that it is told once. */
    Desired toldDesired = Desired.NONE;

    Reported toldReported = Reported.NEVER;

    Standing toldStanding = Standing.SETTLED;

    /**
     * Until when Marketo may still carry out an addition that it has accepted (epoch ms), 0 for
     * none: whatever is reported of that time, it may have put someone on again.
     */
    long lateUntil;

    /** Further leads of this person that are on the list, or may be. */
    List<OtherLead> others = new ArrayList<>();

    byte[] trailing = {};

    ListRow(long list) {
        this.list = list;
    }

    void wished(Wish.Kind kind, Lane in) {
        wish = kind;
        lane = in;
        asOf = seen;
    }

    void unwished() {
        wish = null;
        lane = null;
        asOf = -1;
    }

    /** What was reported up to this offset no longer counts, nor what is told of it again. */
    void doubt(Reported now, long offset) {
        reported = now;
        direction = null;
        sequence = Math.max(sequence, offset);
        proven = false;
    }

    OtherLead other(long lead) {
        return others.stream().filter(other -> other.lead() == lead).findFirst().orElse(null);
    }

    void replace(OtherLead by) {
        others.replaceAll(other -> other.lead() == by.lead() ? by : other);
    }

    /** The person goes by another lead now. */
    void mayStillHold(long former) {
        if (reported == Reported.IN || reported == Reported.UNKNOWN) {
            maybeOn(former);
        } else if (lateUntil != 0) {
            maybeOnAt(former, lateUntil);
        }
    }

    /** Off now; but by then it may be on again. */
    void maybeOnAt(long lead, long time) {
        maybeOn(lead);
        replace(OtherLead.of(lead).at(time));
    }

    /** Marketo accepted an addition that it may carry out until then. */
    void mayBeLate(long until) {
        lateUntil = Math.max(lateUntil, until);
    }

    /**
     * The time for it has passed: of who was off nobody knows whether they still are. Who is not
     * off may have been taken off in that time by a call that is read of after a restart only.
     */
    boolean wasLate(Reported believed, long now) {
        if (lateUntil == 0 || now < lateUntil) {
            return false;
        }
        boolean off = believed == Reported.OUT;
        if (off) {
            doubt(Reported.UNKNOWN, sequence);
        }
        if (off || now > lateUntil + READ_OF_AFTER) {
            lateUntil = 0;
        }
        return off;
    }

    /** Nothing that was accepted comes after that. */
    void takenOff(long at) {
        if (at >= lateUntil) {
            lateUntil = 0;
        }
    }

    void maybeOn(long lead) {
        if (other(lead) == null) {
            others.add(OtherLead.of(lead));
        }
    }

    /** A further lead becomes the chosen one, with what is known of it and the wish that is out. */
    void adopt(long lead, long offset) {
        OtherLead other = other(lead);
        if (other == null) {
            return;
        }
        others.remove(other);
        doubt(Reported.UNKNOWN, offset);
        if (other.wished()) {
            wish = Wish.Kind.REMOVE;
            lane = Lane.REMOVALS;
            asOf = other.asOf();
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

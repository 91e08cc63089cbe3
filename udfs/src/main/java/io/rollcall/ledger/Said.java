package io.rollcall.ledger;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One judgement's voice: knows whom it is about and fills in what every record repeats. */
final class Said {

    final String person;
    final Row row;
    final long now;
    private final LedgerOutput out;
    private Lane settledLane;
    private List<Claim> heard = List.of();

    Said(String person, Row row, long now, LedgerOutput out) {
        this.person = person;
        this.row = row;
        this.now = now;
        this.out = out;
    }

    void count(LedgerMetric what) {
        out.count(what);
    }

    /** What this person was heard to say just now, and what is judged for that reason. */
    Said hearing(List<Claim> claims) {
        heard = claims;
        return this;
    }

    boolean hearsExitFrom(Target target) {
        return heard.stream().anyMatch(said -> !said.in() && target.takes(said));
    }

    /** The report that is being judged settled a wish in this lane. */
    void settled(Lane lane) {
        settledLane = lane;
    }

    /** Whether what is decided now has a cause that acts on many at once. */
    boolean isOneOfMany(Trigger trigger) {
        return switch (trigger) {
            case EVENT -> false;
            case REPORT -> settledLane == Lane.CLEARING;
            case SNAPSHOT, PAGE, SWEEP -> true;
        };
    }

    /** What follows from a backfill's answer is backfill too. */
    Lane additions(Trigger trigger) {
        boolean backfill = settledLane != null && settledLane.compareTo(Lane.BACKFILL) >= 0;
        return backfill ? Lane.BACKFILL : trigger.additions;
    }

    /** About the lead that the person goes by; or withdraws what was wished of a further one. */
    void listWish(Wish.Kind kind, InstanceRow instance, ListRow list, long lead, Desire desire) {
        Lane lane = kind.withdraws() ? Lane.REMOVALS : list.lane;
        listWish(kind, instance, list, lead, lane, desire);
    }

    /** Takes a further lead off. */
    void otherLeaves(InstanceRow instance, ListRow list, long lead, Lane lane, Desire desire) {
        listWish(Wish.Kind.REMOVE, instance, list, lead, lane, desire);
    }

    private void listWish(
            Wish.Kind kind,
            InstanceRow instance,
            ListRow list,
            long lead,
            Lane lane,
            Desire desire) {
        count(kind.withdraws() ? LedgerMetric.SUPERSEDED : LedgerMetric.WISHES);
        out.wish(
                new Wish(
                        kind,
                        instance.munchkinId,
                        person,
                        list.list,
                        lead,
                        lane,
                        desire == null ? 0 : desire.assertedAt(),
                        list.seen,
                        null,
                        null,
                        Map.of()));
    }

    void leadWish(Wish wish) {
        count(wish.kind().withdraws() ? LedgerMetric.SUPERSEDED : LedgerMetric.WISHES);
        out.wish(wish);
    }

    /** The outcome of a wish that a report has settled. */
    void outcome(MemberReport report, Target target, Change change, Status status) {
        String code = report.member().code();
        String reason = status == Status.REJECTED ? words(code) : null;
        outcome(report, target, change, status, code, reason);
    }

    static String words(String code) {
        return code == null ? null : ErrorTable.verdict(code, ErrorLevel.RECORD).advice();
    }

    void outcome(
            MemberReport report,
            Target target,
            Change change,
            Status status,
            String code,
            String reason) {
        Desire desire = target == null ? null : Desire.of(row, target, now);
        out.outcome(
                new Outcome(
                        person,
                        report.instance(),
                        target == null ? null : target.activation().audience(),
                        target == null ? null : target.activation().namespace(),
                        report.list(),
                        change,
                        status,
                        report.member().lead(),
                        code,
                        reason,
                        desire == null ? 0 : desire.assertedAt(),
                        now,
                        report.callId(),
                        report.requestId()));
    }

    /** The outcome of someone for whom no call is made at all. */
    void excluded(InstanceRow instance, String reason) {
        count(LedgerMetric.EXCLUDED);
        out.outcome(
                new Outcome(
                        person,
                        instance.munchkinId,
                        null,
                        null,
                        0,
                        Change.LOOKUP,
                        Status.EXCLUDED,
                        instance.lead,
                        instance.refusal,
                        reason,
                        0,
                        now,
                        null,
                        null));
    }

    /** A value that its field does not take: the field stays as it is. */
    void valueRefused(InstanceRow instance, String reason) {
        count(LedgerMetric.VALUES_REFUSED);
        out.outcome(
                new Outcome(
                        person,
                        instance.munchkinId,
                        null,
                        null,
                        0,
                        Change.UPDATE,
                        Status.REJECTED,
                        instance.lead,
                        null,
                        reason,
                        0,
                        now,
                        null,
                        null));
    }

    /** Strangers on a list count as on it, and nowhere else. */
    void tally(Target target, Desire desire, Reported reported, Standing standing) {
        if (reported == Reported.IN) {
            out.tally(target, Tally.ON_LIST);
        }
        if (reported == Reported.UNKNOWN) {
            out.tally(target, Tally.UNKNOWN);
        }
        if (!desire.desired().isMetBy(reported)) {
            out.tally(target, Tally.NOT_REPORTED);
        }
        if (desire.desired() != Desired.NONE) {
            out.tally(target, Tally.RECEIVED);
            out.tally(target, Tally.of(standing));
        }
        if (desire.inAudience()) {
            out.tally(target, Tally.IN_AUDIENCE);
        }
    }

    /** What a dry run would do. */
    void would(Target target, InstanceRow instance, Standing standing, Desire desire) {
        boolean add = standing == Standing.WOULD_ADD;
        out.outcome(
                new Outcome(
                        person,
                        instance.munchkinId,
                        target.activation().audience(),
                        target.activation().namespace(),
                        target.list(),
                        add ? Change.ADD : Change.REMOVE,
                        add ? Status.WOULD_ADD : Status.WOULD_REMOVE,
                        instance.lead,
                        null,
                        instance.lead == 0 ? "the person would be created" : null,
                        desire.assertedAt(),
                        now,
                        null,
                        null));
    }

    void fact(
            Target target,
            InstanceRow instance,
            Reported reported,
            Desire desire,
            Standing standing) {
        out.fact(
                new MembershipFact(
                        person,
                        instance.munchkinId,
                        target.list(),
                        target.activation().audience(),
                        target.activation().namespace(),
                        desire.desired().name().toLowerCase(Locale.ROOT),
                        word(reported),
                        instance.lead,
                        desire.assertedAt(),
                        desire.byConsent() ? "refused" : null,
                        standing.reason(instance, instance.list(target.list())),
                        now,
                        standing.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** What was never known is told as unknown. */
    static String word(Reported reported) {
        return switch (reported) {
            case NEVER, UNKNOWN -> "unknown";
            case IN -> "in";
            case OUT -> "out";
        };
    }
}

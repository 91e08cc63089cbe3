package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.event.Attribute;
import io.rollcall.event.Identity;
import io.rollcall.outcome.MembershipFact;
import java.util.List;

/**
 * Rule 3.1.10. Someone who asks to be forgotten leaves every list and Marketo itself; once that is
 * proven the row goes, and a stone stays that drops whatever was said earlier, however often it is
 * said again.
 */
final class Forgetting {

    private final Plan plan;
    private final LedgerSettings settings;
    private final LedgerOutput out;
    private final Stones stones;

    Forgetting(Plan plan, LedgerSettings settings, LedgerOutput out, Stones stones) {
        this.plan = plan;
        this.settings = settings;
        this.out = out;
        this.stones = stones;
    }

    /** False when this request, or a later one, was heard before. */
    boolean begin(HeardEvent request, Row row, Rows rows) {
        out.count(LedgerMetric.FORGET_REQUESTS);
        if (!stones.canBeLaid()) {
            return false;
        }
        if (request.at() <= row.forgottenAt) {
            stones.named(request, row);
            return false;
        }
        request.identities().stream()
                .filter(said -> row.identities.stream().noneMatch(k -> k.identity().equals(said)))
                .forEach(said -> row.identities.add(new Row.Known(said, request.at())));
        begin(request.person(), row, request.at(), rows);
        return true;
    }

    private void begin(String person, Row row, long at, Rows rows) {
        row.forgottenAt = at;
        row.forgetting = true;
        row.stoned.clear();
        row.instances.forEach(Forgetting::lookAnew);
        row.claims.removeIf(claim -> claim.at() <= at);
        row.attributes.removeIf(attribute -> attribute.at() <= at);
        stones.lay(person, left(row), rows);
    }

    /** Who was nobody before may be somebody by now, and a lead may have got other names. */
    private static void lookAnew(InstanceRow there) {
        there.nextAt = 0;
        there.askedNames = false;
        if (there.lead == 0) {
            there.state = LeadState.NONE;
            there.inVain.clear();
        }
    }

    private static Row left(Row row) {
        Row left = new Row();
        left.forgottenAt = row.forgottenAt;
        row.instances.stream()
                .filter(there -> !there.erased.isEmpty())
                .forEach(there -> left.instances.add(anew(there, there.seen)));
        return left;
    }

    /** By the request of another of their names, or as that deleted their lead. */
    void begin(String person, Row row, Stone stone, Rows rows) {
        if (stone.at() > row.forgottenAt) {
            begin(person, row, stone.at(), rows);
        }
    }

    /** What of an event is newer than the request; null when it says nothing new of anybody. */
    HeardEvent newer(HeardEvent event, Row row, boolean isNew) {
        if (row.forgottenAt == 0) {
            return event;
        }
        stones.named(event, row);
        long since = row.forgottenAt;
        var claims = event.claims().stream().filter(said -> said.at() > since).toList();
        var attributes = event.attributes().stream().filter(said -> said.at() > since).toList();
        if (claims.size() < event.claims().size()) {
            out.count(LedgerMetric.FORGOTTEN_SAID_AGAIN);
        }
        boolean nothing = claims.isEmpty() && attributes.stream().noneMatch(Attribute::isConsent);
        if (nothing && (isNew || attributes.isEmpty())) {
            return null;
        }
        List<Identity> identities = event.at() > since ? event.identities() : List.of();
        return event.only(identities, claims, attributes);
    }

    /** What is heard of a deleted lead is from before: it is on no list, and nobody's. */
    static boolean isOver(MemberReport report, Row row) {
        InstanceRow there = row.instance(report.instance());
        boolean aboutLead =
                switch (report.call()) {
                    case ADD, REMOVE, READ, ROWS, INGEST -> true;
                    default -> false;
                };
        return aboutLead && there != null && there.erased.contains(report.member().lead());
    }

    /** Whether a call of ours that nobody expected any more may have put someone back. */
    static boolean undoes(MemberReport report) {
        return switch (report.call()) {
            case ADD, UPSERT, ROWS, INGEST -> true;
            default -> false;
        };
    }

    /** All that was told of the person is taken back. Who came again since begins anew. */
    void end(String person, Row row) {
        row.instances.forEach(instance -> takeBack(person, instance));
        row.instances.replaceAll(
                there -> anew(there, row.readTo.getOrDefault(there.munchkinId, there.seen)));
        row.forgetting = false;
        row.identities.removeIf(known -> !known.isKey() && known.at() <= row.forgottenAt);
        row.stoned.clear();
        out.count(LedgerMetric.FORGOTTEN);
    }

    /** Out of every list, gone from Marketo, and nothing wished any more. */
    boolean isOver(Row row) {
        for (Instance instance : plan.instances()) {
            InstanceRow there = row.instance(instance.munchkinId());
            if (there != null && !new ForgottenLead(plan, settings, row, instance).over(there)) {
                return false;
            }
        }
        return true;
    }

    /** Calls of the former life that turn up late say nothing of the new one. */
    private static InstanceRow anew(InstanceRow former, long readTo) {
        InstanceRow row = new InstanceRow(former.munchkinId);
        row.seen = Math.max(former.seen, readTo);
        row.sequence = Math.max(former.sequence, row.seen);
        row.erased.addAll(former.erased);
        if (former.lostLead != 0) {
            row.erased.add(former.lostLead);
        }
        return row;
    }

    private void takeBack(String person, InstanceRow instance) {
        for (ListRow list : instance.lists) {
            out.fact(MembershipFact.gone(person, instance.munchkinId, list.list));
        }
    }

    /**
     * Whether nothing but the stone is to stay; a later word about consent is not lost. The stone
     * keeps the ids of deleted leads, since calls about them may still end.
     */
    boolean leavesNothing(String person, Row row, Rows rows) {
        if (!row.claims.isEmpty() || row.attributes.stream().anyMatch(Attribute::isConsent)) {
            return false;
        }
        stones.lay(person, row, rows);
        return true;
    }
}

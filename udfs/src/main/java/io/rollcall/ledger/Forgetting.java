package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rule 3.1.10. Someone who asks to be forgotten leaves every list and Marketo itself; once that is
 * proven the row goes, and a stone stays that drops whatever was said earlier, however often it is
 * said again.
 */
final class Forgetting {

    private final Plan plan;
    private final LedgerSettings settings;
    private final ForgetKey key;
    private final LedgerOutput out;

    Forgetting(Plan plan, LedgerSettings settings, ForgetKey key, LedgerOutput out) {
        this.plan = plan;
        this.settings = settings;
        this.key = key;
        this.out = out;
    }

    /** A row that is begun anew learns from the stone, if there is one, what is too old for it. */
    void recall(String person, Row row, Rows rows) {
        byte[] stone = key == null ? null : rows.get(key.stone(person));
        if (stone != null) {
            Row left = RowCodec.decode(stone);
            row.forgottenAt = left.forgottenAt;
            row.instances.addAll(left.instances);
        }
    }

    /** Whoever comes back need not wait for what ended in the meantime. */
    void heard(String person, MemberReport report, Rows rows) {
        String name = key.stone(person);
        Row stone = RowCodec.decode(rows.get(name));
        InstanceRow there = stone.instance(report.instance());
        if (there != null) {
            there.seen = Math.max(there.seen, report.offset());
            there.sequence = Math.max(there.sequence, report.sequence());
            rows.put(name, RowCodec.encode(stone));
        }
    }

    private static long stoneAt(String name, Rows rows) {
        byte[] stone = rows.get(name);
        return stone == null ? 0 : RowCodec.decode(stone).forgottenAt;
    }

    /** False when this request, or a later one, was heard before. */
    boolean begin(AudienceEvent request, Row row, Rows rows) {
        out.count(LedgerMetric.FORGET_REQUESTS);
        if (key == null || request.at() <= row.forgottenAt) {
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
        row.claims.removeIf(claim -> claim.at() <= at);
        row.attributes.removeIf(attribute -> attribute.at() <= at);
        lay(new Stone(key.stone(person), at), List.of(), rows);
        List<Member> others = new ArrayList<>();
        for (String name : names(row)) {
            if (!name.equals(person)) {
                others.add(StoneNote.member(name, key));
            }
        }
        if (!others.isEmpty()) {
            String instance = plan.instances().iterator().next().munchkinId();
            out.note(StoneNote.write(settings.job(), instance, others, at));
        }
    }

    /** Also those of the other rows that go by the lead. */
    private static Set<String> names(Row row) {
        Set<String> names = new LinkedHashSet<>();
        row.identities.forEach(known -> names.add(known.identity().key()));
        for (InstanceRow instance : row.instances) {
            instance.aliases.forEach(alias -> names.add(alias.person()));
            if (instance.aliasOf != null) {
                names.add(instance.aliasOf);
            }
        }
        return names;
    }

    private static void lay(Stone stone, List<InstanceRow> instances, Rows rows) {
        Row row = new Row();
        row.kind = Row.Kind.STONE;
        row.forgottenAt = stone.at();
        row.instances.addAll(instances);
        rows.put(stone.name(), RowCodec.encode(row));
    }

    /** A stone from another bucket: answers whom of this one it is about, or null for nobody. */
    String arrived(Stone stone, Rows rows) {
        if (key == null || stoneAt(stone.name(), rows) >= stone.at()) {
            return null;
        }
        lay(stone, List.of(), rows);
        for (String person : rows.people()) {
            if (!Stone.isName(person)
                    && !OwnerRow.isKey(person)
                    && key.stone(person).equals(stone.name())) {
                return person;
            }
        }
        return null;
    }

    /** The row of someone who is forgotten by another of their names. */
    void begin(String person, Row row, Stone stone, Rows rows) {
        if (stone.at() > row.forgottenAt) {
            begin(person, row, stone.at(), rows);
        }
    }

    /** What of an event is newer than the request; null when it says nothing new of anybody. */
    AudienceEvent newer(AudienceEvent event, Row row, boolean isNew) {
        if (row.forgottenAt == 0) {
            return event;
        }
        long since = row.forgottenAt;
        var claims = event.assertions().stream().filter(said -> said.at() > since).toList();
        var attributes = event.attributes().stream().filter(said -> said.at() > since).toList();
        if (claims.size() < event.assertions().size()) {
            out.count(LedgerMetric.FORGOTTEN_SAID_AGAIN);
        }
        boolean nothing = claims.isEmpty() && attributes.stream().noneMatch(Attribute::isConsent);
        if (nothing && (isNew || attributes.isEmpty())) {
            return null;
        }
        List<Identity> identities = event.at() > since ? event.identities() : List.of();
        return new AudienceEvent(
                event.kind(),
                event.person(),
                event.at(),
                identities,
                claims,
                attributes,
                event.origin());
    }

    /** What is heard of a deleted lead is from before: it is on no list, and nobody's. */
    static boolean isOver(MemberReport report, Row row) {
        InstanceRow there = row.instance(report.instance());
        boolean aboutList = report.call().changesList() || report.call() == CallKind.READ;
        return aboutList && there != null && there.erased.contains(report.member().lead());
    }

    /** Whether a call of ours that nobody expected any more may have put someone back. */
    static boolean undoes(MemberReport report) {
        return switch (report.call()) {
            case ADD, UPSERT -> true;
            default -> false;
        };
    }

    /** All that was told of the person is taken back. Who came again since begins anew. */
    void end(String person, Row row) {
        row.instances.forEach(instance -> takeBack(person, instance));
        row.instances.replaceAll(Forgetting::anew);
        row.forgetting = false;
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
    private static InstanceRow anew(InstanceRow former) {
        InstanceRow row = new InstanceRow(former.munchkinId);
        row.seen = former.seen;
        row.sequence = Math.max(former.sequence, former.seen);
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
        lay(new Stone(key.stone(person), row.forgottenAt), row.instances, rows);
        return true;
    }
}

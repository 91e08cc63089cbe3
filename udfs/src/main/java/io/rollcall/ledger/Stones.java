package io.rollcall.ledger;

import io.rollcall.event.Bucket;
import io.rollcall.event.Identity;
import io.rollcall.report.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stones among a bucket's rows, and the notes that lay others for a person's further names.
 * Names count as one person's when they were said together before the request, or when they share a
 * lead; a device that somebody else took over later does not.
 */
final class Stones {

    private final Plan plan;
    private final LedgerSettings settings;
    private final ForgetKey key;
    private final LedgerOutput out;

    Stones(Plan plan, LedgerSettings settings, ForgetKey key, LedgerOutput out) {
        this.plan = plan;
        this.settings = settings;
        this.key = key;
        this.out = out;
    }

    boolean canBeLaid() {
        return key != null;
    }

    /** A row that is begun anew learns from the stone, if there is one, what is too old for it. */
    void recall(String person, Row row, Rows rows) {
        Row left = canBeLaid() ? at(key.stone(person), rows) : null;
        if (left != null) {
            row.forgottenAt = left.forgottenAt;
            row.instances.addAll(left.instances);
        }
    }

    private static Row at(String name, Rows rows) {
        byte[] stone = rows.get(name);
        return stone == null ? null : RowCodec.decode(stone);
    }

    /** Whoever comes back need not wait for what ended in the meantime. */
    void heard(String person, MemberReport report, Rows rows) {
        String name = key.stone(person);
        Row stone = at(name, rows);
        InstanceRow there = stone.instance(report.instance());
        if (there != null) {
            there.seen = Math.max(there.seen, report.offset());
            there.sequence = Math.max(there.sequence, report.sequence());
            rows.put(name, RowCodec.encode(stone));
        }
    }

    void lay(String person, Row of, Rows rows) {
        lay(key.stone(person), of.forgottenAt, of.instances, rows);
    }

    private static void lay(String name, long at, List<InstanceRow> instances, Rows rows) {
        Row row = new Row();
        row.kind = Row.Kind.STONE;
        row.forgottenAt = at;
        row.instances.addAll(instances);
        rows.put(name, RowCodec.encode(row));
    }

    /** A stone from another bucket: answers whom of this one it is about, or null for nobody. */
    String arrived(Stone stone, Rows rows) {
        Row there = canBeLaid() ? at(stone.name(), rows) : null;
        boolean known = there != null && there.forgottenAt >= stone.at();
        if (!canBeLaid() || known && stone.lead() == 0) {
            return null;
        }
        String person = whose(stone.name(), rows);
        if (stone.about() != null && (person == null || !wasAlso(stone, person, rows))) {
            return null;
        }
        List<InstanceRow> instances = there == null ? List.of() : there.instances;
        if (stone.lead() != 0 && known) {
            erase(stone, there);
        }
        lay(stone.name(), Math.max(stone.at(), known ? there.forgottenAt : 0), instances, rows);
        return person;
    }

    private static void erase(Stone stone, Row there) {
        InstanceRow instance = there.instanceOrNew(stone.instance());
        if (!instance.erased.contains(stone.lead())) {
            instance.erased.add(stone.lead());
        }
    }

    private String whose(String stone, Rows rows) {
        for (String person : rows.people()) {
            boolean lead = OwnerRow.isKey(person);
            if (!lead && !Stone.isName(person) && key.stone(person).equals(stone)) {
                return person;
            }
        }
        return null;
    }

    /** Whether this person went by the name that the stone is about when that was forgotten. */
    private boolean wasAlso(Stone stone, String person, Rows rows) {
        return RowCodec.decode(rows.get(person)).identities.stream()
                .filter(known -> known.at() <= stone.at())
                .anyMatch(known -> key.stone(known.identity().key()).equals(stone.about()));
    }

    /** Tells the rows of the other names, each once: some names are learned on the way. */
    void spread(String person, Row row) {
        if (!row.forgetting) {
            return;
        }
        List<Member> members = new ArrayList<>();
        names(row)
                .forEach(
                        (name, surely) -> {
                            Row.Stoned stone = stoned(name, surely);
                            if (!name.equals(person) && !row.stoned.contains(stone)) {
                                row.stoned.add(stone);
                                members.add(member(stone, person));
                            }
                        });
        String instance = plan.instances().iterator().next().munchkinId();
        write(instance, members, row.forgottenAt);
    }

    /**
     * Also those of the other rows that go by the lead; and whether they surely are the person's.
     */
    private static Map<String, Boolean> names(Row row) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        row.identities.forEach(
                known -> names.put(known.identity().key(), known.at() <= row.forgottenAt));
        for (InstanceRow instance : row.instances) {
            instance.aliases.forEach(alias -> names.put(alias.person(), true));
            instance.leadsNames.forEach(name -> names.put(name.key(), true));
            if (instance.aliasOf != null) {
                names.put(instance.aliasOf, true);
            }
        }
        return names;
    }

    private Row.Stoned stoned(String name, boolean surely) {
        return new Row.Stoned(key.stone(name), Bucket.of(name), surely);
    }

    private Member member(Row.Stoned stone, String person) {
        return StoneNote.member(stone, stone.surely() ? null : key.stone(person), 0);
    }

    private void write(String instance, List<Member> members, long at) {
        if (!members.isEmpty()) {
            out.note(StoneNote.write(settings.job(), instance, members, at));
        }
    }

    /** Who goes by the same lead need not take it for erased by somebody else. */
    void tellDeleted(MemberReport report, Row row) {
        List<Member> members = new ArrayList<>();
        row.stoned.forEach(
                stone -> members.add(StoneNote.member(stone, null, report.member().lead())));
        write(report.instance(), members, row.forgottenAt);
    }

    /** Another row takes this name for its own, or goes by the lead that is to be deleted. */
    void answer(LedgerNote note, String person, Row row) {
        if (!canBeLaid() || row.forgottenAt == 0) {
            return;
        }
        List<Member> members = new ArrayList<>();
        if (!note.note().from().equals(person)) {
            members.add(member(stoned(note.note().from(), false), person));
        } else if (row.forgetting) {
            note.note().people().stream()
                    .filter(name -> !name.equals(person))
                    .forEach(name -> members.add(member(stoned(name, true), person)));
        }
        write(note.instance(), members, row.forgottenAt);
    }

    /** What was said too early to count still tells of names that are forgotten as well. */
    void named(HeardEvent event, Row row) {
        if (!canBeLaid() || event.at() > row.forgottenAt) {
            return;
        }
        List<Member> members = new ArrayList<>();
        for (Identity identity : event.identities()) {
            Row.Stoned stone = stoned(identity.key(), true);
            if (!identity.key().equals(event.person()) && !row.stoned.contains(stone)) {
                members.add(StoneNote.member(stone, null, 0));
                if (row.forgetting) {
                    row.stoned.add(stone);
                }
            }
        }
        write(plan.instances().iterator().next().munchkinId(), members, row.forgottenAt);
    }
}

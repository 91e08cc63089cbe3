package io.rollcall.ledger;

import io.rollcall.pack.Unpacker;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens a person's row for one judgement, has it judged, and stores what has become of it. */
final class Docket {

    private final InstantSource clock;
    private final LedgerOutput out;
    private final Judge judge;
    private final Stones stones;
    private final Forgetting forgetting;
    private final Ownership ownership;

    /** By instance: how far its reports were read, which is the same for all rows. */
    private final Map<String, Long> readTo = new HashMap<>();

    Docket(InstantSource clock, LedgerOutput out, Judge judge, Leaving leaving) {
        this.clock = clock;
        this.out = out;
        this.judge = judge;
        this.stones = leaving.stones();
        this.forgetting = leaving.forgetting();
        this.ownership = leaving.ownership();
    }

    /** What a row that is about to go has to be told to. */
    record Leaving(Stones stones, Forgetting forgetting, Ownership ownership) {}

    /** Rows of leads and stones stand among those of people. */
    static boolean isPerson(String key) {
        return !OwnerRow.isKey(key) && !Stone.isName(key);
    }

    static List<String> people(Rows rows) {
        return rows.people().stream().filter(Docket::isPerson).toList();
    }

    void readTo(String instance, long offset) {
        readTo.merge(instance, offset, Math::max);
    }

    /** {@code stored} is null for who has no row; theirs may begin with a stone. */
    Row begin(String person, Unpacker stored, Rows rows) {
        Row row = row(person, stored);
        if (stored == null) {
            stones.recall(person, row, rows);
        }
        return row;
    }

    Row begin(String person, byte[] stored, Rows rows) {
        return begin(person, unpacked(stored), rows);
    }

    Row row(String person, byte[] stored) {
        return row(person, unpacked(stored));
    }

    private Row row(String person, Unpacker stored) {
        Row row = stored == null ? Row.of(person) : RowCodec.decode(stored);
        row.readTo = readTo;
        return row;
    }

    private static Unpacker unpacked(byte[] stored) {
        return stored == null ? null : new Unpacker(stored);
    }

    Said said(String person, Row row) {
        return new Said(person, row, clock.millis(), out);
    }

    void decide(Said said, Trigger trigger, Rows rows) {
        stones.spread(said.person, said.row);
        if (judge(said, trigger, rows)) {
            put(said.person, said.row, rows);
        }
    }

    /** Whether the row stays. */
    boolean judge(Said said, Trigger trigger, Rows rows) {
        judge.judge(said, trigger);
        return !finished(said, rows);
    }

    /** It leaves all its leads to others. */
    void remove(Said said, Rows rows) {
        ownership.leaveAll(said);
        rows.remove(said.person);
    }

    /** Whether the row is gone for good, its person being forgotten. */
    private boolean finished(Said said, Rows rows) {
        if (!said.row.forgetting || !forgetting.isOver(said.row)) {
            return false;
        }
        ownership.leaveAll(said);
        forgetting.end(said.person, said.row);
        if (forgetting.leavesNothing(said.person, said.row, rows)) {
            rows.remove(said.person);
            return true;
        }
        judge.judge(said, Trigger.EVENT);
        return false;
    }

    void put(String person, Row row, Rows rows) {
        put(person, RowCodec.encode(row), rows);
    }

    void put(String person, byte[] row, Rows rows) {
        rows.put(person, row);
        out.count(LedgerMetric.WRITTEN);
    }
}

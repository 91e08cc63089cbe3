package io.rollcall.ledger;

import io.rollcall.event.AudienceEvent;
import io.rollcall.pack.Unpacker;
import io.rollcall.report.CallKind;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The machine of desired and reported: takes what comes for one bucket and states the wishes that
 * follow. Knows nothing of Flink; rows, plan and clock come from outside.
 */
public final class Ledger {

    private final Plan plan;
    private final LedgerSettings settings;
    private final InstantSource clock;
    private final LedgerOutput out;
    private final RecentFacts recent;
    private final Repeats repeats;
    private final Intake intake;
    private final Judge judge;
    private final Expiry expiry;
    private final LeadFacts leadFacts;
    private final ListFacts listFacts;
    private final Stones stones;
    private final Forgetting forgetting;
    private final Ownership ownership;
    private final OwnershipFacts ownershipFacts;
    private final Owners owners;

    private final Map<String, Long> readTo = new HashMap<>();

    public Ledger(Plan plan, LedgerSettings settings, InstantSource clock, LedgerOutput out) {
        this(plan, settings, clock, out, null);
    }

    /** {@code forgetKey} is null where nobody can be forgotten. */
    public Ledger(
            Plan plan,
            LedgerSettings settings,
            InstantSource clock,
            LedgerOutput out,
            ForgetKey forgetKey) {
        this.stones = new Stones(plan, settings, forgetKey, out);
        this.forgetting = new Forgetting(plan, settings, out, stones);
        this.plan = plan;
        this.settings = settings;
        this.clock = clock;
        this.out = out;
        this.recent = new RecentFacts(settings.recentFacts());
        this.repeats = new Repeats(plan, out);
        this.intake = new Intake(plan, out, clock);
        Notes notes = new Notes(settings, clock, out);
        this.ownership = new Ownership(plan, notes);
        this.ownershipFacts = new OwnershipFacts(notes);
        this.owners = new Owners(notes);
        this.judge = new Judge(plan, settings, ownership);
        this.expiry = new Expiry(plan, settings);
        this.leadFacts = new LeadFacts(plan, settings);
        this.listFacts = new ListFacts(plan, notes);
    }

    public void take(LedgerInput input, Rows stored) {
        Rows rows = new RecentRows(recent, stored);
        switch (input.kind()) {
            case EVENT -> event(input.event(), rows);
            case REPORT -> report(input.report(), rows);
            case SWEEP -> {
                sweep(rows);
                out.swept(input.bucket());
            }
            case NOTE -> note(input.note(), rows);
            case STONE -> stone(input.stone(), rows);
        }
    }

    private void event(byte[] bytes, Rows rows) {
        if (recent.holds(new Unpacker(bytes))) {
            repeats.count(new Unpacker(bytes));
            return;
        }
        Unpacker said = new Unpacker(bytes);
        byte[] stored = rows.get(EventCodec.person(said));
        if (stored != null && repeats.isRepeat(said, stored)) {
            recent.learn(new Unpacker(bytes), stored);
        } else {
            event(EventCodec.decode(bytes), stored, rows);
        }
    }

    private void event(AudienceEvent event, byte[] stored, Rows rows) {
        if (event.kind() == AudienceEvent.Kind.SNAPSHOT) {
            snapshot(event, rows);
            return;
        }
        String person = event.person();
        Row row = row(person, stored);
        if (stored == null) {
            stones.recall(person, row, rows);
        }
        if (event.kind() == AudienceEvent.Kind.FORGOTTEN) {
            if (forgetting.begin(event, row, rows)) {
                decide(said(person, row), Trigger.EVENT, rows);
            }
            return;
        }
        AudienceEvent news = forgetting.newer(event, row, stored == null);
        if (news == null) {
            return;
        }
        Intake.Effect effect = intake.take(news, row);
        if (effect == Intake.Effect.NOTHING) {
            return;
        }
        // Of a shared lead another person may have had the newest word.
        if (effect == Intake.Effect.CHANGED || row.isShared()) {
            decide(said(person, row), Trigger.EVENT, rows);
        } else {
            put(person, row, rows);
        }
    }

    private void snapshot(AudienceEvent event, Rows rows) {
        List<Claim> ends = event.assertions().stream().map(Claim::of).toList();
        if (event.person().isEmpty()) {
            people(rows).forEach(person -> snapshot(person, ends, Trigger.SNAPSHOT, rows));
        } else {
            snapshot(event.person(), ends, Trigger.EVENT, rows);
        }
    }

    private void snapshot(String person, List<Claim> ends, Trigger trigger, Rows rows) {
        Row row = row(person, rows.get(person));
        if (Snapshot.end(row, ends)) {
            out.count(LedgerMetric.NEW);
            decide(said(person, row), trigger, rows);
        }
    }

    /** Of whom this says that they are to be forgotten, if anybody of this bucket. */
    private void stone(Stone stone, Rows rows) {
        String person = stones.arrived(stone, rows);
        if (person == null) {
            return;
        }
        Row row = row(person, rows.get(person));
        forgetting.begin(person, row, stone, rows);
        Said said = said(person, row);
        if (stone.lead() != 0) {
            LeadChange.erased(stone, row.instanceOrNew(stone.instance()), said);
        }
        decide(said, Trigger.EVENT, rows);
    }

    private void decide(Said said, Trigger trigger, Rows rows) {
        stones.spread(said.person, said.row);
        judge.judge(said, trigger);
        if (!finished(said, rows)) {
            put(said.person, said.row, rows);
        }
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

    private void report(MemberReport report, Rows rows) {
        if (plan.instance(report.instance()) == null) {
            out.count(LedgerMetric.UNKNOWN_INSTANCE);
            return;
        }
        readTo.merge(report.instance(), report.offset(), Math::max);
        String person = report.member().person();
        byte[] stored = rows.get(person);
        Row row = row(person, stored);
        if (stored == null) {
            stones.recall(person, row, rows);
            row.forgetting = row.forgottenAt != 0;
            if (row.forgetting && !Forgetting.undoes(report)) {
                stones.heard(person, report, rows);
                return;
            }
        }
        if (Forgetting.isOver(report, row)) {
            return;
        }
        Said said = said(person, row);
        if (report.call().changesList()) {
            listFacts.apply(report, said);
        } else if (report.call() == CallKind.READ) {
            PageFacts.apply(report, plan.instance(report.instance()), said);
        } else if (report.call() == CallKind.DELETE) {
            if (DeletionFacts.apply(report, said)) {
                stones.tellDeleted(report, row);
            }
        } else {
            leadFacts.apply(report, said);
        }
        decide(said, report.call() == CallKind.READ ? Trigger.PAGE : Trigger.REPORT, rows);
    }

    private void note(LedgerNote note, Rows rows) {
        if (plan.instance(note.instance()) == null) {
            out.count(LedgerMetric.UNKNOWN_INSTANCE);
            return;
        }
        readTo.merge(note.instance(), note.offset(), Math::max);
        if (note.isForLead()) {
            owners.take(note, rows);
            return;
        }
        String person = note.rowKey();
        byte[] stored = rows.get(person);
        Row row = row(person, stored);
        if (stored == null) {
            stones.recall(person, row, rows);
        }
        stones.answer(note, person, row);
        if (row.forgetting || stored == null && row.forgottenAt != 0) {
            ownershipFacts.decline(note, person);
            return;
        }
        Said said = said(person, row);
        if (ownershipFacts.apply(note, said)) {
            decide(said, Trigger.REPORT, rows);
        }
    }

    private void sweep(Rows rows) {
        List<String> keys = rows.people();
        keys.stream().filter(Ledger::isPerson).forEach(person -> sweep(person, rows));
        keys.stream().filter(OwnerRow::isKey).forEach(lead -> owners.sweep(lead, rows, plan));
    }

    /** Rows of leads and stones stand among those of people. */
    private static List<String> people(Rows rows) {
        return rows.people().stream().filter(Ledger::isPerson).toList();
    }

    private static boolean isPerson(String key) {
        return !OwnerRow.isKey(key) && !Stone.isName(key);
    }

    private void sweep(String person, Rows rows) {
        byte[] before = rows.get(person);
        Row row = row(person, before);
        Said said = said(person, row);
        if (expiry.due(said)) {
            ownership.leaveAll(said);
            rows.remove(person);
            out.count(LedgerMetric.EXPIRED);
            return;
        }
        judge.judge(said, Trigger.SWEEP);
        if (finished(said, rows)) {
            return;
        }
        byte[] after = RowCodec.encode(row);
        if (!Arrays.equals(before, after)) {
            rows.put(person, after);
            out.count(LedgerMetric.WRITTEN);
        }
    }

    private Row row(String person, byte[] stored) {
        Row row = stored == null ? Row.of(person) : RowCodec.decode(stored);
        row.readTo = readTo;
        return row;
    }

    private Said said(String person, Row row) {
        return new Said(person, row, clock.millis(), out);
    }

    private void put(String person, Row row, Rows rows) {
        rows.put(person, RowCodec.encode(row));
        out.count(LedgerMetric.WRITTEN);
    }
}

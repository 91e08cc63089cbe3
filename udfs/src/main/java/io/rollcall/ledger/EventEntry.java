package io.rollcall.ledger;

import io.rollcall.event.AudienceEvent;
import io.rollcall.pack.Unpacker;
import java.util.List;

/** Enters what a source says into the row of its person; most of it is a repeat. */
final class EventEntry {

    private final Repeats repeats;
    private final Intake intake;
    private final Forgetting forgetting;
    private final Docket docket;

    EventEntry(Repeats repeats, Intake intake, Forgetting forgetting, Docket docket) {
        this.repeats = repeats;
        this.intake = intake;
        this.forgetting = forgetting;
        this.docket = docket;
    }

    void take(byte[] bytes, RecentRows rows) {
        Unpacker said = new Unpacker(bytes);
        Unpacker stored = rows.read(said);
        if (stored == null) {
            take(EventCodec.decode(bytes), null, rows);
        } else if (!repeats.isRepeat(said, stored)) {
            AudienceEvent event = EventCodec.decode(bytes);
            take(event, rows.get(event.person()), rows);
        }
    }

    private void take(AudienceEvent event, byte[] stored, Rows rows) {
        switch (event.kind()) {
            case SNAPSHOT -> snapshot(event, rows);
            case FORGOTTEN -> forgotten(event, stored, rows);
            case MEMBERSHIPS -> memberships(event, stored, rows);
        }
    }

    private void forgotten(AudienceEvent event, byte[] stored, Rows rows) {
        Row row = docket.begin(event.person(), stored, rows);
        if (forgetting.begin(event, row, rows)) {
            docket.decide(docket.said(event.person(), row), Trigger.EVENT, rows);
        }
    }

    private void memberships(AudienceEvent event, byte[] stored, Rows rows) {
        String person = event.person();
        Row row = docket.begin(person, stored, rows);
        AudienceEvent news = forgetting.newer(event, row, stored == null);
        Intake.Effect effect = news == null ? Intake.Effect.NOTHING : intake.take(news, row);
        if (effect == Intake.Effect.NOTHING) {
            return;
        }
        // Of a shared lead another person may have had the newest word.
        if (effect == Intake.Effect.CHANGED || row.isShared()) {
            docket.decide(docket.said(person, row).hearing(news.assertions()), Trigger.EVENT, rows);
        } else {
            docket.put(person, row, rows);
        }
    }

    private void snapshot(AudienceEvent event, Rows rows) {
        List<Claim> ends = event.assertions().stream().map(Claim::of).toList();
        if (event.person().isEmpty()) {
            Docket.people(rows).forEach(person -> snapshot(person, ends, Trigger.SNAPSHOT, rows));
        } else {
            snapshot(event.person(), ends, Trigger.EVENT, rows);
        }
    }

    private void snapshot(String person, List<Claim> ends, Trigger trigger, Rows rows) {
        Row row = docket.row(person, rows.get(person));
        if (Snapshot.end(row, ends)) {
            Said said = docket.said(person, row);
            said.count(LedgerMetric.NEW);
            docket.decide(said, trigger, rows);
        }
    }
}

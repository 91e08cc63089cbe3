package io.rollcall.ledger;

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

    /** {@code said} is one event, as {@link EventCodec} wrote it. */
    void take(Unpacker said, RecentRows rows) {
        int event = said.at();
        Unpacker stored = rows.read(said);
        if (stored != null) {
            int row = stored.at();
            if (repeats.isRepeat(said, stored)) {
                return;
            }
            stored.goTo(row);
        }
        said.goTo(event);
        take(EventCodec.decode(said), stored, rows);
    }

    private void take(HeardEvent event, Unpacker stored, Rows rows) {
        switch (event.kind()) {
            case SNAPSHOT -> snapshot(event, rows);
            case FORGOTTEN -> forgotten(event, stored, rows);
            case MEMBERSHIPS -> memberships(event, stored, rows);
        }
    }

    private void forgotten(HeardEvent event, Unpacker stored, Rows rows) {
        Row row = docket.begin(event.person(), stored, rows);
        if (forgetting.begin(event, row, rows)) {
            docket.decide(docket.said(event.person(), row), Trigger.EVENT, rows);
        }
    }

    private void memberships(HeardEvent event, Unpacker stored, Rows rows) {
        String person = event.person();
        Row row = docket.begin(person, stored, rows);
        HeardEvent news = forgetting.newer(event, row, stored == null);
        Intake.Effect effect = news == null ? Intake.Effect.NOTHING : intake.take(news, row);
        if (effect == Intake.Effect.NOTHING) {
            return;
        }
        // Of a shared lead another person may have had the newest word.
        if (effect == Intake.Effect.CHANGED || row.isShared()) {
            docket.decide(docket.said(person, row).hearing(news.claims()), Trigger.EVENT, rows);
        } else {
            docket.put(person, row, rows);
        }
    }

    private void snapshot(HeardEvent event, Rows rows) {
        if (event.person().isEmpty()) {
            Docket.people(rows)
                    .forEach(person -> snapshot(person, event.claims(), Trigger.SNAPSHOT, rows));
        } else {
            snapshot(event.person(), event.claims(), Trigger.EVENT, rows);
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

package io.rollcall.ledger;

import java.time.InstantSource;

/**
 * The machine of desired and reported: takes what comes for one bucket and states the wishes that
 * follow. Knows nothing of Flink; rows, plan and clock come from outside.
 */
public final class Ledger {

    private final Plan plan;
    private final LedgerOutput out;
    private final RowRing recent;
    private final ReadAhead ahead;
    private final Foresight foresight;
    private final EventEntry events;
    private final ReportEntry reports;
    private final NoteEntry notes;
    private final RowSweep sweep;

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
        this.plan = plan;
        this.out = out;
        this.recent = new RowRing(settings.recentRows());
        this.ahead = new ReadAhead(recent);
        this.foresight = new Foresight(recent);
        Notes told = new Notes(settings, clock, out);
        Stones stones = new Stones(plan, settings, forgetKey, out);
        Forgetting forgetting = new Forgetting(plan, settings, out, stones);
        Ownership ownership = new Ownership(plan, told);
        Judge judge = new Judge(plan, settings, ownership);
        Docket.Leaving leaving = new Docket.Leaving(stones, forgetting, ownership);
        Docket docket = new Docket(clock, out, judge, leaving);
        Repeats repeats = new Repeats(plan, out);
        Intake intake = new Intake(plan, out, clock);
        this.events = new EventEntry(repeats, intake, forgetting, docket);
        LeadFacts leads = new LeadFacts(plan, settings);
        ListFacts lists = new ListFacts(plan, told, settings);
        this.reports = new ReportEntry(plan, leads, lists, stones, docket);
        Owners owners = new Owners(plan, told);
        this.notes = new NoteEntry(owners, new OwnershipFacts(told), leaving, docket);
        this.sweep = new RowSweep(new Expiry(plan, settings), owners, docket);
    }

    /** {@code stored} are those of its bucket, and can turn to others. */
    public void take(LedgerInput input, Rows stored) {
        switch (input.kind()) {
            case EVENTS -> takeAll(input.events(), stored);
            case REPORT -> {
                if (knows(input.report().instance())) {
                    reports.take(input.report(), rows(input.bucket(), stored));
                }
            }
            case SWEEP -> {
                sweep.walk(rows(input.bucket(), stored));
                out.swept(input.bucket());
            }
            case NOTE -> {
                if (knows(input.note().instance())) {
                    notes.take(input.note(), rows(input.bucket(), stored));
                }
            }
            case STONE -> notes.take(input.stone(), rows(input.bucket(), stored));
        }
    }

    private void takeAll(byte[] bundle, Rows stored) {
        foresight.look(bundle);
        Bundle.forEach(bundle, (bucket, event) -> events.take(event, rows(bucket, stored)));
    }

    private RecentRows rows(int bucket, Rows stored) {
        return new RecentRows(recent, ahead, bucket, stored.in(bucket));
    }

    private boolean knows(String instance) {
        boolean known = plan.instance(instance) != null;
        if (!known) {
            out.count(LedgerMetric.UNKNOWN_INSTANCE);
        }
        return known;
    }
}

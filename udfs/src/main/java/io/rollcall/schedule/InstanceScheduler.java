package io.rollcall.schedule;

import io.rollcall.activation.ActivationSet;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Wish;

/** The scheduler of one instance: hands each input to who decides about it. */
final class InstanceScheduler {

    private static final long IDLE_MS = 10_000;
    private static final long BUSY_MS = 1_000;
    private static final long SOONEST_MS = 5;

    private final Desk desk;
    private final Wishes wishes;
    private final Announcer announcer;
    private final Releaser releaser;
    private final Endings endings;
    private final Runs runs;
    private final Reactions reactions;
    private final ImportSteps imports;
    private final Forecasts forecasts;

    InstanceScheduler(Desk desk) {
        Reports reports = desk.reports;
        this.desk = desk;
        this.wishes = new Wishes(desk);
        this.imports = new ImportSteps(desk, wishes, reports);
        this.releaser = new Releaser(desk, wishes, reports, imports.requests);
        ReadSteps reads = new ReadSteps(desk);
        this.announcer = new Announcer(desk, wishes, releaser, imports.requests, reads);
        this.reactions = new Reactions(desk);
        this.endings = new Endings(desk, wishes, reactions, imports, reads);
        this.runs = new Runs(desk, reports, imports);
        this.forecasts = new Forecasts(desk);
    }

    /** Answers when this wish wants the scheduler to be woken: looking at all took too long. */
    long wish(Wish wish) {
        wishes.take(wish);
        Held held = wishes.get(wish.key());
        Queue queue = held == null ? null : desk.queues.get(held.queueKey());
        long latest = desk.now() + BUSY_MS;
        long due = queue == null ? latest : announcer.nextAt(queue);
        return Math.max(desk.now() + SOONEST_MS, Math.min(latest, due));
    }

    void activations(ActivationSet set) {
        desk.hear(set);
        tick();
    }

    void report(Report report) {
        desk.newestOffset = Math.max(desk.newestOffset, report.offset());
        if (report.concernsLead()) {
            // Between rows of the ledger; there may be one for every person who is found.
            return;
        }
        newDay();
        switch (report.kind()) {
            case BEGIN -> runs.begun(report);
            case ANNOUNCED -> announced(report);
            case ENDED -> endings.ended(report);
            case HELD -> desk.brakes.heard(report);
            case RELEASED -> desk.brakes.release(report.list());
            default -> {}
        }
        tick();
    }

    private void announced(Report report) {
        OpenCall call = desk.calls.get(report.callId());
        if (!report.run().equals(desk.run)) {
            runs.foreign(report);
        } else if (call != null && call.state == OpenCall.State.ANNOUNCED) {
            desk.loopLag = desk.now() - call.announcedAt;
            readBack(call, report.offset());
        }
    }

    private void readBack(OpenCall call, long sequence) {
        if (call.kind == CallKind.ROWS) {
            imports.readBack(call, sequence);
        } else {
            releaser.readBack(call, sequence);
        }
    }

    Figures figures() {
        return Figures.of(desk, forecasts.newest());
    }

    void tick() {
        runs.start();
        newDay();
        if (desk.begun()) {
            reactions.recover();
            desk.calls.all().forEach(this::overdue);
            desk.queues.tidy();
            desk.setUps.lists.tick();
            desk.brakes.look();
            imports.tick();
            announcer.announceAllDue();
        }
    }

    private void newDay() {
        long today = Day.of(desk.now());
        if (desk.book.day != today) {
            desk.book.day = today;
            desk.book.callsToday = 0;
            desk.book.createdToday = 0;
            desk.book.ingestedToday = 0;
            desk.book.totalToday = 0;
            desk.book.exportedToday = 0;
            desk.saveBook();
        }
    }

    private void overdue(OpenCall call) {
        long now = desk.now();
        if (call.kind == CallKind.ROWS) {
            // Its import tells when it is over.
            return;
        }
        switch (call.state) {
            case ANNOUNCED -> {
                boolean late = now - call.announcedAt > SchedulerSettings.READ_BACK_MS;
                if (late && call.isOf(desk.run)) {
                    releaser.withdraw(call);
                }
            }
            case OPEN -> {
                if (now > call.lostAt()) {
                    runs.end(call, Verdict.PERHAPS, "lost");
                }
            }
            case MAY_RUN -> {
                if (now > call.mayRunUntil) {
                    desk.calls.remove(call);
                    wishes.release(call);
                }
            }
        }
    }

    /** The next moment at which time alone changes something, but never too soon or too late. */
    long wakeAt() {
        long now = desk.now();
        if (desk.begun() && desk.imports.areBusy()) {
            return now + SOONEST_MS;
        }
        boolean idle =
                desk.calls.isEmpty() && desk.imports.all().isEmpty() && desk.queues.all().isEmpty();
        long latest = Math.min(now + (idle ? IDLE_MS : BUSY_MS), desk.reads.nextLookAt(now));
        return Math.max(now + SOONEST_MS, Math.min(latest, announcer.nextAt()));
    }
}

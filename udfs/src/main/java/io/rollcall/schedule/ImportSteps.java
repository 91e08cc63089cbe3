package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.schedule.Import.Result;
import io.rollcall.wish.Wish;

/**
 * Takes an import from its first person to the last word about each: so little at a time that
 * nothing else waits for it.
 */
final class ImportSteps {

    private final Desk desk;
    private final Pace pace;
    private final ImportFilling filling;
    private final ImportTelling telling;
    final ImportRequests requests;

    ImportSteps(Desk desk, Wishes wishes, Reports reports) {
        this.desk = desk;
        this.pace = new Pace(desk.instance.limits(), desk.settings);
        this.filling = new ImportFilling(desk, wishes, reports);
        this.telling = new ImportTelling(desk, reports);
        this.requests = new ImportRequests(desk);
    }

    void tick() {
        boolean mayBegin = desk.heardActivations() && withinDay();
        Queue queue = mayBegin ? desk.importQueues.next() : null;
        if (queue != null) {
            Import one = new Import(desk.newId(), queue.key.kind(), queue.key.joins());
            one.since = desk.now();
            filling.fill(one);
        }
        orphans();
        desk.imports.all().forEach(this::step);
    }

    private boolean withinDay() {
        return pace.withinDay(desk.book, desk.calls.announced(), false);
    }

    private void step(Import one) {
        switch (one.phase) {
            case FILLING -> filling.fill(one);
            case CHECKING -> filling.check(one);
            case SENDING -> {
                if (!desk.imports.mayBeSent(one) && desk.calls.get(one.call) == null) {
                    over(one, Result.NOTHING);
                }
            }
            case LOST -> {
                if (desk.now() > one.lookAt) {
                    over(one, Result.UNKNOWN);
                }
            }
            case OVER -> telling.tell(one);
            default -> {}
        }
    }

    void readBack(OpenCall part, long sequence) {
        filling.readBack(part, sequence);
    }

    private void over(Import one, Result how) {
        one.over(how);
        desk.imports.save(one);
    }

    /** What was announced and not sent by now never will be. */
    void begun() {
        for (Import one : desk.imports.all()) {
            boolean unsent = one.phase.isBeforeRelease() && desk.calls.get(one.call) == null;
            if (unsent && desk.imports.file(one) == null) {
                over(one, Result.NOTHING);
            }
        }
    }

    /** Nobody can send a file of another run that was not announced before ours began. */
    private void orphans() {
        for (OpenCall call : desk.calls.all()) {
            boolean part = call.kind == CallKind.ROWS;
            if (part && desk.imports.get(Import.of(call)) == null) {
                over(new Import(Import.of(call), Wish.Kind.ADD, call.list), Result.NOTHING);
            }
        }
    }
}

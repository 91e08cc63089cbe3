package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.schedule.Import.Phase;
import io.rollcall.schedule.Import.Result;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.List;

/** Takes people from their queues into an import, and makes rows of who is still wanted. */
final class ImportFilling {

    /** Calls of people that are made rows of in one go: nothing else waits for it. */
    private static final int PARTS_AT_A_TIME = 3;

    private final Desk desk;
    private final Wishes wishes;
    private final Reports reports;
    private final Batches batches;

    ImportFilling(Desk desk, Wishes wishes, Reports reports) {
        this.desk = desk;
        this.wishes = wishes;
        this.reports = reports;
        this.batches = new Batches(desk, wishes);
    }

    void fill(Import one) {
        ImportSettings settings = desk.settings.imports();
        String id = one.nextPart();
        int room = Math.min(settings.rowsPerReport(), settings.mostRows() - one.rows);
        List<OpenCall.Member> members = take(one, id, Math.min(room, mayCreate(one)));
        if (members.isEmpty()) {
            one.phase = Phase.CHECKING;
            desk.imports.save(one);
            return;
        }
        OpenCall part = new OpenCall(id, desk.run, CallKind.ROWS, one.list, members);
        part.queue = wishes.get(members.get(0).wishKey()).queueKey().text();
        part.announcedAt = desk.now();
        one.rows += members.size();
        desk.imports.save(one);
        desk.calls.add(part);
        reports.announced(part);
    }

    private List<OpenCall.Member> take(Import one, String id, int most) {
        if (most <= 0 || !desk.mayChange(one.list)) {
            return List.of();
        }
        return batches.take(desk.importQueues.queues(key(one)), id, most);
    }

    private static QueueKey key(Import one) {
        boolean known = one.kind == Wish.Kind.ADD;
        String target = known ? Long.toString(one.list) : one.field();
        return new QueueKey(Lane.ADDITIONS, one.kind, target, 0, 0, known ? 0 : one.list);
    }

    private int mayCreate(Import one) {
        return one.kind == Wish.Kind.ADD ? Integer.MAX_VALUE : desk.importQueues.mayCreate();
    }

    /** Its announcement was read: it may go, if all the others were. */
    void readBack(OpenCall part, long sequence) {
        part.sequence = sequence;
        if (!late(part)) {
            part.state = OpenCall.State.OPEN;
            part.releasedAt = desk.now();
        }
        desk.calls.save(part);
    }

    private boolean late(OpenCall part) {
        return desk.now() - part.announcedAt > SchedulerSettings.READ_BACK_MS;
    }

    /** Nothing is sent for what was not read back in time, as with any call. */
    void check(Import one) {
        List<OpenCall> parts = desk.imports.parts(one);
        List<OpenCall> unread =
                parts.stream().filter(part -> part.state == OpenCall.State.ANNOUNCED).toList();
        if (parts.isEmpty() || unread.stream().anyMatch(this::late)) {
            one.over(Result.NOTHING);
            desk.imports.save(one);
        } else if (unread.isEmpty()) {
            write(one, parts);
        }
    }

    private void write(Import one, List<OpenCall> parts) {
        ImportFile file = desk.imports.file(one);
        if (file == null) {
            file = new ImportFile(desk.instance, one);
            desk.imports.file(one, file);
            one.row = 0;
        }
        int end = Math.min(parts.size(), one.row + PARTS_AT_A_TIME);
        for (OpenCall part : parts.subList(one.row, end)) {
            write(one, part, file);
        }
        one.row = end;
        if (end == parts.size()) {
            one.row = 0;
            one.phase = Phase.SENDING;
            if (file.size() == 0) {
                one.over(Result.NOTHING);
            }
        }
        desk.imports.save(one);
    }

    /** A wish is fixed only now; who is left out goes back to its queue. */
    private void write(Import one, OpenCall part, ImportFile file) {
        for (OpenCall.Member member : List.copyOf(part.members)) {
            Held held = wishes.get(member.wishKey());
            boolean goes =
                    stillWanted(one, part, member, held) && file.add(member.wishKey(), held.wish());
            if (!goes) {
                desk.calls.leave(part, member.wishKey());
                desk.out.count(SchedulerMetric.LEFT_OUT);
                if (held != null && part.id.equals(held.call())) {
                    wishes.place(held.waiting());
                }
            }
        }
        desk.calls.save(part);
    }

    private boolean stillWanted(Import one, OpenCall part, OpenCall.Member member, Held held) {
        return held != null
                && part.id.equals(held.call())
                && held.wish().kind() == one.kind
                && held.wish().list() == one.list
                && held.wish().lead() == member.lead()
                && held.valueHash() == member.valueHash()
                && desk.importQueues.mayAdd(one.list)
                && wishes.bar(held, part.id) == null;
    }
}

package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportRows;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.Import.Phase;
import io.rollcall.schedule.Import.Result;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Takes an import from its first person to the last word about each: so little at a time that
 * nothing else waits for it.
 */
final class ImportSteps {

    /** Calls of people that are made rows of, or told about, in one go. */
    private static final int PARTS_AT_A_TIME = 3;

    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    /** Marketo forgets a batch after a week; one that it does not know after a day is none. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** Failed rows are asked for by calls, which tell why. */
    private static final String REFUSED = "row-refused";

    private final Desk desk;
    private final Wishes wishes;
    private final Reports reports;
    private final Batches batches;
    private final Pace pace;

    /** What Marketo was seen to take a second; begins low and is learned. */
    private double rowsPerSecond = 1_000;

    ImportSteps(Desk desk, Wishes wishes, Reports reports) {
        this.desk = desk;
        this.wishes = wishes;
        this.reports = reports;
        this.batches = new Batches(desk, wishes);
        this.pace = new Pace(desk.instance.limits(), desk.settings);
    }

    void tick() {
        boolean mayBegin = desk.heardActivations() && withinDay();
        Queue queue = mayBegin ? desk.imports.next() : null;
        if (queue != null) {
            Import one = new Import(desk.newId(), queue.key.kind(), queue.key.joins());
            one.since = desk.now();
            fill(one);
        }
        orphans();
        desk.imports.all().forEach(this::step);
    }

    private boolean withinDay() {
        return pace.withinDay(desk.book, desk.calls.announced(), false);
    }

    private void step(Import one) {
        switch (one.phase) {
            case FILLING -> fill(one);
            case CHECKING -> check(one);
            case SENDING -> {
                ImportFile file = desk.imports.file(one);
                boolean empty = file == null || file.size() == 0;
                if (empty && desk.calls.get(one.call) == null) {
                    over(one, Result.NOTHING);
                }
            }
            case LOST -> {
                if (desk.now() > one.lookAt) {
                    over(one, Result.UNKNOWN);
                }
            }
            case OVER -> tell(one);
            default -> {}
        }
    }

    private void over(Import one, Result how) {
        one.over(how);
        desk.imports.save(one);
    }

    private void fill(Import one) {
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
        return batches.take(desk.imports.queues(key(one)), id, most);
    }

    private static QueueKey key(Import one) {
        boolean known = one.kind == Wish.Kind.ADD;
        String target = known ? Long.toString(one.list) : one.field();
        return new QueueKey(
                io.rollcall.wish.Lane.ADDITIONS, one.kind, target, 0, 0, known ? 0 : one.list);
    }

    private int mayCreate(Import one) {
        return one.kind == Wish.Kind.ADD
                ? Integer.MAX_VALUE
                : desk.instance.limits().createsPerDay()
                        - desk.book.createdToday
                        - desk.calls.mayCreate();
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
    private void check(Import one) {
        List<OpenCall> parts = desk.imports.parts(one);
        List<OpenCall> unread =
                parts.stream().filter(part -> part.state == OpenCall.State.ANNOUNCED).toList();
        if (parts.isEmpty() || unread.stream().anyMatch(this::late)) {
            over(one, Result.NOTHING);
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
                && desk.mayChange(one.list)
                && wishes.bar(held, part.id) == null;
    }

    /** The next request that an import is waiting for, or null. */
    OpenCall next() {
        for (Import one : desk.imports.all()) {
            CallKind kind = desk.calls.get(one.call) == null ? one.wants(desk.now()) : null;
            if (kind != null && !desk.isPaused(kind, Long.toString(one.list))) {
                return request(one, kind);
            }
        }
        return null;
    }

    private OpenCall request(Import one, CallKind kind) {
        OpenCall call = new OpenCall(desk.newId(), desk.run, kind, one.list, List.of());
        boolean rows = one.phase == Phase.FAILURES || one.phase == Phase.WARNINGS;
        call.batch = rows ? one.batch().with(ImportRows.from(one.row)) : one.batch();
        one.call = call.id;
        desk.imports.save(one);
        return call;
    }

    /** Whether there still is a file for this call to send. */
    static boolean hasFile(Desk desk, OpenCall call) {
        Import one = desk.imports.get(call.batch.of());
        ImportFile file = one == null ? null : desk.imports.file(one);
        return file != null && file.size() > 0;
    }

    /** The file goes now: from here on nothing of it can be taken back. */
    static byte[] releasing(Desk desk, OpenCall call) {
        Import one = desk.imports.get(call.batch.of());
        desk.imports.parts(one).forEach(desk.calls::save);
        byte[] file = desk.imports.file(one).bytes();
        one.rows = desk.imports.file(one).size();
        one.phase = Phase.SENT;
        one.since = desk.now();
        desk.imports.file(one, null);
        desk.imports.save(one);
        desk.out.count(SchedulerMetric.IMPORTS);
        desk.out.count(SchedulerMetric.SENT, one.rows);
        return file;
    }

    /** Another run was about to send it, or an earlier one that this state has forgotten. */
    void heard(Report announced) {
        ImportBatch batch = announced.batch();
        Import known = desk.imports.get(batch.of());
        if (announced.call() != CallKind.IMPORT || known != null && known.batch != 0) {
            return;
        }
        Import one = known == null ? Import.of(batch, announced.list()) : known;
        one.phase = Phase.SENT;
        one.since = desk.now();
        one.call = announced.callId();
        one.parts = Math.max(one.parts, desk.imports.parts(one).size());
        one.rows = desk.imports.parts(one).stream().mapToInt(part -> part.members.size()).sum();
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

    void ended(Report end) {
        Import one = end.batch() == null ? null : desk.imports.get(end.batch().of());
        if (one == null || one.phase == Phase.OVER) {
            return;
        }
        switch (end.call()) {
            case IMPORT -> sent(one, end);
            case IMPORT_STATUS -> looked(one, end);
            default -> rows(one, end);
        }
        desk.imports.save(one);
    }

    private void sent(Import one, Report end) {
        boolean waits = one.phase == Phase.SENT || one.phase == Phase.SENDING;
        if (end.verdict() == Verdict.DONE && (waits || one.phase == Phase.LOST)) {
            one.batch = end.batch().id();
            one.phase = Phase.RUNNING;
            one.lookAt = desk.now() + expected(one);
        } else if (waits && end.callId().equals(one.call)) {
            if (end.verdict() == Verdict.NOT_DONE) {
                one.over(Result.NOTHING);
            } else {
                one.phase = Phase.LOST;
                one.lookAt = desk.now() + CallKind.ROWS.timeout().toMillis();
            }
        }
    }

    private long expected(Import one) {
        return Math.max(FIRST_LOOK.toMillis(), (long) (one.rows / rowsPerSecond * 1_000));
    }

    private void looked(Import one, Report end) {
        if (one.phase != Phase.RUNNING) {
            return;
        }
        long taken = desk.now() - one.since;
        one.looks++;
        one.lookAt = desk.now() + nextLook(taken);
        if (end.verdict() == Verdict.DONE && end.batch().status().isOver()) {
            finished(one, end.batch(), taken);
        } else if (end.verdict() != Verdict.DONE && taken > FORGOTTEN.toMillis()) {
            one.over(Result.UNKNOWN);
        }
    }

    private static long nextLook(long taken) {
        return Math.max(FIRST_LOOK.toMillis(), Math.min(taken / 4, LONGEST_LOOK.toMillis()));
    }

    private void finished(Import one, ImportBatch batch, long taken) {
        // Seen at the first look, it may have been faster than anybody knows.
        rowsPerSecond = Math.max(10, one.rows * 1_000.0 / taken * (one.looks == 1 ? 1.5 : 1));
        one.failed = batch.failed();
        one.warned = batch.warned();
        if (batch.status() == ImportBatch.Status.FAILED) {
            one.over(Result.FAILED);
        } else {
            nextFile(one, Phase.FAILURES);
        }
    }

    private static void nextFile(Import one, Phase from) {
        one.row = 0;
        if (from == Phase.FAILURES && one.failed > 0) {
            one.phase = Phase.FAILURES;
        } else if (from != Phase.OVER && one.warned > 0) {
            one.phase = Phase.WARNINGS;
        } else {
            one.over(Result.DONE);
        }
    }

    private void rows(Import one, Report end) {
        boolean failures = end.call() == CallKind.IMPORT_FAILURES;
        boolean awaited = one.phase == (failures ? Phase.FAILURES : Phase.WARNINGS);
        if (end.verdict() == Verdict.DONE && awaited && end.batch().rows().from() == one.row) {
            Set<Long> keys = failures ? one.refused : one.doubtful;
            keys.addAll(end.batch().rows().keys());
            one.row = end.batch().rows().next();
            if (one.row == 0) {
                nextFile(one, failures ? Phase.WARNINGS : Phase.OVER);
            }
        } else if (awaited && desk.now() - one.since > FORGOTTEN.toMillis()) {
            one.over(failures ? Result.FAILED : Result.DONE);
        }
    }

    private void tell(Import one) {
        List<OpenCall> parts = desk.imports.parts(one);
        desk.imports.freeList(one);
        if (parts.isEmpty()) {
            desk.imports.remove(one);
        }
        parts.stream()
                .filter(part -> !part.endWritten)
                .limit(PARTS_AT_A_TIME)
                .forEach(part -> tell(one, part));
    }

    private void tell(Import one, OpenCall part) {
        part.endWritten = true;
        desk.calls.save(part);
        reports.rows(part, verdict(one.result), member -> said(one, member));
    }

    /** What nobody knows is imported again; what Marketo gave up goes by calls. */
    private static Verdict verdict(Result result) {
        return switch (result) {
            case UNKNOWN -> Verdict.PERHAPS;
            case NOTHING -> Verdict.NOT_DONE;
            case DONE, FAILED -> Verdict.DONE;
        };
    }

    private static Member said(Import one, OpenCall.Member member) {
        long key = Import.key(member);
        Member sent = Reports.member(member, MemberStatus.SENT);
        if (one.result != Result.DONE) {
            return sent;
        }
        if (one.refused.contains(key)) {
            return sent.with(MemberStatus.SKIPPED, REFUSED);
        }
        String warning = one.doubtful.contains(key) ? Member.WARNED : null;
        return sent.with(MemberStatus.ADDED, warning);
    }
}

package io.rollcall.schedule;

import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Releases a call once its own announcement was read back, with who is still to be in it. */
final class Releaser {

    private final Desk desk;
    private final Wishes wishes;
    private final Reports reports;
    private final ImportRequests imports;

    Releaser(Desk desk, Wishes wishes, Reports reports, ImportRequests imports) {
        this.desk = desk;
        this.wishes = wishes;
        this.reports = reports;
        this.imports = imports;
    }

    void readBack(OpenCall call, long sequence) {
        call.sequence = sequence;
        boolean late = desk.now() - call.announcedAt > SchedulerSettings.READ_BACK_MS;
        if (late || !desk.begun() || paused(call)) {
            withdraw(call);
        } else {
            release(call);
        }
    }

    private boolean paused(OpenCall call) {
        return desk.isPaused(call.kind, call.target());
    }

    private void release(OpenCall call) {
        List<OpenCall.Member> sent = new ArrayList<>();
        List<Sent> out = new ArrayList<>();
        List<Member> leftOut = new ArrayList<>();
        for (OpenCall.Member member : call.members) {
            Held held = wishes.get(member.wishKey());
            if (stillWanted(call, member, held)) {
                sent.add(member);
                out.add(sent(member, held));
            } else {
                leftOut.add(Reports.member(member, MemberStatus.LEFT_OUT));
            }
        }
        boolean noFile = call.kind == CallKind.IMPORT && !imports.hasFile(call);
        if (sent.isEmpty() && call.queue != null || noFile) {
            withdraw(call);
            return;
        }
        List<OpenCall.Member> announced = call.members;
        open(call, sent);
        desk.out.release(released(call, out, leftOut));
        desk.out.count(SchedulerMetric.SENT, sent.size());
        desk.out.count(SchedulerMetric.LEFT_OUT, leftOut.size());
        announced.stream().filter(member -> !sent.contains(member)).forEach(m -> putBack(call, m));
    }

    private void open(OpenCall call, List<OpenCall.Member> sent) {
        desk.calls.remove(call);
        call.members = sent;
        call.state = OpenCall.State.OPEN;
        call.releasedAt = desk.now();
        desk.calls.add(call);
        desk.book.countCall(call);
        desk.saveBook();
        desk.out.count(SchedulerMetric.RELEASED);
    }

    /** A wish is fixed only now: it may have changed, or met a call of another run. */
    private boolean stillWanted(OpenCall call, OpenCall.Member member, Held held) {
        return held != null
                && call.id.equals(held.call())
                && desk.callKind(held.queueKey()) == call.kind
                && held.queueKey().target().equals(QueueKey.parse(call.queue).target())
                && held.wish().lead() == member.lead()
                && held.valueHash() == member.valueHash()
                && (call.list == 0 || desk.mayChange(call.list))
                && !desk.brakes.stops(held.queueKey())
                && wishes.bar(held, call.id) == null;
    }

    private static Sent sent(OpenCall.Member member, Held held) {
        return new Sent(
                member.person(),
                member.lead(),
                member.field(),
                held.wish().value(),
                member.valueHash(),
                held.wish().values());
    }

    private Call released(OpenCall call, List<Sent> sent, List<Member> leftOut) {
        return new Call(
                call.id,
                desk.settings.job(),
                desk.instance.munchkinId(),
                call.kind,
                call.list,
                call.run,
                call.sequence,
                call.releasedAt,
                sent,
                leftOut,
                page(call),
                call.setUp,
                call.kind == CallKind.LOOKUP ? desk.setUps.instance.partition() : 0,
                call.batch,
                call.kind == CallKind.IMPORT ? imports.releasing(call) : null);
    }

    /** A read's first call gives the read its generation. */
    private static ListPage page(OpenCall call) {
        if (call.page == null) {
            return null;
        }
        long generation = call.page.generation() < 0 ? call.sequence : call.page.generation();
        return call.page.of(generation);
    }

    /** The call is not made, and nobody has to wait for it. */
    void withdraw(OpenCall call) {
        desk.calls.remove(call);
        if (call.announced()) {
            reports.ended(call, Verdict.NOT_DONE, "withdrawn");
        }
        desk.out.count(SchedulerMetric.WITHDRAWN);
        call.members.forEach(member -> putBack(call, member));
        wishes.release(call);
        ListReads.Reading reading = desk.reads.get(call.list);
        if (call.kind.readsList() && reading != null && call.id.equals(reading.call())) {
            desk.reads.put(call.list, reading.calling(null));
        }
    }

    private void putBack(OpenCall call, OpenCall.Member member) {
        Held held = wishes.get(member.wishKey());
        if (held != null && call.id.equals(held.call())) {
            wishes.place(held.waiting());
        }
    }
}

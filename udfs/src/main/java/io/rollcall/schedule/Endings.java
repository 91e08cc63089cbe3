package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.HashMap;
import java.util.Map;

/** Takes in how calls ended: settles wishes, or puts them back, and closes or suspects the call. */
final class Endings {

    private final Desk desk;
    private final Wishes wishes;
    private final Reactions reactions;
    private final ImportSteps imports;
    private final ReadSteps reads;

    Endings(Desk desk, Wishes wishes, Reactions reactions, ImportSteps imports, ReadSteps reads) {
        this.desk = desk;
        this.wishes = wishes;
        this.reactions = reactions;
        this.imports = imports;
        this.reads = reads;
    }

    void ended(Report end) {
        OpenCall call = desk.calls.get(end.callId());
        settle(end);
        if (call == null) {
            return;
        }
        UsageChecks.heard(end.usage(), call, desk.book);
        boolean suspected = call.state == OpenCall.State.MAY_RUN;
        if (end.verdict() == Verdict.PERHAPS && call.kind.isRequest()) {
            if (!suspected) {
                suspect(call);
            }
        } else {
            close(call, suspected);
        }
        putBack(call, end);
        if (end.call().isSetUp()) {
            desk.setUps.ended(end);
        }
        if (end.call().isImport()) {
            imports.requests.ended(end);
        }
        if (call.isOf(desk.run) && call.kind.isRequest()) {
            reactions.to(end, call);
        }
        if (call.kind.readsList()) {
            reads.ended(call, end);
        }
    }

    private void settle(Report end) {
        boolean more = createsMore();
        for (Member member : end.members()) {
            if (mayHaveCreated(end, member)) {
                desk.book.createdToday++;
            }
            if (end.call().readsList() || member.person() == null) {
                continue;
            }
            String key = OpenCall.wishKey(end.call(), end.list(), member);
            desk.recentEnds.add(key, end, member);
            Held held = wishes.get(key);
            if (held != null && Settlement.settles(end, member, held.wish())) {
                desk.brakes.sizes.settled(held.wish(), member.status());
                wishes.drop(key, held);
            }
        }
        if (more && !createsMore()) {
            new Notices(desk).createdAll(end);
        }
    }

    /** An import does not tell whom it created: it may have been everybody. */
    private static boolean mayHaveCreated(Report end, Member member) {
        boolean imported = end.call() == CallKind.ROWS && member.valueHash() != 0;
        return member.status() == MemberStatus.CREATED
                || imported && member.status() == MemberStatus.ADDED;
    }

    private boolean createsMore() {
        return desk.book.createdToday < desk.instance.limits().createsPerDay();
    }

    private void close(OpenCall call, boolean suspected) {
        desk.calls.remove(call);
        if (!suspected && call.kind.isRest()) {
            desk.book.permits.ended(desk.now());
        }
        desk.saveBook();
        wishes.release(call);
    }

    /** It may run for its endpoint's time-out; its permit is not free before that either. */
    private void suspect(OpenCall call) {
        call.state = OpenCall.State.MAY_RUN;
        call.mayRunUntil = desk.now() + call.kind.timeout().toMillis() + SchedulerSettings.GRACE_MS;
        desk.calls.save(call);
        if (call.kind.isRest()) {
            desk.book.permits.ended(call.mayRunUntil);
        }
        desk.saveBook();
    }

    /** Whoever was in the call and is not settled goes back to the lane that the wish names. */
    private void putBack(OpenCall call, Report end) {
        Map<String, Member> members = new HashMap<>();
        end.members().forEach(m -> members.put(OpenCall.wishKey(call.kind, call.list, m), m));
        boolean smaller = Reactions.halves(end);
        for (OpenCall.Member member : call.members) {
            Held held = wishes.get(member.wishKey());
            if (held != null && call.id.equals(held.call())) {
                Member said = members.get(member.wishKey());
                boolean one = said != null && Settlement.wantsSmallerCall(said);
                wishes.place(one || smaller ? smaller(call, held) : again(call, end, held, said));
            }
        }
    }

    private static Held smaller(OpenCall call, Held held) {
        return call.members.size() > 1 ? held.smaller() : held.retried();
    }

    /** Whom the answer left out or put off waits before the next try; a changed wish does not. */
    private Held again(OpenCall call, Report end, Held held, Member said) {
        boolean same = call.kind == CallKind.ROWS || desk.callKind(held.queueKey()) == call.kind;
        boolean putOff =
                end.verdict() == Verdict.DONE && same && (said == null || Settlement.putsOff(said));
        return putOff ? held.retried() : held.waiting();
    }
}

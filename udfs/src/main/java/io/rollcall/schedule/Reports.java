package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.report.Verdict;
import java.util.List;
import java.util.function.Function;

/** What the scheduler itself writes into the reports topic. */
final class Reports {

    private final Desk desk;

    Reports(Desk desk) {
        this.desk = desk;
    }

    void begin() {
        desk.out.report(
                Report.of(Report.Kind.BEGIN, desk.settings.job(), desk.instance.munchkinId())
                        .run(desk.run)
                        .at(desk.now())
                        .build());
    }

    void announced(OpenCall call) {
        write(Report.Kind.ANNOUNCED, call, null, null, MemberStatus.CANDIDATE);
    }

    /** An end that the scheduler knows better than the caller. */
    void ended(OpenCall call, Verdict verdict, String code) {
        write(Report.Kind.ENDED, call, verdict, code, MemberStatus.SENT);
    }

    private void write(
            Report.Kind kind, OpenCall call, Verdict verdict, String code, MemberStatus status) {
        List<Member> members = call.members.stream().map(m -> member(m, status)).toList();
        desk.out.report(
                Report.of(kind, desk.settings.job(), desk.instance.munchkinId())
                        .run(call.run)
                        .callId(call.id)
                        .call(call.kind)
                        .list(call.list)
                        .sequence(call.sequence)
                        .at(desk.now())
                        .verdict(verdict)
                        .code(code)
                        .members(members)
                        .page(call.page)
                        .setUp(call.setUp)
                        .batch(call.batch)
                        .build());
    }

    /** What became of those in an import's file: it is over, also where nobody knows how. */
    void rows(OpenCall part, Verdict verdict, Function<OpenCall.Member, Member> said) {
        desk.out.report(
                Report.of(Report.Kind.ENDED, desk.settings.job(), desk.instance.munchkinId())
                        .run(part.run)
                        .callId(part.id)
                        .call(part.kind)
                        .list(part.list)
                        .sequence(part.sequence)
                        .at(desk.now())
                        .verdict(verdict)
                        .members(part.members.stream().map(said).toList())
                        .build());
    }

    /** What came of set-up, for the ledger. */
    void setUp(Report.Kind kind, long list, SetUp setUp) {
        desk.out.report(
                Report.of(kind, desk.settings.job(), desk.instance.munchkinId())
                        .run(desk.run)
                        .list(list)
                        .at(desk.now())
                        .setUp(setUp)
                        .build());
    }

    static Member member(OpenCall.Member member, MemberStatus status) {
        return new Member(
                member.person(),
                member.field(),
                member.valueHash(),
                member.lead(),
                status,
                null,
                List.of(),
                List.of());
    }

    /** The activation of this list is held, for people and for the ledger to know. */
    void held(Activation activation, String why) {
        desk.out.report(
                Report.of(Report.Kind.HELD, desk.settings.job(), desk.instance.munchkinId())
                        .run(desk.run)
                        .list(activation.list())
                        .at(desk.now())
                        .code(activation.audience())
                        .requestId(why)
                        .build());
    }

    /** The list has been read to its end: whoever was not found is not on it. */
    void listRead(long list, ListPage page) {
        desk.out.report(
                Report.of(Report.Kind.LIST_READ, desk.settings.job(), desk.instance.munchkinId())
                        .run(desk.run)
                        .list(list)
                        .at(desk.now())
                        .page(page)
                        .build());
    }
}

package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.ReportDraft;
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
        desk.out.report(ours(Report.Kind.BEGIN).build());
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
                of(kind, call)
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
                of(Report.Kind.ENDED, part)
                        .verdict(verdict)
                        .members(part.members.stream().map(said).toList())
                        .build());
    }

    /** What came of set-up, for the ledger. */
    void setUp(Report.Kind kind, long list, SetUp setUp) {
        desk.out.report(ours(kind).list(list).setUp(setUp).build());
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
                ours(Report.Kind.HELD)
                        .list(activation.list())
                        .code(activation.audience())
                        .requestId(why)
                        .build());
    }

    /** The list has been read to its end: whoever was not found is not on it. */
    void listRead(long list, ListPage page) {
        desk.out.report(ours(Report.Kind.LIST_READ).list(list).page(page).build());
    }

    private ReportDraft ours(Report.Kind kind) {
        return Report.of(kind, desk.settings.job(), desk.instance.munchkinId())
                .run(desk.run)
                .at(desk.now());
    }

    private ReportDraft of(Report.Kind kind, OpenCall call) {
        return ours(kind)
                .run(call.run)
                .callId(call.id)
                .call(call.kind)
                .list(call.list)
                .sequence(call.sequence);
    }
}

package io.rollcall.call;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.report.Usage;
import io.rollcall.report.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** How a call ended: what its report says beyond what the call itself says. */
record End(
        Verdict verdict,
        String code,
        String requestId,
        List<Member> members,
        ListPage page,
        Usage usage,
        SetUp setUp,
        ImportBatch batch) {

    End(
            Verdict verdict,
            String code,
            String requestId,
            List<Member> members,
            ListPage page,
            Usage usage) {
        this(verdict, code, requestId, members, page, usage, null, null);
    }

    /** No answer about anybody; the error table says whether the call was carried out. */
    static End failed(Call call, String code, String requestId) {
        Verdict verdict = ErrorTable.verdict(code, ErrorLevel.RESPONSE).executed();
        List<Member> members =
                call.members().stream().map(m -> m.report(MemberStatus.SENT, null)).toList();
        return new End(
                verdict, code, requestId, members, call.page(), null, call.setUp(), call.batch());
    }

    static End setUp(String requestId, SetUp found) {
        return new End(Verdict.DONE, null, requestId, List.of(), null, null, found, null);
    }

    static End ofImport(String requestId, ImportBatch batch) {
        return new End(Verdict.DONE, null, requestId, List.of(), null, null, null, batch);
    }

    static End ofRead(String requestId, List<Member> members, ListPage page) {
        return new End(Verdict.DONE, null, requestId, members, page, null);
    }

    static End done(String requestId, List<Member> members) {
        return new End(Verdict.DONE, null, requestId, members, null, null);
    }

    Report report(Call call, long now) {
        return call.ended()
                .at(now)
                .verdict(verdict)
                .code(code)
                .requestId(requestId)
                .members(Stream.concat(members.stream(), leftOut(call)).toList())
                .page(page)
                .usage(usage)
                .setUp(setUp)
                .batch(batch)
                .build();
    }

    private static Stream<Member> leftOut(Call call) {
        return call.leftOut().stream().map(m -> m.with(MemberStatus.LEFT_OUT, null));
    }
}

package io.rollcall.call;

import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.Report;
import io.rollcall.report.ReportDraft;
import io.rollcall.report.SetUp;
import java.util.List;

/**
 * A call as the scheduler releases it. {@code run} is {@code <id of the checkpoint restored
 * from>-<random>}; {@code readBackAt} (epoch ms) is when its announcement was read, {@code leftOut}
 * who was announced but is not sent. {@code page} stands only in a READ: a null token asks for the
 * first page. {@code setUp} stands only in what {@link CallKind#isSetUp()}. {@code partition} is
 * the id of the lead partition that a look-up keeps to, 0 for any. {@code batch} stands only in
 * what {@link CallKind#isImport()}, {@code file} (CSV, UTF-8, with a header) only in an IMPORT.
 */
public record Call(
        String id,
        String job,
        String instance,
        CallKind kind,
        long list,
        String run,
        long sequence,
        long readBackAt,
        List<Sent> members,
        List<Member> leftOut,
        ListPage page,
        SetUp setUp,
        long partition,
        ImportBatch batch,
        byte[] file) {

    /** A call about people whose lead partition does not matter. */
    public Call(
            String id,
            String job,
            String instance,
            CallKind kind,
            long list,
            String run,
            long sequence,
            long readBackAt,
            List<Sent> members,
            List<Member> leftOut,
            ListPage page) {
        this(
                id,
                job,
                instance,
                kind,
                list,
                run,
                sequence,
                readBackAt,
                members,
                leftOut,
                page,
                null,
                0,
                null,
                null);
    }

    public Call {
        members = members == null ? List.of() : members;
        leftOut = leftOut == null ? List.of() : leftOut;
    }

    /** The report of its end, which has yet to say how it ended. */
    public ReportDraft ended() {
        return Report.of(Report.Kind.ENDED, job, instance)
                .run(run)
                .callId(id)
                .call(kind)
                .list(list)
                .sequence(sequence);
    }
}

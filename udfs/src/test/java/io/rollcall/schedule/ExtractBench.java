package io.rollcall.schedule;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListExport.Status;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** A bench whose lists are longer than two pages, and a Marketo that exports them. */
final class ExtractBench {

    static final long LOOK = Duration.ofMinutes(1).toMillis();
    static final String ID = "e-1";

    final Bench bench;

    ExtractBench(int maxExports, long... lists) {
        this(new ExtractSettings(maxExports, 2, Duration.ofMillis(LOOK), 1_000), lists);
    }

    ExtractBench(ExtractSettings settings, long... lists) {
        bench = new Bench(settings);
        bench.activate(lists);
        bench.readAll();
    }

    /** The call that comes next, and the only one. */
    Call next(CallKind kind) {
        Call call = bench.flushOne();
        if (call.kind() != kind) {
            throw new AssertionError("not " + kind + " but " + call);
        }
        return call;
    }

    /** Two pages, and there are more. */
    ExtractBench afterTwoPages() {
        page(next(CallKind.READ), "2", 1, 2, 3);
        page(next(CallKind.READ), "3", 4, 5, 6);
        return this;
    }

    void page(Call read, String token, long... leads) {
        ListPage page = new ListPage(read.page().generation(), token, token == null, 0);
        ended(read, page, leads);
    }

    Call created() {
        Call create = next(CallKind.EXTRACT_CREATE);
        told(create, Status.CREATED);
        return create;
    }

    /** It stands in Marketo's queue. */
    Call queued() {
        Call create = created();
        told(next(CallKind.EXTRACT_QUEUE), Status.QUEUED);
        return create;
    }

    /** Its file is there. */
    Call completed(long bytes, long rows) {
        Call create = queued();
        bench.pass(LOOK);
        finished(next(CallKind.EXTRACT_STATUS), bytes, rows);
        return create;
    }

    void told(Call call, Status status) {
        ended(call, call.page().with(call.page().export().is(ID, status)));
    }

    void finished(Call call, long bytes, long rows) {
        ListExport export = call.page().export().is(ID, Status.COMPLETED).of(bytes, rows);
        ended(call, call.page().with(export));
    }

    /** So many more bytes of the file hold these. */
    void rows(Call file, long bytes, long... leads) {
        ListExport before = file.page().export();
        ListExport after = before.at(before.from() + bytes, before.read() + leads.length);
        boolean complete = after.from() == after.bytes();
        ended(file, new ListPage(file.page().generation(), null, complete, 0, after), leads);
    }

    private void ended(Call call, ListPage page, long... leads) {
        List<Member> members = LongStream.of(leads).mapToObj(ExtractBench::present).toList();
        bench.append(Bench.end(call, Verdict.DONE, null, members, page, null));
        bench.readAll();
    }

    private static Member present(long lead) {
        return Member.onList("email:p" + lead, lead, MemberStatus.PRESENT, null);
    }

    List<Report> listsRead() {
        return bench.topic.stream().filter(r -> r.kind() == Report.Kind.LIST_READ).toList();
    }

    long count(SchedulerMetric what) {
        return bench.counts.getOrDefault(what, 0L);
    }
}

package io.rollcall.report;

import io.rollcall.report.Report.Kind;
import java.util.List;

/** A report that is being written: few of its many parts are there at a time. */
public final class ReportDraft {

    private final Kind kind;
    private final String job;
    private final String instance;
    private String run;
    private String callId;
    private CallKind call;
    private long list;
    private long sequence = -1;
    private long at;
    private Verdict verdict;
    private String code;
    private String requestId;
    private List<Member> members = List.of();
    private ListPage page;
    private long offset = -1;
    private Usage usage;
    private SetUp setUp;
    private LeadNote note;
    private ImportBatch batch;

    ReportDraft(Kind kind, String job, String instance) {
        this.kind = kind;
        this.job = job;
        this.instance = instance;
    }

    ReportDraft(Report like) {
        this(like.kind(), like.job(), like.instance());
        run = like.run();
        callId = like.callId();
        call = like.call();
        list = like.list();
        sequence = like.sequence();
        at = like.at();
        verdict = like.verdict();
        code = like.code();
        requestId = like.requestId();
        members = like.members();
        page = like.page();
        offset = like.offset();
        usage = like.usage();
        setUp = like.setUp();
        note = like.note();
        batch = like.batch();
    }

    public ReportDraft run(String itsRun) {
        run = itsRun;
        return this;
    }

    public ReportDraft callId(String itsCallId) {
        callId = itsCallId;
        return this;
    }

    public ReportDraft call(CallKind itsCall) {
        call = itsCall;
        return this;
    }

    public ReportDraft list(long itsList) {
        list = itsList;
        return this;
    }

    public ReportDraft sequence(long itsSequence) {
        sequence = itsSequence;
        return this;
    }

    public ReportDraft at(long itsAt) {
        at = itsAt;
        return this;
    }

    public ReportDraft verdict(Verdict itsVerdict) {
        verdict = itsVerdict;
        return this;
    }

    public ReportDraft code(String itsCode) {
        code = itsCode;
        return this;
    }

    public ReportDraft requestId(String itsRequestId) {
        requestId = itsRequestId;
        return this;
    }

    public ReportDraft members(List<Member> itsMembers) {
        members = itsMembers;
        return this;
    }

    public ReportDraft page(ListPage itsPage) {
        page = itsPage;
        return this;
    }

    public ReportDraft offset(long itsOffset) {
        offset = itsOffset;
        return this;
    }

    public ReportDraft usage(Usage itsUsage) {
        usage = itsUsage;
        return this;
    }

    public ReportDraft setUp(SetUp itsSetUp) {
        setUp = itsSetUp;
        return this;
    }

    public ReportDraft note(LeadNote itsNote) {
        note = itsNote;
        return this;
    }

    public ReportDraft batch(ImportBatch itsBatch) {
        batch = itsBatch;
        return this;
    }

    public Report build() {
        return new Report(
                kind, job, instance, run, callId, call, list, sequence, at, verdict, code,
                requestId, members, page, offset, usage, setUp, note, batch);
    }
}

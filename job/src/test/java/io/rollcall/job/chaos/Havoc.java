package io.rollcall.job.chaos;

import static io.rollcall.sandbox.marketo.CallKind.INGEST;
import static io.rollcall.sandbox.marketo.CallKind.LIST_ADD;
import static io.rollcall.sandbox.marketo.CallKind.LIST_REMOVE;
import static io.rollcall.sandbox.marketo.CallKind.LOOKUP;
import static io.rollcall.sandbox.marketo.CallKind.TOKEN;
import static io.rollcall.sandbox.marketo.CallKind.UPSERT;
import static io.rollcall.sandbox.marketo.FaultSpec.code;
import static io.rollcall.sandbox.marketo.FaultSpec.http;
import static io.rollcall.sandbox.marketo.FaultSpec.of;

import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.FaultSpec;

/** What goes wrong in the life of a job. Times are those of a short run. */
enum Havoc {
    STOPPED_AND_RESCALED(Kind.JOB),
    BACK_TO_AN_OLDER_SAVEPOINT(Kind.JOB),
    TASKMANAGER_KILLED(Kind.PROCESS),
    TASKMANAGER_HALTED(Kind.PROCESS),
    JOBMANAGER_KILLED(Kind.PROCESS),
    KAFKA_KILLED(Kind.PROCESS),

    WORK_DONE_AND_ANSWER_LOST(of(Effect.LOST).on(LIST_ADD).times(2)),
    REMOVAL_DONE_AND_ANSWER_LOST(of(Effect.LOST).on(LIST_REMOVE).times(2)),
    CREATION_DONE_AND_ANSWER_LOST(of(Effect.LOST).on(UPSERT).times(1)),
    WORK_DONE_AFTER_GIVING_UP(of(Effect.LATE).on(LIST_ADD).lasting(8_000).times(2)),
    REMOVAL_DONE_AFTER_GIVING_UP(of(Effect.LATE).on(LIST_REMOVE).lasting(8_000).times(2)),
    CREATION_DONE_AFTER_GIVING_UP(of(Effect.LATE).on(UPSERT).lasting(8_000).times(1)),
    CONNECTION_CUT_HALF_WAY(of(Effect.CUT).times(2)),
    HALF_JSON(of(Effect.GARBAGE).on(LOOKUP).times(2)),
    HANGS(of(Effect.HANG).lasting(3_000).times(2)),
    SLOW(of(Effect.SLOW).lasting(3_000).times(3)),
    LATENCY_OF_30_S(of(Effect.DELAY).lasting(30_000).times(2)),
    HTML_500(http(500).times(2)),
    HTML_502(http(502).times(4)),
    HTML_503(http(503).during(3_000)),
    IDENTITY_SAYS_401(of(Effect.UNAUTHORIZED).on(TOKEN).times(2)),
    TOKENS_REVOKED(of(Effect.REVOKE).times(1)),
    STORM_OF_601(code("601").times(12)),
    STORM_OF_602(code("602").times(12)),
    CODE_603(code("603").during(12_000)),
    CODE_604(code("604").on(LIST_ADD).times(1)),
    CODE_606(code("606").times(2)),
    CODE_608(code("608").times(3)),
    CODE_611(code("611").on(LIST_REMOVE).times(1)),
    CODE_611_AND_DONE(code("611").on(LIST_ADD).executed(true).times(1)),
    CODE_615(code("615").times(2)),
    CODE_713(code("713").times(2)),
    CODE_1019(code("1019").on(LIST_ADD).during(3_000)),
    BAD_MEMBER(code("1003").on(LIST_ADD).times(2)),

    INGESTED_AND_ANSWER_LOST(of(Effect.LOST).on(INGEST).times(2)),
    INGESTION_HTML_502(http(502).on(INGEST).times(2)),
    INGESTION_CODE_401013(code("401013").on(INGEST).times(2)),
    INGESTION_CODE_429001(code("429001").on(INGEST).times(2)),
    INGESTION_CODE_4000802(code("4000802").on(INGEST).times(1)),
    INGESTION_CODE_4030801(code("4030801").on(INGEST).during(3_000)),
    INGESTION_CODE_4290801(code("4290801").on(INGEST).during(3_000)),
    INGESTION_CODE_5000801(code("5000801").on(INGEST).times(2)),
    INGESTED_LATE(Kind.LATE),

    /** Once, at its time: the deck does not hold it. */
    QUOTA_USED_UP_UNTIL_MIDNIGHT(Kind.TIME),

    LIST_DELETED_FOR_A_WHILE(Kind.HAND),
    PEOPLE_DELETED(Kind.HAND),
    PEOPLE_MERGED(Kind.HAND),
    DUPLICATE_EMAILS(Kind.HAND),
    PUT_ON_AND_OFF_BY_HAND(Kind.HAND),

    GARBAGE_IN_FLOODS(Kind.INPUT),
    RECORDS_OVER_THE_LIMIT(Kind.INPUT),
    A_PARTITION_FALLS_SILENT(Kind.INPUT),
    MORE_PARTITIONS(Kind.INPUT);

    /** Where it strikes. */
    enum Kind {
        /** The job, in good order. */
        JOB,
        PROCESS,
        /** Marketo's answers. */
        ANSWER,
        /** What Marketo makes of what it has accepted. */
        LATE,
        TIME,
        /** Somebody in Marketo, by hand. */
        HAND,
        INPUT
    }

    /** Whether a subscription of this transport may ever meet it. */
    boolean isFor(boolean ingesting) {
        String calls = fault == null ? null : fault.kind();
        boolean never = (ingesting ? LIST_ADD : INGEST).label().equals(calls);
        return !never;
    }

    private static final long LIES_IN_WAIT_MS = 6_000;

    final Kind kind;

    /** What Marketo is made to do; null for everything else. */
    private final FaultSpec fault;

    Havoc(Kind kind) {
        this(kind, null);
    }

    Havoc(FaultSpec fault) {
        this(Kind.ANSWER, fault);
    }

    Havoc(Kind kind, FaultSpec fault) {
        this.kind = kind;
        this.fault = fault;
    }

    /**
     * What lasts for seconds in a short run lasts ten times as long in a long one. What lies in
     * wait for a call waits no longer than that: else one kind of call would meet nothing but
     * trouble.
     */
    FaultSpec fault(boolean longRun) {
        long lasts = fault.forMillis() == null ? LIES_IN_WAIT_MS : fault.forMillis();
        return fault.during(longRun ? 10 * lasts : lasts);
    }
}

package io.rollcall.job;

import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.FaultSpec;

/** What goes wrong in the life of a job. */
enum Havoc {
    TASKMANAGER_KILLED,
    KAFKA_KILLED,
    STOPPED_AND_RESCALED,
    BACK_TO_AN_OLDER_SAVEPOINT,
    PEOPLE_DELETED_IN_MARKETO,
    GARBAGE_IN_THE_TOPIC,

    WORK_DONE_AND_ANSWER_LOST(FaultSpec.of(Effect.LOST).on(CallKind.LIST_ADD).times(2)),
    REMOVAL_DONE_AND_ANSWER_LOST(FaultSpec.of(Effect.LOST).on(CallKind.LIST_REMOVE).times(2)),
    CREATION_DONE_AND_ANSWER_LOST(FaultSpec.of(Effect.LOST).on(CallKind.UPSERT).times(1)),
    CONNECTION_CUT_HALF_WAY(FaultSpec.of(Effect.CUT).times(2)),
    HALF_JSON(FaultSpec.of(Effect.GARBAGE).on(CallKind.LOOKUP).times(2)),
    HANGS(FaultSpec.of(Effect.HANG).lasting(3_000).times(2)),
    SLOW(FaultSpec.of(Effect.DELAY).lasting(3_000).times(3)),
    HTML_502(FaultSpec.http(502).times(4)),
    HTML_503(FaultSpec.http(503).during(3_000)),
    TOKENS_REVOKED(FaultSpec.of(Effect.REVOKE).times(1)),
    STORM_OF_601(FaultSpec.code("601").times(2)),
    STORM_OF_602(FaultSpec.code("602").times(3)),
    CODE_603(FaultSpec.code("603").during(3_000)),
    CODE_604(FaultSpec.code("604").on(CallKind.LIST_ADD).times(1)),
    CODE_606(FaultSpec.code("606").times(2)),
    CODE_608(FaultSpec.code("608").times(3)),
    CODE_611(FaultSpec.code("611").on(CallKind.LIST_REMOVE).times(1)),
    CODE_615(FaultSpec.code("615").times(2)),
    CODE_713(FaultSpec.code("713").times(2)),
    CODE_1019(FaultSpec.code("1019").on(CallKind.LIST_ADD).during(3_000)),
    BAD_MEMBER(FaultSpec.code("1003").on(CallKind.LIST_ADD).times(2));

    /** What Marketo is made to do; null for everything else. */
    final FaultSpec fault;

    Havoc() {
        this(null);
    }

    Havoc(FaultSpec fault) {
        this.fault = fault;
    }
}

package io.rollcall.sandbox.marketo;

/**
 * A fault as it is asked for. What is null does not limit it: any kind of call, any list, any
 * record, always.
 */
public record FaultSpec(
        String effect,
        String kind,
        String code,
        Integer status,
        Long millis,
        Boolean executed,
        Long listId,
        Long leadId,
        String email,
        Double probability,
        Integer count,
        Long forMillis) {

    public static FaultSpec of(Effect effect) {
        return new FaultSpec(
                effect.label(), null, null, null, null, null, null, null, null, null, null, null);
    }

    /** A response-level code in place of the work. */
    public static FaultSpec code(String code) {
        return of(Effect.CODE).withCode(code);
    }

    public static FaultSpec recordCode(String code) {
        return of(Effect.RECORD_CODE).withCode(code);
    }

    public static FaultSpec http(int status) {
        return of(Effect.HTTP).withStatus(status);
    }

    private FaultSpec withCode(String newCode) {
        return new FaultSpec(
                effect,
                kind,
                newCode,
                status,
                millis,
                executed,
                listId,
                leadId,
                email,
                probability,
                count,
                forMillis);
    }

    private FaultSpec withStatus(int newStatus) {
        return new FaultSpec(
                effect,
                kind,
                code,
                newStatus,
                millis,
                executed,
                listId,
                leadId,
                email,
                probability,
                count,
                forMillis);
    }

    public FaultSpec on(CallKind newKind) {
        return new FaultSpec(
                effect,
                newKind.label(),
                code,
                status,
                millis,
                executed,
                listId,
                leadId,
                email,
                probability,
                count,
                forMillis);
    }

    public FaultSpec onList(long newList) {
        return new FaultSpec(
                effect,
                kind,
                code,
                status,
                millis,
                executed,
                newList,
                leadId,
                email,
                probability,
                count,
                forMillis);
    }

    public FaultSpec onLead(long newLead) {
        return new FaultSpec(
                effect,
                kind,
                code,
                status,
                millis,
                executed,
                listId,
                newLead,
                email,
                probability,
                count,
                forMillis);
    }

    public FaultSpec onEmail(String newEmail) {
        return new FaultSpec(
                effect,
                kind,
                code,
                status,
                millis,
                executed,
                listId,
                leadId,
                newEmail,
                probability,
                count,
                forMillis);
    }

    public FaultSpec lasting(long newMillis) {
        return new FaultSpec(
                effect,
                kind,
                code,
                status,
                newMillis,
                executed,
                listId,
                leadId,
                email,
                probability,
                count,
                forMillis);
    }

    public FaultSpec executed(boolean nowExecuted) {
        return new FaultSpec(
                effect,
                kind,
                code,
                status,
                millis,
                nowExecuted,
                listId,
                leadId,
                email,
                probability,
                count,
                forMillis);
    }

    /** Only for the next calls (or records), so many. */
    public FaultSpec times(int newCount) {
        return new FaultSpec(
                effect,
                kind,
                code,
                status,
                millis,
                executed,
                listId,
                leadId,
                email,
                probability,
                newCount,
                forMillis);
    }

    public FaultSpec withProbability(double newProbability) {
        return new FaultSpec(
                effect,
                kind,
                code,
                status,
                millis,
                executed,
                listId,
                leadId,
                email,
                newProbability,
                count,
                forMillis);
    }
}

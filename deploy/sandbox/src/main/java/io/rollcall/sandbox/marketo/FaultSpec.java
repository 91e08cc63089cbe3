package io.rollcall.sandbox.marketo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static FaultSpec of(Effect effect) {
        return with(MAPPER.createObjectNode(), "effect", effect.label());
    }

    /** A response-level code in place of the work. */
    public static FaultSpec code(String code) {
        return of(Effect.CODE).with("code", code);
    }

    public static FaultSpec recordCode(String code) {
        return of(Effect.RECORD_CODE).with("code", code);
    }

    public static FaultSpec http(int status) {
        return of(Effect.HTTP).with("status", status);
    }

    public FaultSpec on(CallKind newKind) {
        return with("kind", newKind.label());
    }

    public FaultSpec onList(long newList) {
        return with("listId", newList);
    }

    public FaultSpec onLead(long newLead) {
        return with("leadId", newLead);
    }

    public FaultSpec onEmail(String newEmail) {
        return with("email", newEmail);
    }

    /** How long a call hangs, trickles or is delayed. */
    public FaultSpec lasting(long newMillis) {
        return with("millis", newMillis);
    }

    public FaultSpec executed(boolean nowExecuted) {
        return with("executed", nowExecuted);
    }

    /** Only for the next calls (or records), so many. */
    public FaultSpec times(int newCount) {
        return with("count", newCount);
    }

    public FaultSpec withProbability(double newProbability) {
        return with("probability", newProbability);
    }

    /** How long the fault is in force. */
    public FaultSpec during(long newMillis) {
        return with("forMillis", newMillis);
    }

    /** By name, because a dozen copies of a dozen properties would hide the one that changes. */
    private FaultSpec with(String property, Object value) {
        return with(MAPPER.valueToTree(this), property, value);
    }

    private static FaultSpec with(ObjectNode present, String property, Object value) {
        present.putPOJO(property, value);
        return MAPPER.convertValue(present, FaultSpec.class);
    }
}

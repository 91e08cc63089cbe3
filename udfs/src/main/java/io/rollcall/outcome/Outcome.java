package io.rollcall.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of one wish (DESIGN §4.1); without a person, of an activation. Times are epoch ms
 * here and ISO-8601 in the topic.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        String person,
        String instance,
        String audience,
        String namespace,
        long listId,
        Change change,
        Status status,
        long leadId,
        String code,
        String reason,
        long assertedAt,
        long decidedAt,
        String callId,
        String requestId) {

    public enum Change {
        ADD,
        REMOVE,
        LOOKUP,
        CREATE,
        UPDATE,
        DELETE,
        /** What an instance or a list needs before anybody can be sent: no person is named. */
        SET_UP
    }

    public enum Status {
        APPLIED,
        UNMATCHED,
        REJECTED,
        EXCLUDED,
        DEFERRED,
        WOULD_ADD,
        WOULD_REMOVE,
        /** Nothing is sent until someone or something releases it. */
        HELD
    }
}

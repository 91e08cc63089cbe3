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
        /** Onto the list. */
        ADD,
        /** Off the list. */
        REMOVE,
        /** Which lead the person is. */
        LOOKUP,
        /** A lead for somebody whom Marketo did not know. */
        CREATE,
        /** The lead's mapped values. */
        UPDATE,
        /** The lead of somebody who asked to be forgotten. */
        DELETE,
        /** What an instance or a list needs before anybody can be sent: no person is named. */
        SET_UP
    }

    public enum Status {
        /** Marketo did it, or it was so already. */
        APPLIED,
        /** Marketo knows nobody by these identities; asked again, ever more seldom. */
        UNMATCHED,
        /** Marketo refused for good: {@code code} says why; tried again at the next assertion. */
        REJECTED,
        /** A rule, or the lack of an identity that can be looked up, keeps it from being asked. */
        EXCLUDED,
        /** Not yet: something has to be found out first. */
        DEFERRED,
        /** A dry run would have added. */
        WOULD_ADD,
        /** A dry run would have removed. */
        WOULD_REMOVE,
        /** Nothing is sent until someone or something releases it. */
        HELD
    }
}

package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.Fault;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.Map;

/** What a fault makes of an answer. */
record Affliction(Fault fault, Subscription subscription) {
    private static final Map<Integer, String> TITLES =
            Map.of(
                    413, "Request Entity Too Large",
                    414, "Request-URI Too Large",
                    429, "Too Many Requests",
                    500, "Internal Server Error",
                    502, "Bad Gateway",
                    503, "Service Temporarily Unavailable",
                    504, "Gateway Time-out");

    static Answer page(int status) {
        return Answer.html(status, TITLES.getOrDefault(status, "Error"));
    }

    boolean is(Effect effect) {
        return fault.effect() == effect;
    }

    /** The JSON answer in place of the true one, or the true one. */
    Reply replaced(Reply reply, boolean asset) {
        return switch (fault.effect()) {
            case CODE -> Reply.refused(fault.spec().code(), asset);
            case REVOKE -> revoked(asset);
            case UNAUTHORIZED -> Identity.unauthorized("sandbox fault");
            default -> reply;
        };
    }

    private Reply revoked(boolean asset) {
        subscription.tokens().revoke();
        return Reply.refused(new Refusal("601", "Access token invalid"), asset);
    }

    /** The verdict that the log shows. */
    String verdict(Reply reply) {
        return switch (fault.effect()) {
            case HTTP -> fault.spec().status().toString();
            case HANG, LOST, CUT, GARBAGE -> fault.effect().label();
            default -> reply == null ? Call.OK : reply.verdict();
        };
    }

    Answer answer(Answer whole) {
        return switch (fault.effect()) {
            case HTTP -> page(fault.spec().status());
            case HANG, LOST -> Answer.dropped();
            case CUT -> whole.cut();
            case GARBAGE -> whole.halved();
            case SLOW -> whole.over(fault.millis());
            default -> whole;
        };
    }
}

package io.rollcall.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.Fault;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the Data Ingestion API. It is another service than REST: it takes nothing of the
 * window, of the day or of the ten calls at once, and answers with codes of its own.
 */
final class IngestionVisit {
    private static final String PREFIX = "/subscriptions/";
    private static final int MOST = 1_000;

    private final Subscription subscription;
    private final Request request;
    private final JsonNode body;
    private final Long listId;
    private final long number;
    private final long arrivedAt = System.currentTimeMillis();
    private int records;
    private boolean executed;

    IngestionVisit(Subscription subscription, Request request) {
        this.subscription = subscription;
        this.request = request;
        this.body = body(request);
        this.listId =
                body.path("listId").canConvertToLong() ? (Long) body.path("listId").asLong() : null;
        this.number = subscription.calls().nextNumber();
    }

    static boolean isOne(Request request) {
        return request.path().startsWith(PREFIX);
    }

    private static JsonNode body(Request request) {
        try {
            return Json.read(request);
        } catch (Refusal unreadable) {
            return MissingNode.getInstance();
        }
    }

    Answer answer() throws InterruptedException {
        Optional<Fault> fault = subscription.faults().onCall(CallKind.INGEST, listId);
        return fault.isEmpty() ? worked() : afflicted(fault.get());
    }

    private Answer afflicted(Fault fault) throws InterruptedException {
        Affliction affliction = new Affliction(fault, subscription);
        if (affliction.is(Effect.CODE)) {
            return refused(new Refusal(fault.spec().code(), "sandbox fault"));
        }
        if (affliction.is(Effect.REVOKE)) {
            subscription.tokens().revoke();
            return refused(new Refusal("401013", "Oauth token is not valid"));
        }
        Answer honest = fault.executed() ? worked() : failed();
        if (affliction.is(Effect.HANG) || affliction.is(Effect.DELAY)) {
            Thread.sleep(fault.millis());
        }
        return affliction.is(Effect.LATE) ? Answer.dropped() : affliction.answer(honest);
    }

    private Answer failed() {
        return refused(new Refusal("5000801", "Internal server error"));
    }

    private Answer worked() throws InterruptedException {
        try {
            List<Long> leads = admitted();
            Thread.sleep(subscription.chance().millis(CallKind.INGEST));
            subscription.ingestion().accept(listId, leads);
            executed = true;
            log(Call.OK);
            return Answer.json(202, new byte[0]);
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private List<Long> admitted() throws Refusal {
        String lists = PREFIX + subscription.munchkinId() + "/lists";
        if (!request.path().equals(lists) || !request.method().equals("POST")) {
            throw new Refusal("404040", "Resource not found");
        }
        check(request.head().userToken());
        if (request.body().length > subscription.limits().bodyBytes() || body.isMissingNode()) {
            throw new Refusal("4000801", "Bad request");
        }
        return leads();
    }

    private void check(String token) throws Refusal {
        if (token.isEmpty()) {
            throw new Refusal("403010", "Oauth token is missing");
        }
        try {
            subscription.tokens().check(token);
        } catch (Refusal invalid) {
            throw new Refusal("401013", "Oauth token is not valid");
        }
    }

    /** Either name of the array and of an id is taken, as documented. */
    private List<Long> leads() throws Refusal {
        List<Long> leads = new ArrayList<>();
        for (JsonNode one : body.has("input") ? body.path("input") : body.path("leads")) {
            leads.add(one.has("leadId") ? one.path("leadId").asLong() : one.path("id").asLong());
        }
        records = leads.size();
        boolean few = !leads.isEmpty() && leads.size() <= MOST;
        if (listId == null || listId <= 0 || !few || leads.stream().anyMatch(id -> id <= 0)) {
            throw new Refusal("4000802", "Invalid data");
        }
        return leads;
    }

    /** The first three digits of a code are its status. */
    private Answer refused(Refusal refusal) {
        log(refusal.code());
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error_code", refusal.code());
        error.put("message", refusal.getMessage());
        return Answer.json(Integer.parseInt(refusal.code().substring(0, 3)), Json.bytes(error));
    }

    private void log(String verdict) {
        subscription
                .calls()
                .add(
                        new Call(
                                number,
                                arrivedAt,
                                CallKind.INGEST,
                                request.method(),
                                request.path(),
                                listId,
                                records,
                                0,
                                verdict,
                                executed,
                                System.currentTimeMillis() - arrivedAt,
                                0,
                                request.head().client(),
                                null));
    }
}

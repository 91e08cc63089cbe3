package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.ErrorCode;
import io.rollcall.sandbox.marketo.Fault;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.Optional;

/**
 * One call from arrival to answer. The place that it holds among the concurrent calls is free again
 * before the answer leaves, so that a client which waits for its answers never meets itself.
 */
final class Visit {
    private final Subscription subscription;
    private final Request request;
    private final Route route;
    private final long number;
    private final long arrivedAt = System.currentTimeMillis();
    private final String requestId;
    private int concurrency;
    private int records;
    private int needless;
    private boolean executed;
    private boolean late;

    Visit(Subscription subscription, Request request, Route route) {
        this.subscription = subscription;
        this.request = request;
        this.route = route;
        this.number = subscription.calls().nextNumber();
        this.requestId =
                subscription.chance().hex(4)
                        + "#"
                        + Long.toHexString(subscription.clock().millis());
    }

    Answer answer() throws InterruptedException {
        if (route.kind() == CallKind.TOKEN) {
            return admitted();
        }
        try {
            subscription.tokens().check(bearer());
            limited();
        } catch (Refusal refusal) {
            return ended(Reply.refused(refusal, route.isAsset()));
        }
        return inPlace();
    }

    private String bearer() {
        String header = request.head().authorization();
        return header.startsWith("Bearer ") ? header.substring("Bearer ".length()).trim() : "";
    }

    private void limited() throws Refusal {
        concurrency = subscription.meter().inFlight() + 1;
        Optional<Refusal> refused = subscription.meter().arrive(subscription.user());
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private Answer inPlace() throws InterruptedException {
        try {
            int status = tooLarge();
            return status == 0 ? admitted() : logged(Affliction.page(status), "" + status);
        } finally {
            if (!late) {
                subscription.meter().leave();
            }
        }
    }

    private int tooLarge() {
        if (request.head().uriLength() > subscription.limits().uriBytes()) {
            return 414;
        }
        int most = subscription.limits().bodyBytes(route.kind());
        return request.body().length > most ? 413 : 0;
    }

    private Answer admitted() throws InterruptedException {
        Optional<Fault> fault = subscription.faults().onCall(route.kind(), route.listId());
        if (fault.isEmpty()) {
            return ended(worked(0));
        }
        return afflicted(new Affliction(fault.get(), subscription));
    }

    private Answer afflicted(Affliction affliction) throws InterruptedException {
        Fault fault = affliction.fault();
        if (affliction.is(Effect.LATE)) {
            return late(fault.millis());
        }
        long delay = affliction.is(Effect.DELAY) ? fault.millis() : 0;
        Reply honest = fault.executed() ? worked(delay) : notWorked();
        if (affliction.is(Effect.HANG)) {
            Thread.sleep(fault.millis());
        }
        Reply reply = affliction.replaced(honest, route.isAsset());
        uncountIfFree(reply);
        return logged(affliction.answer(answer(reply)), affliction.verdict(reply));
    }

    /** The client is gone; the call goes on, and holds its place until it ends. */
    private Answer late(long delay) {
        late = true;
        Thread work = new Thread(() -> workLate(delay), "sandbox-late-" + number);
        work.setDaemon(true);
        work.start();
        return Answer.dropped();
    }

    private void workLate(long delay) {
        try {
            logged(answer(worked(delay)), Effect.LATE.label());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            subscription.meter().leave();
        }
    }

    /** Looks, waits, writes. */
    private Reply worked(long delay) throws InterruptedException {
        try {
            Operation.Work work = route.operation().begin(subscription, request);
            records = work.records();
            Thread.sleep(subscription.chance().millis(route.kind()) + delay);
            Reply reply = work.ending().finish();
            executed = reply.verdict().equals(Call.OK);
            needless = reply.needless();
            return reply;
        } catch (Refusal refusal) {
            return Reply.refused(refusal, route.isAsset());
        }
    }

    private Reply notWorked() throws InterruptedException {
        Thread.sleep(subscription.chance().millis(route.kind()));
        return Reply.refused("611", route.isAsset());
    }

    private Answer ended(Reply reply) {
        uncountIfFree(reply);
        return logged(answer(reply), reply.verdict());
    }

    /** 600, 601 and 602 found at the door were never counted. */
    private void uncountIfFree(Reply reply) {
        boolean counted = concurrency > 0;
        if (counted && ErrorCode.isFree(reply.verdict())) {
            subscription.meter().uncount(subscription.user());
        }
    }

    private Answer answer(Reply reply) {
        return reply.answer(route.kind() == CallKind.TOKEN ? null : requestId);
    }

    private Answer logged(Answer answer, String verdict) {
        if (!verdict.equals(Call.OK) && route.kind() != CallKind.TOKEN) {
            subscription.meter().error(verdict);
        }
        subscription.calls().add(call(verdict));
        return answer;
    }

    private Call call(String verdict) {
        return new Call(
                number,
                arrivedAt,
                route.kind(),
                request.method(),
                request.path(),
                route.listId(),
                records,
                needless,
                verdict,
                executed,
                System.currentTimeMillis() - arrivedAt,
                concurrency,
                request.head().client(),
                requestId);
    }
}

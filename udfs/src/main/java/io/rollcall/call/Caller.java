package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.report.Report;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Makes calls, one HTTP exchange each, without retries: every call ends in a report, whatever
 * happens.
 */
public final class Caller implements AutoCloseable {

    private final Map<String, Subscription> subscriptions = new HashMap<>();
    private final Admission admission;
    private final Exchange exchange;
    private final Clock clock;
    private final Complaints complaints;

    /** {@code checkpoint} is the id of the checkpoint that this run was restored from, or 0. */
    public Caller(List<Instance> instances, long checkpoint, Exchange exchange, Clock clock) {
        this.admission = new Admission(checkpoint, clock);
        this.exchange = exchange;
        this.clock = clock;
        this.complaints = new Complaints(clock);
        instances.forEach(i -> subscriptions.put(i.munchkinId(), subscription(i)));
    }

    private Subscription subscription(Instance instance) {
        IdentityService identity =
                new IdentityService(Credentials.of(instance), exchange, clock, complaints);
        return new Subscription(instance, identity, exchange, admission);
    }

    /** Never throws and never completes exceptionally. */
    public CompletableFuture<Report> call(Call call) {
        return begin(call)
                // Whatever is wrong with an answer, the call may have been carried out.
                .exceptionally(fault -> End.failed(call, "unreadable", null))
                .thenApply(end -> report(call, end));
    }

    /** The report of a call on which the operator's own clock ran out. */
    public Report timedOut(Call call) {
        return report(call, End.failed(call, "timeout", null));
    }

    /** The age in seconds of an instance's access token, 0 without one. */
    public long tokenAge(String instance) {
        long fetchedAt = subscriptions.get(instance).identity().fetchedAt();
        return fetchedAt == 0 ? 0 : (clock.millis() - fetchedAt) / 1000;
    }

    @Override
    public void close() {
        exchange.close();
    }

    private CompletableFuture<End> begin(Call call) {
        try {
            String refusal = admission.refusal(call);
            return refusal == null ? ask(call) : Subscription.ended(call, refusal);
        } catch (RuntimeException beforeAnythingWasSent) {
            return Subscription.ended(call, "mixed");
        }
    }

    private CompletableFuture<End> ask(Call call) {
        Subscription subscription = subscriptions.get(call.instance());
        return subscription == null
                ? Subscription.ended(call, "no-instance")
                : subscription.ask(call);
    }

    private Report report(Call call, End end) {
        Subscription subscription = subscriptions.get(call.instance());
        if (end.code() != null && subscription != null) {
            String advice = ErrorTable.verdict(end.code(), ErrorLevel.RESPONSE).advice();
            String where = call.list() == 0 ? "" : "list " + call.list() + ": ";
            complaints.say(subscription.instance(), end.code(), where + advice);
        }
        return end.report(call, clock.millis());
    }
}

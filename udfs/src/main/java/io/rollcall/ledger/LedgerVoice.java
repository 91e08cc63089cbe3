package io.rollcall.ledger;

import io.rollcall.metric.Metrics;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import io.rollcall.wish.Wish;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Speaks and reads the clock through the context of the input that is being judged. */
final class LedgerVoice implements LedgerOutput, InstantSource {

    private final Metrics<LedgerMetric> metrics;
    private final ActivationBoard board;
    private KeyedBroadcastProcessFunction<Integer, LedgerInput, LedgerControl, Wish>.ReadOnlyContext
            context;
    private Collector<Wish> wishes;

    LedgerVoice(Metrics<LedgerMetric> metrics) {
        this.metrics = metrics;
        this.board = new ActivationBoard(metrics);
    }

    void with(
            KeyedBroadcastProcessFunction<Integer, LedgerInput, LedgerControl, Wish>.ReadOnlyContext
                    newContext,
            Collector<Wish> newWishes) {
        context = newContext;
        wishes = newWishes;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return context.currentProcessingTime();
    }

    @Override
    public void wish(Wish wish) {
        wishes.collect(wish);
    }

    @Override
    public void outcome(Outcome outcome) {
        context.output(LedgerFunction.OUTCOMES, outcome);
        board.outcome(outcome);
    }

    @Override
    public void fact(MembershipFact fact) {
        context.output(LedgerFunction.MEMBERSHIPS, fact);
    }

    @Override
    public void note(Report note) {
        context.output(LedgerFunction.NOTES, note);
    }

    @Override
    public void count(LedgerMetric what) {
        metrics.add(what, 1);
    }

    @Override
    public void tally(Target target, Tally what) {
        board.count(target, what);
    }

    @Override
    public void swept(int bucket) {
        board.swept(bucket);
    }
}

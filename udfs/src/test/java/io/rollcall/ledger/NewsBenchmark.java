package io.rollcall.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.pack.Packer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the ledger takes for a person in twenty audiences, each with a list, who says something new
 * or is swept; the rows stand in a map. {@code scripts/bench jmh News} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NewsBenchmark {

    private static final int AUDIENCES = 20;

    private final Heard heard = new Heard();
    private final CountedRows rows = new CountedRows();
    private final Ledger ledger = ledger();
    private final byte[] bundle = new byte[1 << 12];
    private final Packer packer = new Packer();
    private int said;

    public NewsBenchmark() {
        all();
    }

    /** In one of twenty audiences, or out of it. */
    @Benchmark
    public void oneOfTwenty() {
        said++;
        take(say(Told.of(Bench.ADA), said % AUDIENCES));
    }

    /** An export of which all is news. */
    @Benchmark
    public void twentyOfTwenty() {
        all();
    }

    @Benchmark
    public void sweep() {
        heard.clear();
        ledger.take(LedgerInput.sweep(0), rows);
    }

    private void all() {
        said++;
        Told told = Told.of(Bench.ADA);
        for (int i = 0; i < AUDIENCES; i++) {
            say(told, i);
        }
        take(told);
    }

    /** Each round the other way round. */
    private Told say(Told told, int audience) {
        long at = Bench.NOW + 1_000L * said;
        boolean in = said / AUDIENCES % 2 == 0;
        return in ? told.in("audience-" + audience, at) : told.out("audience-" + audience, at);
    }

    private void take(Told told) {
        heard.clear();
        packer.clear();
        EventCodec.encode(packer, told.event(), Bench.ADA.getBytes(UTF_8));
        int end = Bundle.write(bundle, Bundle.NUMBER, 0, packer);
        ledger.take(Bundle.of(1, bundle, 0, end), rows);
    }

    private Ledger ledger() {
        List<Activation> activations = new ArrayList<>();
        for (int i = 0; i < AUDIENCES; i++) {
            activations.add(Setup.mirror("audience-" + i, 1_000 + i));
        }
        Plan plan = new Plan(List.of(Setup.instance(null)));
        plan.activate(new ActivationSet(activations));
        return new Ledger(plan, Setup.SETTINGS, () -> Instant.ofEpochMilli(Bench.NOW), heard);
    }
}

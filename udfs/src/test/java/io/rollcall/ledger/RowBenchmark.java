package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.event.AudienceEvent;
import io.rollcall.pack.Unpacker;
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
 * The row of a person in twenty audiences, each with a list: what reading, writing and comparing it
 * cost. {@code scripts/bench jmh Row} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowBenchmark {

    private static final int AUDIENCES = 20;

    private final AudienceEvent export = export().event();
    private final byte[] packed = Bundled.bytes(export);
    private final byte[] single =
            Bundled.bytes(Told.of(Bench.ADA).in("audience-7", Bench.NOW).event());
    private final Heard heard = new Heard();
    private final Plan plan = plan();
    private final byte[] stored = stored();
    private final Row row = RowCodec.decode(stored);
    private final Repeats repeats = new Repeats(plan, heard);
    private final RowRing recent = recent();

    @Benchmark
    public byte[] encodeRow() {
        return RowCodec.encode(row);
    }

    @Benchmark
    public Object decodeRow() {
        return RowCodec.decode(stored);
    }

    @Benchmark
    public byte[] encodeExport() {
        return Bundled.bytes(export);
    }

    @Benchmark
    public boolean tellRepeatOfOneFromBytes() {
        return isRepeat(single);
    }

    @Benchmark
    public boolean tellRepeatOfTwentyFromBytes() {
        return isRepeat(packed);
    }

    @Benchmark
    public boolean findRowInMemory() {
        return recent.find(new Unpacker(single));
    }

    private boolean isRepeat(byte[] event) {
        Unpacker said = new Unpacker(event);
        said.skipString();
        return repeats.isRepeat(said, new Unpacker(stored));
    }

    private static Told export() {
        Told told = Told.of(Bench.ADA);
        for (int i = 0; i < AUDIENCES; i++) {
            told.in("audience-" + i, Bench.NOW);
        }
        return told;
    }

    private static Plan plan() {
        List<Activation> activations = new ArrayList<>();
        for (int i = 0; i < AUDIENCES; i++) {
            activations.add(Setup.mirror("audience-" + i, 1_000 + i));
        }
        Plan plan = new Plan(List.of(Setup.instance(null)));
        plan.activate(new ActivationSet(activations));
        return plan;
    }

    private byte[] stored() {
        CountedRows rows = new CountedRows();
        new Ledger(plan, Setup.SETTINGS, () -> Instant.ofEpochMilli(Bench.NOW), heard)
                .take(Bundled.alone(export), rows);
        return rows.get(Bench.ADA);
    }

    private RowRing recent() {
        RowRing ring = new RowRing(32 << 20);
        ring.put(new Unpacker(packed), stored);
        return ring;
    }
}

package io.rollcall.sweep;

import static io.rollcall.testing.Example.activations;

import io.rollcall.ledger.LedgerControl;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

@SuppressWarnings("try") // its close() throws what Flink's throws
final class SweepHarness
        extends KeyedOneInputStreamOperatorTestHarness<Integer, LedgerControl, Integer> {
    SweepHarness(SweepSettings settings) throws Exception {
        super(
                new KeyedProcessOperator<>(new SweepFunction(settings)),
                any -> 0,
                Types.INT,
                1,
                1,
                0);
        setStateBackend(new EmbeddedRocksDBStateBackend());
    }

    void change(long list) throws Exception {
        processElement(LedgerControl.of(activations(list)), 0);
    }

    void pass(Duration time) throws Exception {
        for (long until = getProcessingTime() + time.toMillis(); getProcessingTime() < until; ) {
            setProcessingTime(getProcessingTime() + 100);
        }
    }

    List<Integer> buckets() {
        List<Integer> buckets = extractOutputValues();
        getOutput().clear();
        return buckets;
    }
}

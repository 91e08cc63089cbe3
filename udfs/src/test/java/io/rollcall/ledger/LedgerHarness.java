package io.rollcall.ledger;

import static io.rollcall.testing.Example.NOW;
import static io.rollcall.testing.Example.event;

import io.rollcall.testing.Example;
import io.rollcall.testing.StateEntries;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

@SuppressWarnings("try") // its close() throws what Flink's throws
final class LedgerHarness
        extends KeyedBroadcastOperatorTestHarness<Integer, LedgerInput, LedgerControl, Wish> {
    LedgerHarness(int parallelism, int subtask) throws Exception {
        this(Example.ledgerSettings(), parallelism, subtask);
    }

    LedgerHarness(LedgerSettings settings, int parallelism, int subtask) throws Exception {
        super(
                new LedgerOperator(List.of(Example.instance()), settings),
                LedgerInput::bucket,
                Types.INT,
                LedgerOperator.MAX_PARALLELISM,
                parallelism,
                subtask);
        setStateBackend(new EmbeddedRocksDBStateBackend());
        setProcessingTime(NOW);
    }

    void say(String email, boolean in, long at) throws Exception {
        processElement(Bundled.alone(event(email, LedgerFunctionTest.GOLD, in, at)), 0);
    }

    List<Wish> wishes() {
        List<Wish> wishes = extractOutputValues();
        getOutput().clear();
        return wishes;
    }

    Map<String, byte[]> rows() throws Exception {
        return StateEntries.of(this, LedgerFunction.ROWS);
    }
}

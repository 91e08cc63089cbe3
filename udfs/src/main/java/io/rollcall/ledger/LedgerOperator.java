package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.wish.Wish;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Flink's operator for the ledger. A function by itself cannot turn to another key, as each event
 * of a bundle needs it.
 */
public class LedgerOperator
        extends CoBroadcastWithKeyedOperator<Integer, LedgerInput, LedgerControl, Wish> {

    /** As many subtasks as there may ever be: the key groups. A number with many divisors. */
    public static final int MAX_PARALLELISM = 720;

    private static final long serialVersionUID = 1;

    private final LedgerFunction ledger;
    private transient Counter received;

    public LedgerOperator(List<Instance> instances, LedgerSettings settings) {
        this(new LedgerFunction(instances, settings));
    }

    private LedgerOperator(LedgerFunction ledger) {
        super(ledger, List.of(PlanState.DESCRIPTOR));
        this.ledger = ledger;
    }

    /** Controls go to every subtask. */
    public SingleOutputStreamOperator<Wish> on(
            KeyedStream<LedgerInput, Integer> people, DataStream<LedgerControl> controls) {
        return people.connect(controls.broadcast())
                .transform("ledger", TypeInformation.of(Wish.class), this)
                .setMaxParallelism(MAX_PARALLELISM);
    }

    @Override
    public void open() throws Exception {
        ledger.turnedBy(this);
        received = metrics.getIOMetricGroup().getNumRecordsInCounter();
        super.open();
    }

    @Override
    public void processElement1(StreamRecord<LedgerInput> input) throws Exception {
        received.inc(input.getValue().size() - 1);
        super.processElement1(input);
    }
}

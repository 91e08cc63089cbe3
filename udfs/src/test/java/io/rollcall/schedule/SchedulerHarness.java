package io.rollcall.schedule;

import static io.rollcall.testing.Example.NOW;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.testing.Example;
import io.rollcall.testing.StateEntries;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The operator, and a topic that gives back what it reports. */
@SuppressWarnings("try") // its close() throws what Flink's throws
final class SchedulerHarness
        extends KeyedOneInputStreamOperatorTestHarness<String, SchedulerInput, Call> {

    int offset;
    private int read;
    private int answered;

    SchedulerHarness() throws Exception {
        super(
                new KeyedProcessOperator<>(
                        new SchedulerFunction(
                                List.of(Example.instance()), Example.schedulerSettings())),
                SchedulerInput::instance,
                Types.STRING,
                1,
                1,
                0);
        setStateBackend(new EmbeddedRocksDBStateBackend());
        setProcessingTime(NOW);
    }

    void take(SchedulerInput input) throws Exception {
        processElement(input, 0);
    }

    List<Report> reports() {
        var written = getSideOutput(SchedulerFunction.REPORTS);
        return written == null ? List.of() : written.stream().map(StreamRecord::getValue).toList();
    }

    void readBack() throws Exception {
        while (read < reports().size()) {
            take(SchedulerInput.of(reports().get(read++).readAt(offset++)));
        }
    }

    /** Marketo knows all fields, whenever it is asked. */
    private void describe() throws Exception {
        List<Call> calls = extractOutputValues();
        while (answered < calls.size()) {
            Call call = calls.get(answered++);
            if (call.kind() == CallKind.DESCRIBE) {
                take(SchedulerInput.of(Example.described(call).readAt(offset++)));
            }
        }
    }

    void pass(long millis) throws Exception {
        for (long until = getProcessingTime() + millis; getProcessingTime() < until; ) {
            setProcessingTime(Math.min(until, getProcessingTime() + 50));
            readBack();
            describe();
        }
    }

    int entries(Space space) throws Exception {
        Map<String, byte[]> entries = StateEntries.of(this, StateStore.descriptor(space));
        return entries.size();
    }
}

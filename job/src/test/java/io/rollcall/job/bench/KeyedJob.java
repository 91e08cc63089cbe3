package io.rollcall.job.bench;

import io.rollcall.event.RawEvent;
import io.rollcall.ledger.BundleOperator;
import io.rollcall.ledger.LedgerInput;
import io.rollcall.ledger.LedgerInputType;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Brings each event to where its person is kept, and that is all: Rollcall with a ledger that costs
 * nothing.
 */
final class KeyedJob implements Contender {

    private final Configuration settings;
    private final Size size;

    KeyedJob(Configuration settings, Size size) {
        this.settings = settings;
        this.size = size;
    }

    @Override
    public String title() {
        return "keyed";
    }

    @Override
    public Configuration settings() {
        return settings;
    }

    @Override
    public void build(DataStream<RawEvent> events, Workload workload) {
        int each = size.each(workload);
        people(events, workload)
                .keyBy(LedgerInput::bucket, Types.INT)
                .map(bundle -> counted(bundle, each))
                .returns(LedgerInputType.INSTANCE)
                .uid("count")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
    }

    static DataStream<LedgerInput> people(DataStream<RawEvent> events, Workload workload) {
        return NullJob.decoded(events, workload)
                .transform("people", LedgerInputType.INSTANCE, new BundleOperator())
                .uid("people");
    }

    private static LedgerInput counted(LedgerInput bundle, int each) {
        Tally.add(each * bundle.size());
        return bundle;
    }
}

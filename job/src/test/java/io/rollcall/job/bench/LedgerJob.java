package io.rollcall.job.bench;

import io.rollcall.activation.ActivationSet;
import io.rollcall.event.RawEvent;
import io.rollcall.ledger.LedgerControl;
import io.rollcall.ledger.LedgerInput;
import io.rollcall.ledger.LedgerInputType;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Rollcall without Marketo: source, decoder and ledger, as the pipeline has them. */
final class LedgerJob implements Contender {

    private final Configuration settings;
    private final Size size;

    LedgerJob(Configuration settings, Size size) {
        this.settings = settings;
        this.size = size;
    }

    @Override
    public String title() {
        return "rollcall";
    }

    @Override
    public Configuration settings() {
        return settings;
    }

    @Override
    public void build(DataStream<RawEvent> events, Workload workload) {
        ledger(KeyedJob.people(events, workload), size.each(workload));
    }

    /** Everybody is judged anew, as fast as it goes. */
    void sweep(DataStream<Long> buckets) {
        ledger(
                buckets.map(bucket -> LedgerInput.sweep(bucket.intValue()))
                        .returns(LedgerInputType.INSTANCE)
                        .uid("sweep-ledger"),
                1);
    }

    private void ledger(DataStream<LedgerInput> people, int each) {
        new CountedLedger(each)
                .on(people.keyBy(LedgerInput::bucket, Types.INT), controls(people))
                .uid("ledger")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
    }

    private DataStream<LedgerControl> controls(DataStream<LedgerInput> people) {
        int all = size.audiences();
        var again =
                new DataGeneratorSource<>(
                        any -> LedgerControl.of(new ActivationSet(Scene.activations(all))),
                        Long.MAX_VALUE,
                        RateLimiterStrategy.perSecond(1.0 / Duration.ofSeconds(10).toSeconds()),
                        TypeInformation.of(LedgerControl.class));
        return people.getExecutionEnvironment()
                .fromSource(again, WatermarkStrategy.noWatermarks(), "activations")
                .uid("activations")
                .setParallelism(1);
    }
}

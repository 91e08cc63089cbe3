import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * What scripts/test-local submits: counts per key what it has seen, and fails if that is ever not
 * what the input says. So it runs on only if its state came back whole.
 */
public class CountJob {
    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("--refuse")) {
            throw new IllegalStateException("outer", new IllegalArgumentException(args[1]));
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.enableCheckpointing(1_000);
        env.fromSource(
                        new DataGeneratorSource<Long>(
                                number -> number,
                                Long.MAX_VALUE,
                                RateLimiterStrategy.perSecond(1_000),
                                Types.LONG),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .uid("numbers")
                .setParallelism(1)
                .keyBy(number -> number % 10, Types.LONG)
                .process(new Count())
                .uid("count")
                .name("count")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        env.execute("count");
    }

    static class Count extends KeyedProcessFunction<Long, Long, Long> {
        private transient ValueState<Long> seen;

        @Override
        public void open(OpenContext context) {
            seen =
                    getRuntimeContext()
                            .getState(new ValueStateDescriptor<>("seen", Types.LONG));
        }

        @Override
        public void processElement(Long number, Context context, Collector<Long> out)
                throws Exception {
            long before = seen.value() == null ? 0 : seen.value();
            if (before != number / 10) {
                throw new IllegalStateException("state lost: " + before + " at " + number);
            }
            seen.update(before + 1);
        }
    }
}

package io.rollcall.job.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.event.RawEvent;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * What one writes first: a tree of each message, a record for each membership, and a map of
 * audience and status for each person on RocksDB as Flink sets it up. It forgets times and asks for
 * nothing.
 */
final class NaiveJob implements Contender {

    @Override
    public String title() {
        return "naive";
    }

    /** RocksDB, incremental checkpoints as often as ours, and everything else untouched. */
    @Override
    public Configuration settings() {
        return Configuration.fromMap(
                Map.of(
                        "state.backend.type", "rocksdb",
                        "execution.checkpointing.interval", "10 s",
                        "execution.checkpointing.incremental", "true",
                        "execution.checkpointing.externalized-checkpoint-retention",
                                "RETAIN_ON_CANCELLATION"));
    }

    @Override
    public void build(DataStream<RawEvent> events, Workload workload) {
        events.flatMap(new Parse(workload.format))
                .returns(Types.TUPLE(Types.STRING, Types.STRING, Types.STRING))
                .uid("parse")
                .keyBy(said -> said.f0, Types.STRING)
                .process(new Changes())
                .returns(Types.STRING)
                .uid("changes")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
    }

    private static final class Parse
            extends RichFlatMapFunction<RawEvent, Tuple3<String, String, String>> {

        private final String format;
        private transient ObjectMapper mapper;

        Parse(String format) {
            this.format = format;
        }

        @Override
        public void open(OpenContext context) {
            mapper = new ObjectMapper();
        }

        @Override
        public void flatMap(RawEvent raw, Collector<Tuple3<String, String, String>> out)
                throws Exception {
            JsonNode message = mapper.readTree(raw.value());
            if (format.equals("aep")) {
                String person = message.at("/identityMap/email/0/id").asText();
                message.at("/segmentMembership/ups")
                        .properties()
                        .forEach(e -> out.collect(said(person, e.getKey(), e.getValue())));
                return;
            }
            String person = message.at("/person/email").asText();
            BiConsumer<String, JsonNode> each = (id, node) -> out.collect(said(person, id, node));
            if (message.has("memberships")) {
                message.get("memberships")
                        .forEach(node -> each.accept(node.get("audience").asText(), node));
            } else {
                each.accept(message.get("audience").asText(), message);
            }
        }

        private static Tuple3<String, String, String> said(
                String person, String id, JsonNode node) {
            return Tuple3.of(person, id, node.get("status").asText());
        }
    }

    private static final class Changes
            extends KeyedProcessFunction<String, Tuple3<String, String, String>, String> {

        private transient MapState<String, String> statuses;

        @Override
        public void open(OpenContext context) {
            statuses =
                    getRuntimeContext()
                            .getMapState(
                                    new MapStateDescriptor<>(
                                            "statuses", Types.STRING, Types.STRING));
        }

        @Override
        public void processElement(
                Tuple3<String, String, String> said, Context context, Collector<String> out)
                throws Exception {
            if (!said.f2.equals(statuses.get(said.f1))) {
                statuses.put(said.f1, said.f2);
                out.collect(said.f0 + " " + said.f1 + " " + said.f2);
            }
            Tally.add(1);
        }
    }
}

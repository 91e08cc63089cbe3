package io.rollcall.job;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Gives every operator its uid, which is its name too, and what the web UI says of it. */
final class Graph {

    private final StreamExecutionEnvironment env;

    Graph(StreamExecutionEnvironment env) {
        this.env = env;
    }

    /** No watermarks: all of it goes by the clock and by the assertions' own times. */
    <T> DataStreamSource<T> source(
            Source<T, ?, ?> source, String uid, Class<T> type, String description) {
        DataStreamSource<T> stream =
                env.fromSource(
                        source, WatermarkStrategy.noWatermarks(), uid, TypeInformation.of(type));
        stream.uid(uid).setDescription(uid + ": " + description);
        return stream;
    }

    static <T> DataStreamSink<T> sink(
            DataStream<T> stream, Sink<T> sink, String uid, String description) {
        return stream.sinkTo(sink).uid(uid).name(uid).setDescription(uid + ": " + description);
    }

    static <T> SingleOutputStreamOperator<T> named(
            SingleOutputStreamOperator<T> operator, String uid, String description) {
        return operator.uid(uid).name(uid).setDescription(uid + ": " + description);
    }

    /** At parallelism 1, in the chain of what it comes from: keeps the order. */
    static <T> SingleOutputStreamOperator<T> single(
            SingleOutputStreamOperator<T> operator, String uid, String description) {
        return named(operator, uid, description).setParallelism(1);
    }

    /** At parallelism 1, and nothing can make it more. */
    static <T> SingleOutputStreamOperator<T> only(
            SingleOutputStreamOperator<T> operator, String uid, String description) {
        return single(operator, uid, description).setMaxParallelism(1);
    }
}

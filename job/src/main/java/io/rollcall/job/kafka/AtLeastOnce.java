package io.rollcall.job.kafka;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * A Kafka sink without its committer. Flink adds one for transactions whatever the guarantee is:
 * one more operator a sink, which never has anything to commit and warns at each checkpoint.
 */
final class AtLeastOnce<T> implements Sink<T> {

    private final KafkaSink<T> sink;

    AtLeastOnce(KafkaSink<T> sink) {
        this.sink = sink;
    }

    /** The writer flushes at each checkpoint: that is all this guarantee needs. */
    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return sink.createWriter(context);
    }
}

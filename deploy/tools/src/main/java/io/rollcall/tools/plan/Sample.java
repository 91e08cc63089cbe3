package io.rollcall.tools.plan;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.Decoder;
import io.rollcall.event.decode.DecoderOptions;
import io.rollcall.job.config.Settings;
import io.rollcall.job.config.SourceConfig;
import io.rollcall.secret.SecretUnavailableException;
import io.rollcall.tools.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The first people whom the sources name, with the audiences that they entered. */
final class Sample {

    private static final int MOST_RECORDS = 50_000;

    private final Settings settings;
    private final List<AudienceEvent> events = new ArrayList<>();

    Sample(Settings settings) {
        this.settings = settings;
    }

    /** Reads as many people of each source's topic; folders and web services are left alone. */
    void read(int people) throws RefusedException {
        for (SourceConfig source : settings.sync().sources()) {
            if (source.topic() != null) {
                read(source, people);
            }
        }
    }

    private void read(SourceConfig source, int people) throws RefusedException {
        Properties properties = settings.parameters().kafka(source).toProperties();
        properties.put("default.api.timeout.ms", "15000");
        Decoder decoder = decoder(source);
        int before = events.size();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(source.topic()).stream()
                            .map(info -> new TopicPartition(source.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            int read = 0;
            while (events.size() - before < people
                    && read < MOST_RECORDS
                    && partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(500))) {
                    read++;
                    take(decoder, record);
                }
            }
        } catch (KafkaException e) {
            throw new RefusedException(
                    "--sample: topic "
                            + source.topic()
                            + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "); leave --sample out, or see that it can be reached from here");
        }
    }

    private Decoder decoder(SourceConfig source) throws RefusedException {
        DecoderOptions options =
                new DecoderOptions(
                        settings.sync().identities(),
                        source.identityPaths(),
                        Set.of(),
                        Duration.ofDays(1));
        try {
            Decoder decoder = source.decoder(options);
            decoder.open();
            return decoder;
        } catch (SecretUnavailableException e) {
            throw new RefusedException("--sample: " + e.getMessage());
        }
    }

    private void take(Decoder decoder, ConsumerRecord<byte[], byte[]> record) {
        RawEvent raw =
                new RawEvent(
                        record.value(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp());
        events.addAll(decoder.decode(raw, System.currentTimeMillis()).events());
    }

    /** People of the audience by the identity that most of them can be looked up by. */
    List<Identity> of(Activation activation, Instance instance, int most) {
        for (String namespace : settings.sync().identities()) {
            boolean searchable =
                    instance.lookup().stream().anyMatch(l -> l.namespace().equals(namespace));
            List<Identity> people =
                    !searchable
                            ? List.of()
                            : events.stream()
                                    .filter(event -> entered(event, activation.audience()))
                                    .flatMap(event -> event.identities().stream())
                                    .filter(who -> who.namespace().equals(namespace))
                                    .filter(who -> who.value().indexOf(',') < 0)
                                    .distinct()
                                    .limit(most)
                                    .toList();
            if (!people.isEmpty()) {
                return people;
            }
        }
        return List.of();
    }

    private static boolean entered(AudienceEvent event, String audience) {
        return event.assertions().stream()
                .anyMatch(said -> said.in() && said.audience().equals(audience));
    }
}

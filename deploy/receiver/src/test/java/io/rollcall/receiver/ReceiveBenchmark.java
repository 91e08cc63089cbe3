package io.rollcall.receiver;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A fixed number of signed transfers of ten users, so many at a time, to a receiver that runs; and
 * whether Kafka holds exactly those that were answered with 200.
 *
 * <p>Arguments: URL, key, brokers, topic, requests, how many at a time.
 */
public final class ReceiveBenchmark {

    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int WARM_UP = 2_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI receiver;
    private final SecretKeySpec key;

    private ReceiveBenchmark(URI receiver, String key) {
        this.receiver = receiver;
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    public static void main(String[] arguments) throws Exception {
        ReceiveBenchmark bench = new ReceiveBenchmark(URI.create(arguments[0]), arguments[1]);
        int requests = Integer.parseInt(arguments[4]);
        int atATime = Integer.parseInt(arguments[5]);
        bench.run(Math.min(WARM_UP, requests), atATime);
        long before = records(arguments[2], arguments[3]);
        Result result = bench.run(requests, atATime);
        long kept = records(arguments[2], arguments[3]) - before;
        result.print(atATime);
        System.out.printf("in Kafka     %,10d records%n", kept);
        if (kept < result.byStatus.getOrDefault(200, 0L)) {
            System.out.println("FAILED: Kafka holds fewer than were answered with 200");
            System.exit(1);
        }
    }

    private Result run(int requests, int atATime) throws Exception {
        Semaphore room = new Semaphore(atATime);
        long[] nanos = new long[requests];
        AtomicInteger done = new AtomicInteger();
        Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
        long began = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            room.acquire();
            HttpRequest request = request(i);
            long sent = System.nanoTime();
            client.sendAsync(request, BodyHandlers.discarding())
                    .whenComplete(
                            (answer, failure) -> {
                                nanos[done.getAndIncrement()] = System.nanoTime() - sent;
                                int status = failure == null ? answer.statusCode() : 0;
                                byStatus.computeIfAbsent(status, any -> new LongAdder())
                                        .increment();
                                room.release();
                            });
        }
        room.acquire(atATime);
        Map<Integer, Long> counts = new TreeMap<>();
        byStatus.forEach((status, count) -> counts.put(status, count.sum()));
        Arrays.sort(nanos);
        return new Result(nanos, counts, System.nanoTime() - began);
    }

    private HttpRequest request(int number) throws Exception {
        byte[] body = transfer(number).getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return HttpRequest.newBuilder(receiver)
                .timeout(LONGEST)
                .header("X-Signature", Base64.getEncoder().encodeToString(mac.doFinal(body)))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String transfer(int number) {
        return IntStream.range(0, 10)
                .mapToObj(
                        i ->
                                """
                                {"AAM_UUID":"%038d","DataPartner_UUID":"%d","AAM_Regions":["9"],\
                                "Segments":[{"Segment_ID":"14356","Status":"1",\
                                "DateTime":"Wed Jul 27 16:17:22 UTC 2016"}]}"""
                                        .formatted(number, number * 10L + i))
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"ProcessTime\":\"Wed Jul 27 16:17:42 UTC 2016\","
                                        + "\"User_DPID\":\"12345\",\"Users\":[",
                                "]}"));
    }

    private static long records(String servers, String topic) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", servers), bytes, bytes)) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            return consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
        }
    }

    private record Result(long[] nanos, Map<Integer, Long> byStatus, long took) {

        void print(int atATime) {
            System.out.printf(
                    "requests     %,10d, %d at a time, 10 users each%n", nanos.length, atATime);
            System.out.printf("a second     %,10.0f%n", nanos.length * 1e9 / took);
            System.out.printf(
                    "answered in  %10s median, %s 99 %%, %s 99.9 %%, %s at most%n",
                    share(0.5), share(0.99), share(0.999), share(1));
            byStatus.forEach(
                    (status, count) ->
                            System.out.printf(
                                    "%-12s %,10d%n", status == 0 ? "no answer" : status, count));
            long late = LongStream.of(nanos).filter(n -> n > 2e9).count();
            System.out.printf("over 2 s     %,10d%n", late);
        }

        private String share(double share) {
            int index = (int) Math.min(nanos.length - 1, share * nanos.length);
            return "%.1f ms".formatted(nanos[index] / 1e6);
        }
    }
}

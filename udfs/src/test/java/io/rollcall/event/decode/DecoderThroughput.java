package io.rollcall.event.decode;

import io.rollcall.event.RawEvent;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints how many messages a core decodes in a second of its time. Run it by hand; it is no test.
 */
final class DecoderThroughput {

    private static final DecoderOptions OPTIONS =
            new DecoderOptions(
                    List.of("email", "ecid"),
                    Map.of("email", List.of("personalEmail.address")),
                    Set.of("firstName", "person.name.firstName"),
                    Duration.ofMinutes(15));
    private static final long NOW = 1_795_255_200_000L;
    private static final int DIFFERENT = 1_024;
    private static final int ROUNDS = 8;

    private DecoderThroughput() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        measure(out, "native, 1 membership", Decoders.ROLLCALL, messages(1));
        measure(out, "aep, 20 audiences", Decoders.AEP, messages(20));
    }

    private static void measure(PrintWriter out, String name, String format, List<RawEvent> from) {
        Decoder decoder = Decoders.of(format, OPTIONS);
        for (int round = 1; round <= ROUNDS; round++) {
            long start = cpuNanos();
            long events = 0;
            while (cpuNanos() - start < 1_000_000_000L) {
                events += decodeAll(decoder, from);
            }
            double seconds = (cpuNanos() - start) / 1e9;
            out.printf("%s, round %d: %,.0f events/s%n", name, round, events / seconds);
        }
    }

    /** Of this thread alone, so that a busy machine does not blur the figure. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int decodeAll(Decoder decoder, List<RawEvent> messages) {
        int events = 0;
        for (RawEvent message : messages) {
            events += decoder.decode(message, NOW).events().size();
        }
        return events;
    }

    private static List<RawEvent> messages(int audiences) {
        return IntStream.range(0, DIFFERENT)
                .mapToObj(i -> audiences == 1 ? nativeMessage(i) : profileExport(i, audiences))
                .map(json -> json.getBytes(StandardCharsets.UTF_8))
                .map(value -> new RawEvent(value, "audience-events", 0, 1, NOW))
                .toList();
    }

    private static String nativeMessage(int i) {
        return """
               {"person":{"email":"person%d@example.com"},"memberships":[{"audience":"gold",\
               "status":"realized","at":"2026-11-21T10:00:%02dZ"}]}"""
                .formatted(i, i % 60);
    }

    private static String profileExport(int i, int audiences) {
        String memberships =
                IntStream.range(0, audiences)
                        .mapToObj(
                                a ->
                                        """
                                        "7841ba61-23c1-4bb3-a495-00d3g5fe1e%02d":\
                                        {"lastQualificationTime":"2022-01-11T21:24:39Z",\
                                        "status":"realized"}"""
                                                .formatted(a))
                        .collect(Collectors.joining(","));
        return """
               {"person":{"birthDate":"1990-01-01","name":{"firstName":"John","lastName":"Doe"}},\
               "personalEmail":{"address":"person%d@example.com"},\
               "segmentMembership":{"ups":{%s}},\
               "identityMap":{"ecid":[{"id":"14575006536349286404619648085736425115"}]}}"""
                .formatted(i, memberships);
    }
}

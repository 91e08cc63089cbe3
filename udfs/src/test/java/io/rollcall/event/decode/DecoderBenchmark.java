package io.rollcall.event.decode;

import io.rollcall.event.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One message through a decoder; {@code scripts/bench jmh Decoder} runs it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecoderBenchmark {

    private static final DecoderOptions OPTIONS =
            new DecoderOptions(
                    List.of("email", "ecid"),
                    Map.of("email", List.of("personalEmail.address")),
                    Set.of("firstName", "person.name.firstName"),
                    Duration.ofMinutes(15));
    private static final long NOW = 1_795_255_200_000L;
    private static final int DIFFERENT = 1_024;

    private final Decoder nativeDecoder = Decoders.of(Decoders.ROLLCALL, OPTIONS);
    private final Decoder aepDecoder = Decoders.of(Decoders.AEP, OPTIONS);
    private final List<RawEvent> nativeMessages = messages(1);
    private final List<RawEvent> aepMessages = messages(20);
    private int next;

    @Benchmark
    public Decoded nativeEventOfOneMembership() {
        return nativeDecoder.decode(nativeMessages.get(next++ & DIFFERENT - 1), NOW);
    }

    @Benchmark
    public Decoded aepExportOfTwentyAudiences() {
        return aepDecoder.decode(aepMessages.get(next++ & DIFFERENT - 1), NOW);
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

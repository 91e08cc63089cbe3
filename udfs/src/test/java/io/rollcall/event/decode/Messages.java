package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Messages for the tests of this package, and what decoders with usual options make of them. */
final class Messages {

    static final long NOW = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
    static final long ARRIVED = NOW - 5_000;
    static final DecoderOptions OPTIONS =
            new DecoderOptions(
                    List.of("email", "ecid"),
                    Map.of("email", List.of("personalEmail.address", "person.email")),
                    Set.of("firstName", "person.name.firstName", "loyalty.points", "vip"),
                    Duration.ofMinutes(15));
    static final List<String> SAMPLES =
            List.of(
                    "http-destination.json",
                    "kinesis-older.json",
                    "names-and-timestamps.json",
                    "xdm-prefixed.json",
                    "consents.json",
                    "sdk-input.json",
                    "native.json",
                    "audience-manager.json");

    private static final Decoder NATIVE = Decoders.of("rollcall", OPTIONS);
    private static final Decoder AEP = Decoders.of("aep", OPTIONS);

    private static final Decoder AUDIENCE_MANAGER =
            Decoders.audienceManager(
                    new AudienceManagerOptions(
                            List.of(new DataSource("0", "ecid"), new DataSource("12345", "email"))),
                    OPTIONS);

    private Messages() {}

    static Decoded decodeNative(String json) {
        return NATIVE.decode(raw(json.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    static Decoded decodeNative(byte[] json) {
        return NATIVE.decode(raw(json), NOW);
    }

    static Decoded decodeAep(String json) {
        return AEP.decode(raw(json.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    static Decoded decodeAep(byte[] json) {
        return AEP.decode(raw(json), NOW);
    }

    static Decoded decodeAudienceManager(byte[] json) {
        return AUDIENCE_MANAGER.decode(raw(json), NOW);
    }

    static AudienceEvent only(Decoded decoded) {
        if (decoded.reason() != null || decoded.events().size() != 1) {
            throw new AssertionError("not one good event: " + decoded);
        }
        return decoded.events().get(0);
    }

    static RawEvent raw(byte[] value) {
        return new RawEvent(value, "audience-events", 3, 42, ARRIVED);
    }

    static byte[] bytes(String sample) {
        try (InputStream in = Messages.class.getResourceAsStream(sample)) {
            return Objects.requireNonNull(in, sample).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    /** A profile export of somebody, with these other fields. */
    static String profile(String fields) {
        return "{\"identityMap\":{\"ecid\":[{\"id\":\"1457\"}]}," + fields + "}";
    }

    /** A native event of Ada, with these other fields. */
    static String ada(String fields) {
        return "{\"person\":{\"email\":\"ada@example.com\"}," + fields + "}";
    }
}

package io.rollcall.event.decode;

import static io.rollcall.event.decode.DataverseOptions.Rule.ONLY_YES;
import static io.rollcall.event.decode.DataverseOptions.Rule.UNLESS_NO;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.DataverseOptions.Column;
import io.rollcall.event.decode.DataverseOptions.ColumnAudience;
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
                    Duration.ofMinutes(15),
                    true);
    static final List<String> SAMPLES =
            List.of(
                    "http-destination.json",
                    "kinesis-older.json",
                    "names-and-timestamps.json",
                    "xdm-prefixed.json",
                    "consents.json",
                    "sdk-input.json",
                    "native.json",
                    "audience-manager.json",
                    "dataverse-update.json",
                    "dataverse-create.json",
                    "dataverse-add-list-members.json",
                    "dataverse-row.json");

    static final String GOLD_LIST = "0aa1597f-0f9f-e711-8122-000d3aa2331c";
    static final DataverseOptions DYNAMICS =
            new DataverseOptions(
                    "dynamics_id",
                    List.of(
                            new ColumnAudience("synced", Column.of("new_synctomkto"), UNLESS_NO),
                            new ColumnAudience("vip", Column.of("contact.new_vip"), ONLY_YES)),
                    Map.of(GOLD_LIST, "gold"),
                    Map.of(
                            Column.of("firstname"), "firstName",
                            Column.of("_parentcustomerid_value"), "company",
                            Column.of("lead.companyname"), "company",
                            Column.of("customertypecode"), "type",
                            Column.of("birthdate"), "born",
                            Column.of("creditlimit"), "credit"),
                    List.of("donotbulkemail", "donotemail"),
                    true,
                    Set.of("lead"));
    static final DecoderOptions DYNAMICS_PEOPLE =
            new DecoderOptions(
                    List.of("dynamics_id", "email"),
                    Map.of("email", List.of("emailaddress1", "emailaddress2")),
                    Set.of("firstName", "company", "type", "born", "credit"),
                    Duration.ofMinutes(15));

    private static final Decoder NATIVE = Decoders.of("rollcall", OPTIONS);
    private static final Decoder AEP = Decoders.of("aep", OPTIONS);

    private static final Decoder AUDIENCE_MANAGER =
            Decoders.audienceManager(
                    AudienceManagerOptions.ofIds(
                            List.of(new DataSource("0", "ecid"), new DataSource("12345", "email"))),
                    OPTIONS);
    private static final Decoder DATAVERSE = Decoders.dataverse(DYNAMICS, DYNAMICS_PEOPLE);

    private Messages() {}

    static Decoded decodeDataverse(String json) {
        return decodeDataverse(json.getBytes(StandardCharsets.UTF_8));
    }

    static Decoded decodeDataverse(byte[] json) {
        return DATAVERSE.decode(raw(json), NOW);
    }

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

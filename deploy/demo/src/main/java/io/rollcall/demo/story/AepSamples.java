package io.rollcall.demo.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.demo.story.LastSaid.Claim;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The documented messages, each with another spelling of names, times and identities. */
final class AepSamples {

    private static final List<String> NAMES = List.of("profile", "older", "named", "xdm");

    /** For people without an e-mail address: those that hold one ECID, or a primary one. */
    private static final List<String> DEVICE_NAMES = List.of("named", "xdm");

    private static final Map<String, String> TIME_PATTERNS =
            Map.of(
                    "profile", "yyyy-MM-dd'T'HH:mm:ss'Z'",
                    "older", "yyyy-MM-dd'T'HH:mm:ss.SSSxx",
                    "named", "yyyy-MM-dd'T'HH:mm:ssxx",
                    "xdm", "yyyy-MM-dd'T'HH:mm:ssxxx");

    private final Map<String, ObjectNode> samples;

    private AepSamples(Map<String, ObjectNode> samples) {
        this.samples = samples;
    }

    static AepSamples load() {
        ObjectMapper json = new ObjectMapper();
        Map<String, ObjectNode> samples = new java.util.HashMap<>();
        for (String name : NAMES) {
            try (InputStream in = AepSamples.class.getResourceAsStream("/aep/" + name + ".json")) {
                samples.put(name, (ObjectNode) json.readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new AepSamples(samples);
    }

    /** The audiences that this person's sample speaks of. */
    List<String> audiences(Person person) {
        List<String> audiences = new ArrayList<>();
        memberships(samples.get(name(person))).fieldNames().forEachRemaining(audiences::add);
        return audiences;
    }

    String adapted(Person person, Map<String, Claim> claims) {
        String name = name(person);
        ObjectNode message = samples.get(name).deepCopy();
        claims.forEach((audience, claim) -> set(message, name, Map.entry(audience, claim)));
        identify(message, person);
        return message.toString();
    }

    private static String name(Person person) {
        List<String> names = person.voice() == Person.Voice.DEVICE ? DEVICE_NAMES : NAMES;
        return names.get(person.number() % names.size());
    }

    private static ObjectNode memberships(ObjectNode message) {
        return (ObjectNode) either(message, "segmentMembership").get("ups");
    }

    private static void set(ObjectNode message, String name, Map.Entry<String, Claim> said) {
        String prefix = name.equals("xdm") ? "xdm:" : "";
        Claim claim = said.getValue();
        String yes = name.equals("older") ? "existing" : "realized";
        String pattern = TIME_PATTERNS.get(name);
        ((ObjectNode) memberships(message).get(said.getKey()))
                .put(prefix + "status", claim.in() ? yes : "exited")
                .put(
                        prefix + "lastQualificationTime",
                        DateTimeFormatter.ofPattern(pattern)
                                .withZone(ZoneOffset.UTC)
                                .format(Instant.ofEpochMilli(claim.at())));
    }

    private static void identify(ObjectNode message, Person person) {
        JsonNode map = either(message, "identityMap");
        ArrayNode ecids = (ArrayNode) (map.has("ecid") ? map.get("ecid") : map.get("ECID"));
        ((ObjectNode) ecids.get(0)).put("id", person.ecid());
        if (person.voice() == Person.Voice.DEVICE) {
            message.remove("personalEmail");
        } else if (message.path("person").has("email")) {
            ((ObjectNode) message.get("person")).put("email", person.email());
        } else {
            message.putObject("personalEmail").put("address", person.email());
        }
    }

    private static JsonNode either(ObjectNode message, String name) {
        return message.has(name) ? message.get(name) : message.get("xdm:" + name);
    }
}

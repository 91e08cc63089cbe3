package io.rollcall.demo.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What all messages together say of everybody. Not thread-safe. */
public final class Beliefs {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Plan plan;
    private final Map<String, Reading> readings;
    private final Map<String, Opinion> people = new LinkedHashMap<>();
    private final Set<String> unusable = new HashSet<>();
    private long assertions;

    public Beliefs(Plan plan) {
        this.plan = plan;
        Set<String> consentPaths =
                plan.targets().stream()
                        .filter(target -> target.consent() != null)
                        .map(target -> target.consent().attribute())
                        .collect(Collectors.toSet());
        this.readings =
                Map.of(
                        "audience-events", new NativeReading(consentPaths),
                        "aep-profiles", new AepReading(plan.emailPaths()));
    }

    /** Where a message stands in Kafka. */
    public record Place(String topic, int partition, long offset) {}

    /** The person whom the message is about, or null if nobody can use it. */
    public String hear(Place place, String value, long arrival) {
        try {
            Said said = readings.get(place.topic()).read(parsed(value), arrival);
            people.computeIfAbsent(said.person(), any -> new Opinion()).take(said);
            assertions += said.claims().keySet().stream().mapToLong(this::lists).sum();
            return said.person();
        } catch (UnusableException e) {
            unusable.add(place.topic() + "/" + place.partition() + "/" + place.offset());
            return null;
        }
    }

    private static JsonNode parsed(String value) throws UnusableException {
        try {
            JsonNode message = JSON.readTree(value);
            if (message == null || !message.isObject()) {
                throw new UnusableException("no object");
            }
            return message;
        } catch (JsonProcessingException e) {
            throw new UnusableException("not JSON");
        }
    }

    private long lists(Said.Audience audience) {
        return plan.targets().stream().filter(target -> Opinion.matches(target, audience)).count();
    }

    public Wanted wanted(String person, Target target, long now) {
        Opinion opinion = people.get(person);
        return opinion == null ? Wanted.NOTHING_SAID : opinion.wanted(target, now);
    }

    public Set<String> people() {
        return people.keySet();
    }

    /** The places of the messages that belong to the dead letters. */
    public Set<String> unusable() {
        return unusable;
    }

    /** How often somebody was said to be in or out of an audience that feeds a list; by lists. */
    public long assertions() {
        return assertions;
    }
}

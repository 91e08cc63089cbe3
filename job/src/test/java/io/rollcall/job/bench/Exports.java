package io.rollcall.job.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/**
 * What the ledger is fed: at first one message a person that says in which of all audiences they
 * are, then events of one person and one audience each, of which 95 in 100 repeat what was said.
 */
final class Exports {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final int REPEATS_IN_100 = 95;

    private final int people;
    private final int audiences;
    private final Random random;

    /** When each was said last, in seconds; even ones are in. */
    private final int[] said;

    Exports(long seed, int people, int audiences) {
        this.people = people;
        this.audiences = audiences;
        this.random = new Random(seed);
        this.said = new int[people * audiences];
    }

    byte[] first(int person) {
        StringBuilder json = person(person).append(",\"memberships\":[");
        for (int audience = 0; audience < audiences; audience++) {
            membership(json.append(audience == 0 ? "{" : ",{"), person, audience).append('}');
        }
        return bytes(json.append("]}"));
    }

    byte[] later() {
        int person = random.nextInt(people);
        int audience = random.nextInt(audiences);
        if (random.nextInt(100) >= REPEATS_IN_100) {
            said[person * audiences + audience]++;
        }
        return bytes(membership(person(person).append(','), person, audience).append('}'));
    }

    private static StringBuilder person(int person) {
        return new StringBuilder(2_000)
                .append("{\"person\":{\"email\":\"person-")
                .append(person)
                .append("@example.com\"}");
    }

    private StringBuilder membership(StringBuilder json, int person, int audience) {
        int second = said[person * audiences + audience];
        return json.append("\"audience\":\"audience-")
                .append(audience)
                .append("\",\"status\":\"")
                .append(second % 2 == 0 ? "realized" : "exited")
                .append("\",\"at\":\"")
                .append(LONG_AGO.plusSeconds(second))
                .append('"');
    }

    private static byte[] bytes(StringBuilder json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package io.rollcall.job.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/**
 * Messages as a profile export would send them: each says of one person in which of all audiences
 * they are. At first everybody once, then random people of whom one audience in twenty is news.
 */
final class Exports {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final int people;
    private final int audiences;
    private final Random random;

    Exports(long seed, int people, int audiences) {
        this.people = people;
        this.audiences = audiences;
        this.random = new Random(seed);
    }

    /** The first message of each person, all of it news. */
    String first(int person) {
        return message(person, 0, -1);
    }

    /** A later one: one audience has news, the others are repeats. */
    String later(int number) {
        return message(random.nextInt(people), number + 1, random.nextInt(audiences));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String message(int person, int second, int news) {
        StringBuilder json = new StringBuilder(2_000);
        json.append("{\"person\":{\"email\":\"person-").append(person).append("@example.com\"},");
        json.append("\"memberships\":[");
        for (int audience = 0; audience < audiences; audience++) {
            json.append(audience == 0 ? "" : ",")
                    .append("{\"audience\":\"audience-")
                    .append(audience)
                    .append("\",\"status\":\"")
                    .append(audience == news && second % 2 == 0 ? "exited" : "realized")
                    .append("\",\"at\":\"")
                    .append(audience == news ? LONG_AGO.plusSeconds(second) : LONG_AGO)
                    .append("\"}");
        }
        return json.append("]}").toString();
    }
}

package io.rollcall.job.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/** Makes the messages of all workloads, the same ones for the same seed. */
final class Traffic {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final int REPEATS_IN_100 = 95;

    private final Size size;
    private final Random random;

    /** When each was said last, in seconds; even ones are in. */
    private final int[] said;

    Traffic(long seed, Size size) {
        this.size = size;
        this.random = new Random(seed);
        this.said = new int[Math.toIntExact(size.memberships())];
    }

    byte[] message(Workload workload, int index) {
        StringBuilder json =
                switch (workload) {
                    case LOAD -> export(index);
                    case STEADY -> single(random.nextInt(size.people()));
                    case SKEWED -> single(zipf());
                    case AEP -> profile(random.nextInt(size.people()));
                };
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whose logarithm is spread evenly comes up in proportion to one over their number. */
    private int zipf() {
        return (int) Math.pow(size.people() + 1.0, random.nextDouble()) - 1;
    }

    private StringBuilder export(int person) {
        StringBuilder json = person(person).append(",\"memberships\":[");
        for (int audience = 0; audience < size.audiences(); audience++) {
            membership(json.append(audience == 0 ? "{" : ",{"), person, audience).append('}');
        }
        return json.append("]}");
    }

    private StringBuilder single(int person) {
        int audience = random.nextInt(size.audiences());
        perhapsChange(person, audience);
        return membership(person(person).append(','), person, audience).append('}');
    }

    private StringBuilder profile(int person) {
        perhapsChange(person, random.nextInt(size.audiences()));
        StringBuilder json =
                new StringBuilder(4_000)
                        .append("{\"identityMap\":{\"email\":[{\"id\":\"")
                        .append(email(person))
                        .append("\"}]},\"segmentMembership\":{\"ups\":{");
        for (int audience = 0; audience < size.audiences(); audience++) {
            int second = said[person * size.audiences() + audience];
            json.append(audience == 0 ? "\"" : ",\"")
                    .append(audience(audience))
                    .append("\":{\"lastQualificationTime\":\"")
                    .append(LONG_AGO.plusSeconds(second))
                    .append("\",\"status\":\"")
                    .append(status(second))
                    .append("\"}");
        }
        return json.append("}}}");
    }

    private void perhapsChange(int person, int audience) {
        if (random.nextInt(100) >= REPEATS_IN_100) {
            said[person * size.audiences() + audience]++;
        }
    }

    private static StringBuilder person(int person) {
        return new StringBuilder(4_000)
                .append("{\"person\":{\"email\":\"")
                .append(email(person))
                .append("\"}");
    }

    private StringBuilder membership(StringBuilder json, int person, int audience) {
        int second = said[person * size.audiences() + audience];
        return json.append("\"audience\":\"")
                .append(audience(audience))
                .append("\",\"namespace\":\"ups\",\"status\":\"")
                .append(status(second))
                .append("\",\"at\":\"")
                .append(LONG_AGO.plusSeconds(second))
                .append('"');
    }

    private static String email(int person) {
        return "person-" + person + "@example.com";
    }

    /** As long as the ids of Experience Platform are. */
    static String audience(int audience) {
        return "08f5c1d2-6a37-4b0e-9c41-%012d".formatted(audience);
    }

    private static String status(int second) {
        return second % 2 == 0 ? "realized" : "exited";
    }
}

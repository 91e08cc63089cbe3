package io.rollcall.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Events as they come: repeated, late, out of order, entering and leaving; and, by no code of ours,
 * what they say in the end.
 */
final class Feed {

    static final int PEOPLE = 200;

    private static final long HOUR = 3_600_000;

    private record Claim(long at, boolean in) {}

    private final SplittableRandom random;
    private final long now = System.currentTimeMillis();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Claim> newest = new HashMap<>();

    Feed(long seed, int events, List<String> audiences) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < events; i++) {
            event(audiences.get(random.nextInt(audiences.size())));
        }
        List<String> repeated = new ArrayList<>(lines.subList(0, lines.size() / 5));
        lines.addAll(repeated);
        Collections.shuffle(lines, new java.util.Random(seed));
    }

    private void event(String audience) {
        String email = email(random.nextInt(PEOPLE));
        // Few distinct seconds, so that some claims are equally old.
        Claim claim = new Claim(now - HOUR + random.nextInt(600) * 1_000, random.nextInt(10) < 6);
        newest.merge(email + " " + audience, claim, Feed::newer);
        lines.add(
                """
                {"person": {"email": "%s"}, "memberships": [{"audience": "%s", "status": "%s", "at": "%s"}], "attributes": {"firstName": "P"}}\
                """
                        .formatted(
                                random.nextBoolean() ? email : " " + email.toUpperCase(),
                                audience,
                                status(claim.in()),
                                Instant.ofEpochMilli(claim.at())));
    }

    private String status(boolean in) {
        return !in ? "exited" : random.nextBoolean() ? "realized" : "existing";
    }

    private static Claim newer(Claim one, Claim other) {
        if (one.at() == other.at()) {
            return one.in() ? other : one;
        }
        return one.at() > other.at() ? one : other;
    }

    static String email(int person) {
        return "p" + person + "@example.com";
    }

    List<String> lines() {
        return lines;
    }

    /** True in, false out, null when nothing was said. */
    Boolean says(String email, String audience) {
        Claim claim = newest.get(email + " " + audience);
        return claim == null ? null : claim.in();
    }
}

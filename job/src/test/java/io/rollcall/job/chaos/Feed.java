package io.rollcall.job.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Events as they come, without end: repeated, late, out of order, contradictory, entering and
 * leaving; and, by no code of ours, what they say in the end.
 */
public final class Feed {

    public static final int PEOPLE = 200;

    /** Far enough back that none of many hours of events is ahead of its time. */
    private static final long BACK_MS = 6 * 3_600_000;

    /** Between one event and the next, by their own times. */
    private static final long STEP_MS = 25;

    private static final int LATE_AT_MOST_MS = 120_000;
    private static final int REMEMBERED = 1_000;

    private record Claim(String email, String audience, long at, boolean in) {}

    private final SplittableRandom random;
    private final List<String> audiences;
    private final long start = System.currentTimeMillis() - BACK_MS;
    private final List<Claim> said = new ArrayList<>();
    private final Map<String, Claim> newest = new ConcurrentHashMap<>();
    private final Map<String, Long> saidAt = new ConcurrentHashMap<>();
    private int count;

    public Feed(long seed, List<String> audiences) {
        this.random = new SplittableRandom(seed);
        this.audiences = audiences;
    }

    /** The next message, which counts as said. */
    public String next() {
        Claim claim = claim();
        if (said.size() < REMEMBERED) {
            said.add(claim);
        } else {
            said.set(random.nextInt(REMEMBERED), claim);
        }
        String pair = pair(claim.email(), claim.audience());
        newest.merge(pair, claim, Feed::newer);
        saidAt.put(pair, System.currentTimeMillis());
        return line(claim);
    }

    private Claim claim() {
        int dice = said.isEmpty() ? 9 : random.nextInt(20);
        if (dice < 3) {
            return said.get(random.nextInt(said.size()));
        }
        return dice == 3 ? contradiction() : news();
    }

    /** As old as what it contradicts. */
    private Claim contradiction() {
        Claim other = said.get(random.nextInt(said.size()));
        return new Claim(other.email(), other.audience(), other.at(), !other.in());
    }

    private Claim news() {
        long at = start + STEP_MS * count++ - random.nextInt(LATE_AT_MOST_MS);
        return new Claim(
                email(random.nextInt(PEOPLE)),
                audiences.get(random.nextInt(audiences.size())),
                at / 1_000 * 1_000,
                random.nextInt(10) < 6);
    }

    private String line(Claim claim) {
        return """
        {"person": {"email": "%s"}, "memberships": [{"audience": "%s", "status": "%s", "at": "%s"}], "attributes": {"firstName": "P"}}\
        """
                .formatted(
                        random.nextBoolean()
                                ? claim.email()
                                : " " + claim.email().toUpperCase(java.util.Locale.ROOT),
                        claim.audience(),
                        status(claim.in()),
                        Instant.ofEpochMilli(claim.at()));
    }

    private String status(boolean in) {
        return !in ? "exited" : random.nextBoolean() ? "realized" : "existing";
    }

    /** Of two that are equally old, leaving counts. */
    private static Claim newer(Claim one, Claim other) {
        if (one.at() == other.at()) {
            return one.in() ? other : one;
        }
        return one.at() > other.at() ? one : other;
    }

    static String email(int person) {
        return "p" + person + "@example.com";
    }

    private static String pair(String email, String audience) {
        return email + " " + audience;
    }

    /** True in, false out, null when nothing was said. */
    Boolean says(String email, String audience) {
        Claim claim = newest.get(pair(email, audience));
        return claim == null ? null : claim.in();
    }

    /** When it was last spoken of, in epoch ms; 0 for never. */
    long saidAt(String email, String audience) {
        return saidAt.getOrDefault(pair(email, audience), 0L);
    }
}

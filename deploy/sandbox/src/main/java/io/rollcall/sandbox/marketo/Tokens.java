package io.rollcall.sandbox.marketo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Access tokens: one at a time, given out again until its life ends. */
public final class Tokens {
    private static final int DIGITS = 36;

    private final ShiftedClock clock;
    private final Chance chance;
    private final Map<String, Instant> ends = new HashMap<>();
    private Duration life = Duration.ofSeconds(3600);
    private String current;

    Tokens(ShiftedClock clock, Chance chance) {
        this.clock = clock;
        this.chance = chance;
    }

    /** A token and the whole seconds left of its life. */
    public record Issued(String token, long secondsLeft) {}

    public synchronized Issued issue() {
        if (current == null || secondsLeft() <= 0) {
            current = chance.hex(8) + "-" + chance.hex(DIGITS - 9) + ":int";
            ends.put(current, clock.instant().plus(life));
        }
        return new Issued(current, secondsLeft());
    }

    private long secondsLeft() {
        // A token of an hour is first answered with 3599.
        return Math.max(
                0, Duration.between(clock.instant(), ends.get(current)).minusNanos(1).toSeconds());
    }

    /** Refused with 600, 601 or 602 unless the token is alive. */
    public synchronized void check(String token) throws Refusal {
        if (token.isEmpty()) {
            throw new Refusal("600", "Access token not specified");
        }
        Instant end = ends.get(token);
        if (end == null) {
            throw new Refusal("601", "Access token invalid");
        }
        if (!clock.instant().isBefore(end)) {
            throw new Refusal("602", "Access token expired");
        }
    }

    /** Every token given out so far is invalid from now on. */
    public synchronized void revoke() {
        ends.clear();
        current = null;
    }

    /** Holds for tokens that are issued from now on. */
    public synchronized void life(Duration newLife) {
        life = newLife;
    }
}

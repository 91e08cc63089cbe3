package io.rollcall.tools.plan;

import io.rollcall.activation.Limits;
import java.time.Duration;
import java.util.Locale;

/**
 * What a first export of an audience takes. Batches are full then; how long calls take is as
 * observed on a live instance.
 */
record Estimate(long size, long matched, long created, long asks, long adds, long reads) {

    private static final int BATCH = 300;
    private static final double LOOKUP_SECONDS = 0.4;
    private static final double UPSERT_SECONDS = 1.2;
    private static final double LIST_SECONDS = 0.5;

    /** {@code rate} is the share of people whom Marketo knows, {@code onList} who is on it now. */
    static Estimate of(long size, double rate, boolean creates, long onList) {
        long matched = Math.round(size * rate);
        long created = creates ? size - matched : 0;
        return new Estimate(
                size,
                matched,
                created,
                batches(size),
                batches(matched + created),
                1 + onList / BATCH);
    }

    private static long batches(long people) {
        return (people + BATCH - 1) / BATCH;
    }

    long calls() {
        return asks + adds + reads;
    }

    /** Neither more calls in 20 s than allowed, nor more at a time. */
    Duration atLeast(Limits limits, boolean creates) {
        double byWindow = calls() * 20.0 / limits.callsPer20s();
        double working =
                asks * (creates ? UPSERT_SECONDS : LOOKUP_SECONDS) + (adds + reads) * LIST_SECONDS;
        return Duration.ofSeconds(
                (long) Math.ceil(Math.max(byWindow, working / limits.maxInFlight())));
    }

    /** Of the calls that additions may use a day. */
    double dayShare(Limits limits) {
        return calls() / (limits.callsPerDay() * (1 - limits.removalsShare()));
    }

    String words(Limits limits, boolean creates) {
        return String.format(
                Locale.ROOT,
                "%,d people: %,d %s, %,d additions, %,d list reads = %,d calls; %s at least; %.1f %%"
                        + " of a day's calls; %,d people created%s",
                size,
                asks,
                creates ? "upserts" : "look-ups",
                adds,
                reads,
                calls(),
                time(atLeast(limits, creates)),
                dayShare(limits) * 100,
                created,
                days(limits));
    }

    private String days(Limits limits) {
        long days = (created + limits.createsPerDay() - 1) / limits.createsPerDay();
        return days > 1
                ? String.format(
                        Locale.ROOT, ", at %,d a day in %d days", limits.createsPerDay(), days)
                : "";
    }

    private static String time(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%.1f hours", time.toMinutes() / 60.0)
                : time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}

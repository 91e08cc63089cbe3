package io.rollcall.tools.plan;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Limits;
import io.rollcall.report.CallKind;
import io.rollcall.schedule.ImportSettings;
import io.rollcall.schedule.SchedulerSettings;
import io.rollcall.schedule.Shares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it takes to put an audience on a list. Calls are full then; how long they take is as
 * observed on a live instance.
 */
record Estimate(Instance instance, ImportSettings imports, Work work, long reads) {

    private static final double LOOKUP_SECONDS = 0.4;
    private static final double UPSERT_SECONDS = 1.2;
    private static final double LIST_SECONDS = 0.5;

    /**
     * People, by what is done with them; {@code joining} are added by calls or by ingestion, the
     * rest of {@code size} by {@code files}. {@code created} is the most that may be.
     */
    record Work(long size, long lookedUp, long upserted, long joining, long files, long created) {}

    private long lookups() {
        return calls(CallKind.LOOKUP, work.lookedUp);
    }

    private long upserts() {
        return calls(CallKind.UPSERT, work.upserted);
    }

    private long additions() {
        return instance.ingests() ? 0 : calls(CallKind.ADD, work.joining);
    }

    private long fileCalls() {
        return work.files * imports.calls();
    }

    private long ingested() {
        return instance.ingests() ? work.joining : 0;
    }

    /** Of the Data Ingestion API, beside the calls. */
    long requests() {
        return calls(CallKind.INGEST, ingested());
    }

    private static long calls(CallKind kind, long people) {
        return Shares.of(people, kind.mostMembers());
    }

    /** Of REST. */
    long calls() {
        return lookups() + upserts() + additions() + fileCalls() + reads;
    }

    /**
     * Neither more calls in 20 s than allowed, nor more at a time, and one file of a list after the
     * other.
     */
    Duration atLeast() {
        double byWindow = calls() * 20.0 / limits().callsPer20s();
        double working =
                lookups() * LOOKUP_SECONDS
                        + upserts() * UPSERT_SECONDS
                        + (additions() + fileCalls() + reads) * LIST_SECONDS;
        double ingesting = requests() * LIST_SECONDS / SchedulerSettings.INGESTING_AT_ONCE;
        double filing = (double) work.files * imports.least().toSeconds();
        double calling = Math.max(byWindow, working / limits().maxInFlight());
        return Duration.ofSeconds((long) Math.ceil(Math.max(calling, Math.max(ingesting, filing))));
    }

    /** Of the calls that additions may use a day. */
    double dayShare() {
        return (double) calls() / limits().callsForAdditions();
    }

    /** On how many days, by the calls, creations and people of ingestion that each may take. */
    long days() {
        long calling = Shares.of(calls(), limits().callsForAdditions());
        long ingesting = Shares.of(ingested(), limits().ingestionPerDay());
        return Math.max(creationDays(), Math.max(calling, ingesting));
    }

    private long creationDays() {
        return Shares.of(work.created, limits().createsPerDay());
    }

    private Limits limits() {
        return instance.limits();
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%,d people: %s = %,d calls%s; %s; %.1f %% of a day's calls; %,d people %s%s",
                work.size,
                String.join(", ", parts()),
                calls(),
                requests() == 0 ? "" : words(" and %,d requests of ingestion", requests()),
                days() > 1 ? "on " + days() + " days" : time(atLeast()) + " at least",
                dayShare() * 100,
                work.created,
                work.files > 0 && work.created > 0 ? "counted as created" : "created",
                creationDays() > 1
                        ? words(
                                ", at %,d a day in %,d days",
                                limits().createsPerDay(), creationDays())
                        : "");
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        part(parts, lookups(), "look-up", "");
        part(parts, upserts(), "upsert", "");
        part(parts, work.files, "file", " of " + imports.calls() + " calls");
        part(parts, additions(), "addition", "");
        part(parts, reads, "list read", "");
        return parts;
    }

    private static void part(List<String> parts, long number, String one, String more) {
        if (number > 0) {
            parts.add(words("%,d ", number) + one + (number == 1 ? "" : "s") + more);
        }
    }

    private static String words(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    private static String time(Duration time) {
        return time.toHours() > 0
                ? words("%.1f hours", time.toMinutes() / 60.0)
                : time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}

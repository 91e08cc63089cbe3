package io.rollcall.demo.bench;

import io.rollcall.demo.Durations;
import io.rollcall.demo.Options;
import io.rollcall.demo.Stopwatch;
import io.rollcall.demo.Tally;
import io.rollcall.demo.check.Plan;
import io.rollcall.demo.check.Wanted;
import io.rollcall.demo.kafka.Answers;
import io.rollcall.demo.kafka.Feed;
import java.util.Locale;

/** From event to list at light load: from Kafka's taking it to the job's saying that it is done. */
public final class LatencyBench {

    private final Options options;
    private final Crowd crowd;
    private final int changes;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Tally tally = new Tally(stopwatch);

    public LatencyBench(Options options, Plan plan) {
        this.options = options;
        this.crowd = new Crowd(plan.targets());
        this.changes = options.number("changes", 60);
    }

    public int run() throws InterruptedException {
        String kafka = options.text("kafka");
        try (Answers answers = new Answers(kafka, tally::outcome, tally::deadLetter);
                Feed feed = new Feed(kafka, (message, taken) -> {})) {
            answers.start();
            // Nobody waits for the lists to be read and the token to be fetched.
            phase("first", feed, new Change(changes, 1, true));
            Durations cold = measured("cold: look-up and addition", feed, true);
            Durations warm = measured("warm: removal", feed, false);
            Durations again = measured("warm: addition", feed, true);
            System.out.printf("%n%-30s %8s %10s %10s%n", "", "changes", "median", "p99");
            System.out.print(row("cold: look-up and addition", cold));
            System.out.print(row("warm: removal", warm));
            System.out.print(row("warm: addition", again));
            return 0;
        }
    }

    private Durations measured(String name, Feed feed, boolean in) throws InterruptedException {
        Durations durations = stopwatch.measureAnew();
        phase(name, feed, new Change(0, changes, in));
        return durations;
    }

    /** People from a number on, who come or go one after the other. */
    private record Change(int from, int count, boolean in) {}

    private void phase(String name, Feed feed, Change change) throws InterruptedException {
        int before = tally.applied();
        long pause = 1_000 / options.number("rate", 1);
        for (int i = 0; i < change.count(); i++) {
            int number = change.from() + i;
            Wanted wanted = change.in() ? Wanted.IN : Wanted.OUT;
            stopwatch.wants(
                    "email:" + Crowd.email(number),
                    crowd.target(number),
                    wanted,
                    System.currentTimeMillis());
            feed.send(crowd.message(number, change.in()));
            System.out.printf("%s: %d of %d%n", name, i + 1, change.count());
            Thread.sleep(pause);
        }
        await(before + change.count());
    }

    private void await(int applied) throws InterruptedException {
        long until = System.currentTimeMillis() + options.number("limit", 120) * 1_000L;
        while (tally.applied() < applied) {
            if (System.currentTimeMillis() > until) {
                throw new IllegalStateException(
                        "only " + tally.applied() + " of " + applied + " changes were applied");
            }
            Thread.sleep(50);
        }
    }

    private static String row(String name, Durations durations) {
        return String.format(
                Locale.ROOT,
                "%-30s %8d %8d ms %7d ms%n",
                name,
                durations.count(),
                durations.percentile(50),
                durations.percentile(99));
    }
}

package io.rollcall.demo.bench;

import io.rollcall.demo.Durations;
import io.rollcall.demo.Options;
import io.rollcall.demo.Stopwatch;
import io.rollcall.demo.Tally;
import io.rollcall.demo.check.Plan;
import io.rollcall.demo.check.Wanted;
import io.rollcall.demo.kafka.Answers;
import io.rollcall.demo.kafka.Feed;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * From event to list, at so many changes a second: from Kafka's taking it to the job's saying that
 * it is done. Every rate has people of its own, who come, leave and come again.
 */
public final class LatencyBench {

    private static final int WARM_UP = 60;

    private final Options options;
    private final Crowd crowd;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Tally tally = new Tally(stopwatch);
    private final StringBuilder table =
            new StringBuilder(
                    String.format(
                            "%-14s %-30s %8s %10s %10s %10s%n",
                            "changes a s", "", "changes", "median", "p99", "max"));
    private int people;

    public LatencyBench(Options options, Plan plan) {
        this.options = options;
        this.crowd = new Crowd(plan.targets());
    }

    public int run() throws InterruptedException {
        String kafka = options.text("kafka");
        try (Answers answers = new Answers(kafka, tally::outcome, tally::deadLetter);
                Feed feed = new Feed(kafka, (message, taken) -> {})) {
            answers.start();
            // Nobody waits for the lists to be read and the token to be fetched.
            change("first", feed, next(WARM_UP, WARM_UP), true);
            for (int rate : rates(options.text("rates"))) {
                measure(feed, next(rate * options.number("seconds", 20), rate));
            }
        }
        System.out.printf("%n%s", table);
        return 0;
    }

    private static int[] rates(String list) {
        return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    /** People of the crowd, and how many of them say something in a second. */
    private record Group(int from, int count, int rate) {}

    private Group next(int count, int rate) {
        people += count;
        return new Group(people - count, count, rate);
    }

    private void measure(Feed feed, Group group) throws InterruptedException {
        measure("cold: look-up and addition", feed, group, true);
        measure("warm: removal", feed, group, false);
        measure("warm: addition", feed, group, true);
    }

    private void measure(String name, Feed feed, Group group, boolean in)
            throws InterruptedException {
        Durations durations = stopwatch.measureAnew();
        change(name, feed, group, in);
        table.append(
                String.format(
                        Locale.ROOT,
                        "%-14d %-30s %8d %7d ms %7d ms %7d ms%n",
                        group.rate(),
                        name,
                        durations.count(),
                        durations.percentile(50),
                        durations.percentile(99),
                        durations.percentile(100)));
    }

    /** All come, or all go, one after the other. */
    private void change(String name, Feed feed, Group group, boolean in)
            throws InterruptedException {
        int before = tally.applied();
        long begun = System.nanoTime();
        for (int i = 0; i < group.count(); i++) {
            say(feed, group.from() + i, in);
            if ((i + 1) % group.rate() == 0) {
                System.out.printf("%s: %,d of %,d%n", name, i + 1, group.count());
            }
            LockSupport.parkNanos(
                    begun + (i + 1) * 1_000_000_000L / group.rate() - System.nanoTime());
        }
        await(before + group.count());
    }

    private void say(Feed feed, int number, boolean in) {
        Wanted wanted = in ? Wanted.IN : Wanted.OUT;
        String person = "email:" + Crowd.email(number);
        stopwatch.wants(person, crowd.target(number), wanted, System.currentTimeMillis());
        feed.send(crowd.message(number, in));
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
}

package io.rollcall.demo.bench;

import io.rollcall.demo.Options;
import io.rollcall.demo.check.Plan;
import io.rollcall.demo.kafka.Feed;
import io.rollcall.demo.marketo.Marketo;
import io.rollcall.demo.marketo.SandboxAdmin;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What it costs that wishes wait: the day's calls are used up, and people go on coming. Then some
 * leave, and once there are calls again they are to go first.
 */
public final class BacklogBench {

    /** On the lists before the calls are used up. The calls kept for removals do for a third. */
    public static final int MEMBERS = 9_000;

    private static final int STEPS = 10;
    private static final String ROW = "%,12d %10s %12s %16s%n";

    private final Options options;
    private final Marketo marketo;
    private final Crowd crowd;
    private final int step;

    public BacklogBench(Options options, Plan plan) {
        this.options = options;
        this.marketo = new Marketo(new SandboxAdmin(options.text("sandbox")), Ground.MUNCHKIN_ID);
        this.crowd = new Crowd(plan.targets());
        this.step = options.number("people", 5_000_000) / STEPS;
    }

    /** Until all wait that are to wait. */
    public int fill() throws Exception {
        StringBuilder table =
                new StringBuilder(
                        "     waiting   events/s  resident MB   checkpoint ms%n".formatted());
        try (Feed feed = new Feed(options.text("kafka"), (message, taken) -> {});
                Vitals vitals = new Vitals(options)) {
            say(feed, crowd, MEMBERS, true);
            while (members() < MEMBERS) {
                pause("coming: %,d of %,d on the lists", members(), MEMBERS);
            }
            for (int i = 0; i < STEPS; i++) {
                table.append(row(feed, vitals, i));
            }
            say(feed, crowd, MEMBERS, false);
            for (int before = -1, now = members(); now != before; before = now, now = members()) {
                pause("leaving: %,d still on the lists", now);
                pause("leaving: %,d still on the lists", now);
            }
        }
        System.out.printf("%n%s%n%,d of %,d wait to leave%n", table, members(), MEMBERS);
        return 0;
    }

    private String row(Feed feed, Vitals vitals, int i) throws Exception {
        long before = vitals.told();
        long begun = System.nanoTime();
        say(feed, crowd.after(MEMBERS + i * step), step, true);
        for (long told = 0; told < step; told = vitals.told() - before) {
            vitals.look();
            pause("%,d of %,d more wait", told, step);
        }
        double rate = step * 1e9 / (System.nanoTime() - begun);
        return ROW.formatted(
                (i + 1) * step,
                "%,.0f".formatted(rate),
                "%,d".formatted(vitals.residentMb()),
                "%,d".formatted(vitals.longestCheckpoint()));
    }

    /** There are calls again: until the last one has left. */
    public int drain() throws InterruptedException {
        int waiting = members();
        long begun = System.nanoTime();
        Map<String, Integer> before = marketo.calls();
        while (members() > 0) {
            pause("leaving: %,d still on the lists", members());
        }
        Map<String, Integer> calls = new TreeMap<>(marketo.calls());
        before.forEach((kind, count) -> calls.merge(kind, -count, Integer::sum));
        calls.values().removeIf(count -> count == 0);
        System.out.printf(
                "%nThe last of %,d had left after %.1f s, with these calls: %s%n",
                waiting, (System.nanoTime() - begun) / 1e9, calls);
        return 0;
    }

    private int members() {
        return marketo.sizes().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void say(Feed feed, Crowd who, int count, boolean in) {
        for (int number = 0; number < count; number++) {
            feed.send(who.message(number, in));
        }
        feed.flush();
    }

    private static void pause(String progress, Object... figures) throws InterruptedException {
        System.out.printf(Locale.ROOT, progress + "%n", figures);
        Thread.sleep(500);
    }
}

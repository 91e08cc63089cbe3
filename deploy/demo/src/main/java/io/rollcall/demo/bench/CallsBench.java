package io.rollcall.demo.bench;

import io.rollcall.demo.Options;
import io.rollcall.demo.check.Plan;
import io.rollcall.demo.kafka.Feed;
import io.rollcall.demo.marketo.Marketo;
import io.rollcall.demo.marketo.SandboxAdmin;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Calls per 1,000 list changes, as the sandbox counted them. */
public final class CallsBench {

    private static final double FULL_CALL = 300;

    private final Options options;
    private final Marketo marketo;
    private final Crowd crowd;
    private final int people;

    public CallsBench(Options options, Plan plan) {
        this.options = options;
        this.marketo = new Marketo(new SandboxAdmin(options.text("sandbox")), Ground.MUNCHKIN_ID);
        this.crowd = new Crowd(plan.targets());
        this.people = options.number("people", 30_000);
    }

    /** Others come and go before anything is counted: a cold job's first seconds are no backlog. */
    private static final int WARM_UP_SHARE = 5;

    private record Phase(String name, boolean in, double floorCallsAChange) {}

    public int run() throws InterruptedException {
        StringBuilder table = new StringBuilder();
        table.append(row("", "changes", "calls", "per 1,000", "floor"));
        try (Feed feed = new Feed(options.text("kafka"), (message, taken) -> {})) {
            double perCall = 1 / FULL_CALL;
            warmUp(feed);
            for (Phase phase :
                    new Phase[] {
                        new Phase("cold: come, look-ups included", true, 2 * perCall),
                        new Phase("warm: leave", false, perCall),
                        new Phase("warm: come again", true, perCall)
                    }) {
                Map<String, Integer> calls = measure(phase, feed);
                table.append(row(phase, calls));
            }
        }
        System.out.print("\n" + table);
        return 0;
    }

    private void warmUp(Feed feed) throws InterruptedException {
        int others = people / WARM_UP_SHARE;
        Crowd late = crowd.after(people);
        say(late, others, true, feed);
        await("warming up: come", others);
        say(late, others, false, feed);
        await("warming up: leave", 0);
    }

    private Map<String, Integer> measure(Phase phase, Feed feed) throws InterruptedException {
        Map<String, Integer> before = marketo.calls();
        say(crowd, people, phase.in(), feed);
        await(phase.name(), phase.in() ? people : 0);
        Map<String, Integer> used = new TreeMap<>(marketo.calls());
        before.forEach((kind, count) -> used.merge(kind, -count, Integer::sum));
        used.values().removeIf(count -> count == 0);
        return used;
    }

    private static void say(Crowd crowd, int people, boolean in, Feed feed) {
        for (int number = 0; number < people; number++) {
            feed.send(crowd.message(number, in));
        }
        feed.flush();
    }

    private void await(String what, int wanted) throws InterruptedException {
        long from = System.currentTimeMillis();
        for (int size = -1; size != wanted; ) {
            Thread.sleep(500);
            size = marketo.sizes().values().stream().mapToInt(Integer::intValue).sum();
            long seconds = (System.currentTimeMillis() - from) / 1_000;
            if (seconds > options.number("limit", 900)) {
                throw new IllegalStateException(
                        what + ": after " + seconds + " s " + size + " of " + wanted);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%3d s: %s: %,d on the lists, %,d wanted%n",
                    seconds,
                    what,
                    size,
                    wanted);
        }
    }

    private String row(Phase phase, Map<String, Integer> calls) {
        int total = calls.values().stream().mapToInt(Integer::intValue).sum();
        return row(
                        phase.name(),
                        String.format(Locale.ROOT, "%,d", people),
                        String.format(Locale.ROOT, "%,d", total),
                        String.format(Locale.ROOT, "%.1f", 1_000.0 * total / people),
                        String.format(Locale.ROOT, "%.1f", 1_000 * phase.floorCallsAChange()))
                .replace("\n", "  " + calls + "\n");
    }

    private static String row(String name, String... cells) {
        StringBuilder row = new StringBuilder(String.format("%-30s", name));
        for (String cell : cells) {
            row.append(String.format(" %10s", cell));
        }
        return row.append("\n").toString();
    }
}

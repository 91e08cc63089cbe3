package io.rollcall.demo.bench;

import io.rollcall.demo.Options;
import io.rollcall.demo.check.Plan;
import io.rollcall.demo.kafka.Feed;
import io.rollcall.demo.marketo.Marketo;
import io.rollcall.demo.marketo.SandboxAdmin;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a whole export of people without leads onto one list costs, in calls and in time. */
public final class ImportsBench {

    /** One to create, one to add. */
    private static final int CALLS_A_BATCH = 2;

    private static final int BATCH = 300;

    private final Options options;
    private final Marketo marketo;
    private final Crowd crowd;
    private final int people;

    public ImportsBench(Options options, Plan plan) {
        this.options = options;
        this.marketo = new Marketo(new SandboxAdmin(options.text("sandbox")), Ground.MUNCHKIN_ID);
        this.crowd = new Crowd(plan.targets());
        this.people = options.number("people", 1_000_000);
    }

    public int run() throws Exception {
        Map<String, Integer> calls = new TreeMap<>(marketo.calls());
        calls.replaceAll((kind, count) -> -count);
        long begun = System.nanoTime();
        long resident = 0;
        long checkpoint = 0;
        try (Feed feed = new Feed(options.text("kafka"), (message, taken) -> {});
                Vitals vitals = new Vitals(options)) {
            for (int number = 0; number < people; number++) {
                feed.send(crowd.message(number, true));
            }
            feed.flush();
            for (int there = 0; there < people; there = members()) {
                vitals.look();
                resident = Math.max(resident, vitals.residentMb());
                System.out.printf(
                        Locale.ROOT,
                        "%4.0f s: %,d of %,d on the list%n",
                        (System.nanoTime() - begun) / 1e9,
                        there,
                        people);
                Thread.sleep(2_000);
            }
            checkpoint = vitals.longestCheckpoint();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        marketo.calls().forEach((kind, count) -> calls.merge(kind, count, Integer::sum));
        calls.values().removeIf(count -> count == 0);
        int total = calls.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                Locale.ROOT,
                "%n%,d people without leads onto one list: %,d calls (%.2f per 1,000; without"
                        + " imports at least %,d), %.0f s (%,.0f people a second)%n%s%nTaskManager:"
                        + " at most %,d MB resident; longest checkpoint %,d ms%n",
                people,
                total,
                1_000.0 * total / people,
                (people + BATCH - 1) / BATCH * CALLS_A_BATCH,
                seconds,
                people / seconds,
                calls,
                resident,
                checkpoint);
        return 0;
    }

    private int members() {
        return marketo.sizes().values().stream().mapToInt(Integer::intValue).sum();
    }
}

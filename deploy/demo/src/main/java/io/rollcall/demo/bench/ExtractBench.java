package io.rollcall.demo.bench;

import io.rollcall.demo.Options;
import io.rollcall.demo.marketo.Marketo;
import io.rollcall.demo.marketo.SandboxAdmin;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What it costs to learn who is on a long list, in calls and in time. */
public final class ExtractBench {

    private static final int A_PAGE = 300;

    /** Longer than an export is left alone between two looks at it. */
    private static final long QUIET_NANOS = 100_000_000_000L;

    private final Marketo marketo;
    private final int people;

    public ExtractBench(Options options) {
        this.marketo = new Marketo(new SandboxAdmin(options.text("sandbox")), Ground.MUNCHKIN_ID);
        this.people = options.number("people", 100_000);
    }

    public int run() throws InterruptedException {
        long begun = System.nanoTime();
        long last = begun;
        Map<String, Integer> calls = reading();
        while (System.nanoTime() - last < QUIET_NANOS) {
            Thread.sleep(1_000);
            Map<String, Integer> now = reading();
            if (!now.equals(calls)) {
                last = System.nanoTime();
                calls = now;
                System.out.printf(Locale.ROOT, "%4.0f s: %s%n", (last - begun) / 1e9, calls);
            }
        }
        int total = calls.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                Locale.ROOT,
                "%n%,d people on a list: %,d calls to read it, two empty lists included (by pages"
                        + " alone at least %,d), %.0f s%n%s%n",
                people,
                total,
                (people + A_PAGE - 1) / A_PAGE + 2,
                (last - begun) / 1e9,
                calls);
        return 0;
    }

    /** Calls that serve to read lists, by kind. */
    private Map<String, Integer> reading() {
        Map<String, Integer> calls = new TreeMap<>(marketo.calls());
        calls.keySet().removeIf(kind -> !kind.equals("list-read") && !kind.startsWith("export"));
        return calls;
    }
}

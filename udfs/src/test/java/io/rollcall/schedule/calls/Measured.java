package io.rollcall.schedule.calls;

import java.util.Locale;

/** What so many changes took. */
record Measured(String name, int changes, Tally tally, long seconds) {

    String told() {
        return String.format(
                Locale.ROOT,
                "%-32s %,10d changes %,7d calls %6.2f per 1,000; added: half in %.1f s, 99 %% in"
                        + " %.1f s, all in %.1f s; removed: 99 %% in %.1f s; %d s; %s",
                name,
                changes,
                tally.total(),
                1_000.0 * tally.total() / changes,
                tally.addedWithin(0.5) / 1e3,
                tally.addedWithin(0.99) / 1e3,
                tally.addedWithin(1) / 1e3,
                tally.removedWithin(0.99) / 1e3,
                seconds,
                tally.calls);
    }
}

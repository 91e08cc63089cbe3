package io.rollcall.schedule;

import io.rollcall.activation.Limits;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;

/**
 * How many calls what waits now will take, and when the last of them will have gone (epoch ms), if
 * nothing else comes and nothing is refused. For people to see: nothing is decided by it.
 */
record Forecast(long calls, long doneAt) {

    static Forecast of(Desk desk) {
        long calls = 0;
        long creations = 0;
        for (Queue queue : desk.queues.all()) {
            // Who was not found is looked for again for ever.
            if (queue.key.lane() != Lane.UNMATCHED) {
                calls += calls(desk, queue);
                creations += queue.key.kind() == Wish.Kind.UPSERT ? queue.live : 0;
            }
        }
        return new Forecast(calls, Math.max(spent(desk, calls), created(desk, creations)));
    }

    long secondsFrom(long now) {
        return calls == 0 ? 0 : Math.max(0, doneAt - now) / 1_000;
    }

    private static long calls(Desk desk, Queue queue) {
        if (desk.importQueues.reserves(queue.key)) {
            ImportSettings imports = desk.settings.imports();
            return (long) imports.calls() * shares(queue.live, imports.mostRows());
        }
        if (desk.ingests(queue.key)) {
            // None of REST, whose budget this is about.
            return 0;
        }
        boolean isFirstOfTwo =
                switch (queue.key.kind()) {
                    case LOOKUP, UPSERT -> !desk.instance.ingests();
                    default -> false;
                };
        return shares(queue.live, desk.batch(queue.key)) * (isFirstOfTwo ? 2L : 1L);
    }

    /** When the last of so many calls may go: some a day, and of those some in 20 seconds. */
    private static long spent(Desk desk, long calls) {
        Limits limits = desk.instance.limits();
        long eachDay = Figures.budget(limits);
        long today = Math.min(Figures.left(desk.book, limits), eachDay);
        long days = calls <= today ? 0 : shares(calls - today, eachDay);
        long last = days == 0 ? calls : calls - today - (days - 1) * eachDay;
        return begin(desk, days) + last * SchedulerSettings.WINDOW_MS / limits.callsPer20s();
    }

    /** When the last of so many people may be created. */
    private static long created(Desk desk, long creations) {
        long today = Math.max(0, desk.importQueues.mayCreate());
        int eachDay = desk.instance.limits().createsPerDay();
        return begin(desk, creations <= today ? 0 : shares(creations - today, eachDay));
    }

    private static long begin(Desk desk, long days) {
        return days == 0 ? desk.now() : Day.startOf(Day.of(desk.now()) + days);
    }

    private static long shares(long all, long each) {
        return (all + each - 1) / Math.max(1, each);
    }
}

package io.rollcall.sweep;

import java.util.function.IntConsumer;

/**
 * Where the walks stand: the slow tour for ever, the fast one after a change or null, and when the
 * next fast one is to begin (epoch ms), 0 for none.
 */
public record Sweep(Tour slow, Tour fast, long fastAt) {

    static Sweep begin(long now) {
        return new Sweep(Tour.begin(now), null, 0);
    }

    /** A change during a fast tour is for another one: the buckets passed have not seen it. */
    Sweep changed(long now, SweepSettings settings) {
        return fastAt != 0 ? this : new Sweep(slow, fast, now + settings.delay().toMillis());
    }

    Sweep tick(long now, SweepSettings settings, IntConsumer bucket) {
        Tour newSlow = (slow.over() ? Tour.begin(now) : slow).walk(now, settings.period(), bucket);
        if (fast == null && fastAt != 0 && now >= fastAt) {
            return new Sweep(newSlow, Tour.begin(now), 0).fastOn(now, settings, bucket);
        }
        return new Sweep(newSlow, fast, fastAt).fastOn(now, settings, bucket);
    }

    /** Of the tour that a change has caused; one that is still to begin has done nothing. */
    public int exportedPercent() {
        if (fastAt != 0) {
            return 0;
        }
        return fast == null ? 100 : fast.percent();
    }

    private Sweep fastOn(long now, SweepSettings settings, IntConsumer bucket) {
        if (fast == null) {
            return this;
        }
        Tour walked = fast.walk(now, settings.fastTour(), bucket);
        return new Sweep(slow, walked.over() ? null : walked, fastAt);
    }
}

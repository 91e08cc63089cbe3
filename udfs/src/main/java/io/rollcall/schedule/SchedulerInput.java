package io.rollcall.schedule;

import io.rollcall.activation.ActivationSet;
import io.rollcall.report.Report;
import io.rollcall.wish.Wish;

/** All that reaches the scheduler of one instance; the kind says which component is set. */
public record SchedulerInput(
        Kind kind, String instance, Wish wish, Report report, ActivationSet activations) {

    public enum Kind {
        WISH,
        REPORT,
        ACTIVATIONS
    }

    public static SchedulerInput of(Wish wish) {
        return new SchedulerInput(Kind.WISH, wish.instance(), wish, null, null);
    }

    public static SchedulerInput of(Report report) {
        return new SchedulerInput(Kind.REPORT, report.instance(), null, report, null);
    }

    /** The part of the set that is this instance's, even when nothing is. */
    public static SchedulerInput of(String instance, ActivationSet set) {
        return new SchedulerInput(Kind.ACTIVATIONS, instance, null, null, set.of(instance));
    }
}

package io.rollcall.schedule;

import io.rollcall.call.Call;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import java.util.Map;

/** Where the scheduler's decisions go. */
public interface SchedulerOutput {

    /** Into the reports topic. */
    void report(Report report);

    /** To the caller, now. */
    void release(Call call);

    void count(SchedulerMetric what, long by);

    /** What an instance holds back right now, by work: for people to see. */
    default void pauses(String instance, Map<String, Pause> pauses) {}

    /** Which activations wait for a person's word, by list, and why. */
    default void held(String instance, Map<String, String> held) {}

    /** What came of set-up; it names no person. */
    default void outcome(Outcome outcome) {}

    default void count(SchedulerMetric what) {
        count(what, 1);
    }
}

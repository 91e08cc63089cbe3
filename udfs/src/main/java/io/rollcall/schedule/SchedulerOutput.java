package io.rollcall.schedule;

import io.rollcall.call.Call;
import io.rollcall.report.Report;

/** Where the scheduler's decisions go. */
public interface SchedulerOutput {

    /** Into the reports topic. */
    void report(Report report);

    /** To the caller, now. */
    void release(Call call);

    void count(SchedulerCount what, long by);

    default void count(SchedulerCount what) {
        count(what, 1);
    }
}

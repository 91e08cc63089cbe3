package io.rollcall.schedule;

/** What the scheduler counts; the names are the metrics' names. */
public enum SchedulerCount {
    ANNOUNCED,
    RELEASED,
    /** Members of released calls. */
    SENT,
    /** Members announced whose wish changed before the release. */
    LEFT_OUT,
    /** Announcements that were not read back in time, or came while the instance was paused. */
    WITHDRAWN,
    DONE,
    NOT_DONE,
    PERHAPS,
    /** Calls of another run, read from the topic. */
    FOREIGN,
    /** Activations held by the brake, or for people on their list. */
    HELD,
    /** Wishes that arrived equal to what is known to be true. */
    NEEDLESS,
    /** Two people on one lead: the newer assertion was kept. */
    SHARED_LEAD,
    /** Another run began behind ours. */
    SUPERSEDED
}

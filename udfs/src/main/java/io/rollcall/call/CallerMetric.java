package io.rollcall.call;

/** The caller's metrics, by the names under which Flink shows them. */
enum CallerMetric {
    /** Calls ended, by instance, kind and verdict. */
    CALLS("calls"),
    /** Milliseconds spent in calls, by instance, kind and verdict: divide by the calls. */
    MILLIS("callMillis"),
    /** Calls that ended with a code, by instance and code. */
    ERRORS("errors"),
    /** Seconds since an instance's access token was fetched, by instance. */
    TOKEN_AGE("tokenAgeSeconds"),
    /** Ends that nobody took, since the task was gone: the next run settles these calls. */
    ENDS_LOST("endsLost");

    private final String title;

    CallerMetric(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}

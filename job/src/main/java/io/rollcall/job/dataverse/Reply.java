package io.rollcall.job.dataverse;

/**
 * A page, or why there is none: {@code retryAfter} in seconds, 0 where nothing was said, and what
 * to tell people.
 */
record Reply(Page page, Trouble trouble, long retryAfter, String detail) {

    static Reply of(Page page) {
        return new Reply(page, null, 0, null);
    }

    static Reply of(Trouble trouble, String detail) {
        return new Reply(null, trouble, 0, detail);
    }
}

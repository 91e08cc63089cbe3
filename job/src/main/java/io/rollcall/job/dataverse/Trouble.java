package io.rollcall.job.dataverse;

/** Why a page did not come, each by what may be done next. */
enum Trouble {
    /** The environment is busy (429, 503): not before it says. */
    BUSY,
    /** The token is no longer taken: at once with a new one. */
    TOKEN,
    /** A link leads nowhere any more: everything is to be read anew. */
    GONE,
    /** It is refused for want of rights: somebody has to act. */
    REFUSED,
    /** Anything else: again, later and later. */
    FAILED
}

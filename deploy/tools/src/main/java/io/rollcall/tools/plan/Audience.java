package io.rollcall.tools.plan;

/**
 * What the estimate is of: how many people an audience has, and how many a list that is too long to
 * be counted; null for as many.
 */
record Audience(long size, Long listed) {

    /** Of a list of which so many were counted, and no more. */
    long onList(long counted) {
        return Math.max(counted, listed == null ? size : listed);
    }
}

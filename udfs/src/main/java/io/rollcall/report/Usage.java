package io.rollcall.report;

/** Calls of the day as Marketo counts them: our API user's, and everybody's. */
public record Usage(long own, long total) {}

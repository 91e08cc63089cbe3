package io.rollcall.marketo;

import io.rollcall.report.Verdict;

/**
 * What one error means: whether the call (or, at record level, the change) was carried out, what
 * may be done next, and one line for the people who operate the job.
 */
public record ErrorVerdict(Verdict executed, Reaction reaction, String advice) {}

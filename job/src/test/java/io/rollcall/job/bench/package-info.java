/** Benchmarks that need the job's classes; {@code scripts/bench} runs them. */
package io.rollcall.job.bench;

package io.rollcall.job.config;

import static io.rollcall.job.config.RollcallOptions.MARKETO_CALLS_PER_20S;
import static io.rollcall.job.config.RollcallOptions.MARKETO_CALLS_PER_DAY;
import static io.rollcall.job.config.RollcallOptions.MARKETO_MAX_IN_FLIGHT;

import io.rollcall.activation.Limits;

/** Reads {@code instances[].limits}; what is not said there the job parameters say. */
final class LimitsReader {

    private final JobParameters parameters;

    LimitsReader(JobParameters parameters) {
        this.parameters = parameters;
    }

    Limits read(Section section) {
        Limits limits =
                new Limits(
                        section.wholeOr("calls-per-20s", parameters.get(MARKETO_CALLS_PER_20S)),
                        section.wholeOr("max-in-flight", parameters.get(MARKETO_MAX_IN_FLIGHT)),
                        section.wholeOr("calls-per-day", parameters.get(MARKETO_CALLS_PER_DAY)),
                        (int) section.whole("instance-calls-per-day"),
                        (int) section.whole("reserve-for-others"),
                        section.share("removals-share"),
                        (int) section.whole("creates-per-day"),
                        (int) section.whole("ingestion-per-day"));
        compare(section, limits);
        return limits;
    }

    /** A limit of 0 has a fault of its own already. */
    private static void compare(Section section, Limits limits) {
        int quota = limits.instanceCallsPerDay();
        if (quota > 0 && limits.callsPerDay() > quota) {
            section.fault(
                    "calls-per-day",
                    limits.callsPerDay() + " is more than instance-calls-per-day, " + quota);
        }
        if (quota > 0 && limits.reserveForOthers() >= quota) {
            section.fault(
                    "reserve-for-others",
                    limits.reserveForOthers()
                            + " leaves nothing of instance-calls-per-day, "
                            + quota);
        }
    }
}

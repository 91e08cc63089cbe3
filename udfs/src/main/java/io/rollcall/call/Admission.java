package io.rollcall.call;

import io.rollcall.report.CallKind;
import java.time.Clock;
import java.time.Duration;

/** What is refused before anything is sent, with the word of the error table that says why. */
final class Admission {

    static final Duration FRESH = Duration.ofSeconds(5);
    private final String checkpoint;
    private final Clock clock;

    /** {@code checkpoint} is the id of the checkpoint that this run was restored from, or 0. */
    Admission(long checkpoint, Clock clock) {
        this.checkpoint = Long.toString(checkpoint);
        this.clock = clock;
    }

    /** Null when the call may go. */
    String refusal(Call call) {
        if (!ownRun(call.run())) {
            return "restored";
        }
        if (stale(call)) {
            return "stale";
        }
        return call.members().size() > call.kind().mostMembers() ? "too-large" : mixed(call);
    }

    /** A process that stood still must send nothing old when it wakes up. */
    boolean stale(Call call) {
        return clock.millis() > lastMoment(call);
    }

    long lastMoment(Call call) {
        return call.readBackAt() + FRESH.toMillis();
    }

    private boolean ownRun(String run) {
        return run != null && run.startsWith(checkpoint + "-");
    }

    private static String mixed(Call call) {
        return call.members().stream().allMatch(m -> fits(m, call.members().get(0), call.kind()))
                ? null
                : "mixed";
    }

    private static boolean fits(Sent member, Sent first, CallKind kind) {
        return switch (kind) {
            case LOOKUP -> sameField(member, first);
            case UPSERT ->
                    first.lead() > 0
                            ? member.lead() > 0
                            : member.lead() == 0
                                    && member.value() != null
                                    && sameField(member, first);
            case ADD, REMOVE, DELETE, INGEST -> member.lead() > 0;
            default -> true;
        };
    }

    private static boolean sameField(Sent member, Sent first) {
        return first.field() != null && first.field().equals(member.field());
    }
}

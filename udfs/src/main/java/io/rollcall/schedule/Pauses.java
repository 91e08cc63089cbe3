package io.rollcall.schedule;

import java.time.Duration;

/**
 * The pauses of an instance, each with an end and a reason. One that comes to it again is longer,
 * with jitter. A call that was under way when a pause began neither prolongs the next one nor lifts
 * it: five refusals of one moment are one, and what Marketo let pass before says nothing of now.
 */
final class Pauses {

    static final long FIRST = Duration.ofSeconds(1).toMillis();
    static final long LONGEST = Duration.ofMinutes(5).toMillis();

    /** Nothing of a pause that ended so long ago matters any more. */
    private static final long FORGOTTEN = Duration.ofHours(1).toMillis();

    private final Desk desk;

    Pauses(Desk desk) {
        this.desk = desk;
    }

    /** A pause is never cut short by a milder one. */
    void pause(String work, long wait, String reason, OpenCall call) {
        long until = desk.now() + wait;
        if (!wasUnderWay(call, work)) {
            desk.book.pauses.put(work, new Pause(until, reason, tries(work) + 1));
        } else if (until > desk.book.pauses.get(work).until()) {
            desk.book.pauses.put(work, new Pause(until, reason, tries(work)));
        }
    }

    /** For twice as long as the time before. */
    void longer(String work, String reason, OpenCall call) {
        int tries = tries(work) + (wasUnderWay(call, work) ? 0 : 1);
        pause(work, jittered(Math.min(FIRST << Math.min(tries, 10), LONGEST)), reason, call);
    }

    long jittered(long most) {
        return most / 2 + desk.random.nextLong(most / 2 + 1);
    }

    /** Whether there was one to lift. */
    boolean lift(String work, OpenCall call) {
        return holds(work) && !wasUnderWay(call, work) && desk.book.pauses.remove(work) != null;
    }

    /** Also one that is over and not forgotten. */
    boolean holds(String work) {
        return desk.book.pauses.containsKey(work);
    }

    /** Whether the call was released before this pause began: during one, nothing is. */
    boolean wasUnderWay(OpenCall call, String work) {
        Pause pause = desk.book.pauses.get(work);
        return pause != null && call.releasedAt < pause.until();
    }

    int tries(String work) {
        Pause pause = desk.book.pauses.get(work);
        return pause == null ? 0 : pause.tries();
    }

    /** Whether there was anything to forget. */
    boolean forget() {
        long now = desk.now();
        return desk.book.pauses.values().removeIf(p -> p.until() < now - FORGOTTEN);
    }
}

package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;

/**
 * Names a queue: what may go into one call together, in one lane. {@code target} is a list id, or
 * the field that is looked up; {@code tries} keeps those apart who were put off equally often.
 * {@code onto} is the list that people without a lead would join, 0 for none: they are apart so
 * that an import may take them, and share their calls otherwise.
 */
record QueueKey(Lane lane, Wish.Kind kind, String target, int level, int tries, long onto) {

    /** Halved so often a call has one member. */
    static final int ALONE = 9;

    static final int MOST_TRIES = 12;
    private static final long LONGEST_DELAY_MS = 3_600_000;

    QueueKey(Lane lane, Wish.Kind kind, String target, int level, int tries) {
        this(lane, kind, target, level, tries, 0);
    }

    /** The queue without its lane. */
    String work() {
        return callKind() + "/" + target;
    }

    CallKind callKind() {
        return switch (kind) {
            case ADD -> CallKind.ADD;
            case REMOVE -> CallKind.REMOVE;
            case LOOKUP -> CallKind.LOOKUP;
            case DELETE -> CallKind.DELETE;
            default -> CallKind.UPSERT;
        };
    }

    long list() {
        return kind.aboutList() ? Long.parseLong(target) : 0;
    }

    /** Members a call may have: halved as often as such calls were refused as a whole. */
    int batch(int full) {
        return Math.max(1, full >> level);
    }

    /** How long a ticket of this queue waits before it may go: 2 s, 4 s, … an hour. */
    long delay() {
        return tries == 0 ? 0 : Math.min(LONGEST_DELAY_MS, 1_000L << tries);
    }

    /** The same work in another lane. */
    QueueKey in(Lane other) {
        return new QueueKey(other, kind, target, level, tries, onto);
    }

    /** Whether the two may share a call. */
    boolean goesWith(QueueKey other) {
        return sharedWork().equals(other.sharedWork());
    }

    /** The same for all that may share a call. */
    String sharedWork() {
        return kind.ordinal() + "/" + level + "/" + tries + "/" + target;
    }

    /** The list that these people are to join, 0 for none: by an addition, or at their creation. */
    long joins() {
        return kind == Wish.Kind.ADD ? list() : onto;
    }

    String text() {
        String joining = onto == 0 ? "" : "@" + onto;
        return lane.ordinal()
                + "/"
                + kind.ordinal()
                + "/"
                + level
                + "/"
                + tries
                + joining
                + "/"
                + target;
    }

    static QueueKey parse(String text) {
        String[] parts = text.split("/", 5);
        String[] tries = parts[3].split("@", 2);
        return new QueueKey(
                Lane.values()[Integer.parseInt(parts[0])],
                Wish.Kind.values()[Integer.parseInt(parts[1])],
                parts[4],
                Integer.parseInt(parts[2]),
                Integer.parseInt(tries[0]),
                tries.length == 1 ? 0 : Long.parseLong(tries[1]));
    }
}

package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;

/**
 * Names a queue: what may go into one call together, in one lane. {@code target} is a list id, or
 * the field that is looked up.
 */
record QueueKey(Lane lane, Wish.Kind kind, String target, int level) {

    /** What a pause is for: the queue without its lane. */
    String work() {
        return callKind() + "/" + target;
    }

    CallKind callKind() {
        return switch (kind) {
            case ADD -> CallKind.ADD;
            case REMOVE -> CallKind.REMOVE;
            case LOOKUP -> CallKind.LOOKUP;
            default -> CallKind.UPSERT;
        };
    }

    long list() {
        return kind.aboutList() ? Long.parseLong(target) : 0;
    }

    /** Members a call may have: halved as often as such calls were refused as a whole. */
    int batch() {
        return Math.max(1, SchedulerSettings.BATCH >> Math.min(level, 16));
    }

    /** The same work in another lane. */
    QueueKey in(Lane other) {
        return new QueueKey(other, kind, target, level);
    }

    String text() {
        return lane.ordinal() + "/" + kind.ordinal() + "/" + level + "/" + target;
    }

    static QueueKey parse(String text) {
        String[] parts = text.split("/", 4);
        return new QueueKey(
                Lane.values()[Integer.parseInt(parts[0])],
                Wish.Kind.values()[Integer.parseInt(parts[1])],
                parts[3],
                Integer.parseInt(parts[2]));
    }
}

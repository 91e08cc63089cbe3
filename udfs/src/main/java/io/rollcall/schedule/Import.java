package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.wish.Wish;
import java.util.HashSet;
import java.util.Set;

/**
 * A file of additions to one list, and how far it has come. Its people stand in calls of kind ROWS
 * whose ids begin with its own. Mutable; written down after each change.
 */
final class Import {

    /** Written in state by ordinal: append only. */
    enum Phase {
        /** People are being taken from the queues and announced. */
        FILLING,
        /** All announced; their rows are made from what is wished now. */
        CHECKING,
        /** The file waits for its turn. */
        SENDING,
        /** It was released; no answer yet. */
        SENT,
        /** Marketo has it. */
        RUNNING,
        /** Its failed rows are being asked for. */
        FAILURES,
        WARNINGS,
        /** Nobody knows whether Marketo has it, and it may until {@link #lookAt}. */
        LOST,
        /** What became of it is being told. */
        OVER;

        boolean isBeforeRelease() {
            return compareTo(SENDING) <= 0;
        }
    }

    /** Written in state by ordinal: append only. */
    enum Result {
        UNKNOWN,
        /** It never ran. */
        NOTHING,
        /** All rows but those that failed. */
        DONE,
        /** Marketo gave it up, with some of it done perhaps. */
        FAILED
    }

    final String id;
    final Wish.Kind kind;
    final long list;
    Phase phase = Phase.FILLING;
    Result result = Result.UNKNOWN;

    /** Calls of people, and people. */
    int parts;

    int rows;

    /** When it was sent (epoch ms), and when to ask again. */
    long since;

    long lookAt;
    int looks;

    /** Marketo's id of it, and what it says of its rows. */
    long batch;

    int failed;
    int warned;

    /** The next row of the file of failures or warnings. */
    int row;

    /**
     * Whether its people are known from their announcements alone: some may have left before the
     * file was sent.
     */
    boolean adopted;

    /** The request that is under way for it, or was. */
    String call;

    final Set<Long> refused = new HashSet<>();
    final Set<Long> doubtful = new HashSet<>();

    Import(String id, Wish.Kind kind, long list) {
        this.id = id;
        this.kind = kind;
        this.list = list;
    }

    static Import of(ImportBatch batch, long list) {
        boolean known = batch.field().equals("id");
        return new Import(batch.of(), known ? Wish.Kind.ADD : Wish.Kind.UPSERT, list);
    }

    /** Marketo's field that tells its rows apart. */
    String field() {
        return kind == Wish.Kind.ADD ? "id" : "email";
    }

    String nextPart() {
        return id + "." + parts++;
    }

    /** The import that a call of kind ROWS belongs to. */
    static String of(OpenCall part) {
        return part.id.substring(0, part.id.indexOf('.'));
    }

    /** What its failed rows are told by. */
    static long key(OpenCall.Member member) {
        return member.lead() != 0 ? member.lead() : member.valueHash();
    }

    ImportBatch batch() {
        return ImportBatch.of(id, field()).is(batch, null);
    }

    /** The request that its phase wants, or null. */
    CallKind wants(long now) {
        return switch (phase) {
            case SENDING -> CallKind.IMPORT;
            case RUNNING -> lookAt <= now ? CallKind.IMPORT_STATUS : null;
            case FAILURES -> CallKind.IMPORT_FAILURES;
            case WARNINGS -> CallKind.IMPORT_WARNINGS;
            default -> null;
        };
    }

    void over(Result how) {
        phase = Phase.OVER;
        result = how;
    }
}

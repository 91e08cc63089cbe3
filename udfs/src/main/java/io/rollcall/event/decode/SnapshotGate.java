package io.rollcall.event.decode;

import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import java.time.Instant;
import java.util.List;

/**
 * Watches the parts of snapshots go by and decides at the end of each whether those who are missing
 * from it have left. They have not when the upload is older than the last one, holds broken rows,
 * since one of them may be theirs, or holds nobody and that is not allowed.
 */
final class SnapshotGate {

    private final CsvOptions csv;
    private long newestAt;
    private Progress progress = Progress.NONE;

    SnapshotGate(CsvOptions csv) {
        this.csv = csv;
    }

    /** What went by of the snapshot that is being read; {@code begun} once its header was there. */
    public record Progress(long rows, long broken, boolean begun, long newestAt) {
        static final Progress NONE = new Progress(0, 0, false, 0);
    }

    Progress progress() {
        return new Progress(progress.rows(), progress.broken(), progress.begun(), newestAt);
    }

    void restore(Progress kept) {
        progress = kept;
        newestAt = kept.newestAt();
    }

    /** Older than what has been taken: none of it counts. */
    boolean isStale(RawEvent raw) {
        return raw.timestamp() < newestAt;
    }

    String staleness() {
        return "older than the snapshot of " + Instant.ofEpochMilli(newestAt) + ", taken already";
    }

    void passed(Decoded decoded) {
        boolean refused = decoded.reason() != null;
        progress =
                new Progress(
                        progress.rows() + decoded.events().size(),
                        progress.broken() + decoded.refused().size() + (refused ? 1 : 0),
                        true,
                        0);
    }

    /** Null when those who are missing have left, else why not. */
    String end(RawEvent raw) {
        Progress whole = progress;
        progress = Progress.NONE;
        if (!whole.begun()) {
            return "empty snapshot without a header: nobody was removed";
        }
        if (whole.broken() > 0) {
            return "snapshot with "
                    + whole.broken()
                    + " broken rows: nobody was removed; mend them and upload it again";
        }
        if (whole.rows() == 0 && !csv.allowEmpty()) {
            return "empty snapshot: nobody was removed; allow-empty: true would clear the audience";
        }
        newestAt = raw.timestamp();
        return null;
    }

    /** Whoever was last said to be in before this time has left. */
    AudienceEvent marker(RawEvent raw) {
        String namespace =
                csv.audienceNamespace() == null
                        ? ""
                        : Namespaces.canonical(csv.audienceNamespace());
        Assertion left = new Assertion(namespace, csv.audience(), false, raw.timestamp(), 0);
        return new AudienceEvent(
                AudienceEvent.Kind.SNAPSHOT,
                "",
                raw.timestamp(),
                List.of(),
                List.of(left),
                List.of(),
                raw.origin());
    }
}

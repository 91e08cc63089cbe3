package io.rollcall.ledger;

import io.rollcall.event.Bucket;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.function.Consumer;

/**
 * All that reaches one bucket of the ledger; the kind says which component is set. Only events come
 * in bundles, whose bucket is that of the first.
 */
public record LedgerInput(
        Kind kind, int bucket, byte[] events, MemberReport report, LedgerNote note, Stone stone) {

    public enum Kind {
        EVENTS,
        REPORT,
        SWEEP,
        NOTE,
        STONE
    }

    /** {@code events} as {@link Bundle} writes them. */
    static LedgerInput events(int bucket, byte[] events) {
        return new LedgerInput(Kind.EVENTS, bucket, events, null, null, null);
    }

    /** How many events it stands for; anything else is one of its kind. */
    public int size() {
        return kind == Kind.EVENTS ? Bundle.size(events) : 1;
    }

    public static LedgerInput sweep(int bucket) {
        return new LedgerInput(Kind.SWEEP, bucket, null, null, null, null);
    }

    /** One input per member that was sent; a call that was not made says nothing of anybody. */
    public static void split(Report report, Consumer<LedgerInput> out) {
        if (report.kind() == Report.Kind.STONES) {
            StoneNote.read(report, out);
            return;
        }
        if (report.concernsLead()) {
            LedgerNote note = LedgerNote.of(report);
            if (note.rowKey() != null) {
                out.accept(new LedgerInput(Kind.NOTE, note.bucket(), null, null, note, null));
            }
            return;
        }
        if (report.kind() != Report.Kind.ENDED || report.verdict() == Verdict.NOT_DONE) {
            return;
        }
        for (Member member : report.members()) {
            if (member.status() != MemberStatus.LEFT_OUT && member.person() != null) {
                MemberReport part = MemberReport.of(report, member);
                int bucket = Bucket.of(member.person());
                out.accept(new LedgerInput(Kind.REPORT, bucket, null, part, null, null));
            }
        }
    }
}

package io.rollcall.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Bucket;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.function.Consumer;

/** All that reaches one bucket of the ledger; the kind says which component is set. */
public record LedgerInput(
        Kind kind, int bucket, byte[] event, MemberReport report, LedgerNote note, Stone stone) {

    public enum Kind {
        EVENT,
        REPORT,
        SWEEP,
        NOTE,
        STONE
    }

    public static LedgerInput of(AudienceEvent event) {
        byte[] person = event.person().getBytes(UTF_8);
        return event(Bucket.of(person), EventCodec.encode(event, person));
    }

    /** {@code event} is an {@link AudienceEvent} as {@link EventCodec} writes it. */
    static LedgerInput event(int bucket, byte[] event) {
        return new LedgerInput(Kind.EVENT, bucket, event, null, null, null);
    }

    /** To the bucket of its person; the end of a snapshot of everybody, to all. */
    public static void spread(AudienceEvent event, Consumer<LedgerInput> out) {
        if (event.kind() != AudienceEvent.Kind.SNAPSHOT || !event.person().isEmpty()) {
            out.accept(of(event));
            return;
        }
        byte[] bytes = EventCodec.encode(event, event.person().getBytes(UTF_8));
        for (int bucket = 0; bucket < Bucket.COUNT; bucket++) {
            out.accept(event(bucket, bytes));
        }
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

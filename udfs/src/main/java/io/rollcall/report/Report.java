package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A fact about one call, or about a run. {@code job} keeps two jobs on one topic apart. {@code run}
 * is whose call it is. {@code sequence} is the offset of the call's announcement; an announcement
 * itself is written with -1 and gets its own offset when read. {@code offset} is filled in by the
 * reader; {@code at} is the writer's clock, epoch ms. {@code usage} stands only in the end of a
 * usage call, {@code setUp} only in what is about a set-up call or what came of one, {@code note}
 * only in what the ledger writes to itself, {@code batch} only in what is about an import.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        Kind kind,
        String job,
        String instance,
        String run,
        String callId,
        CallKind call,
        long list,
        long sequence,
        long at,
        Verdict verdict,
        String code,
        String requestId,
        List<Member> members,
        ListPage page,
        long offset,
        Usage usage,
        SetUp setUp,
        LeadNote note,
        ImportBatch batch) {

    public enum Kind {
        /** A run starts here: what it has not read by now, it need not wait for. */
        BEGIN,
        /** A call is about to be made. */
        ANNOUNCED,
        /** A call has ended, one way or another. */
        ENDED,
        /** A list is being read, or has been read to its end. */
        LIST_READ,
        /** The list of this id is the one that the configuration names. */
        LIST_FOUND,
        /** What Marketo says of the fields that the configuration names. */
        DESCRIBED,
        /** A person's row goes by this lead and has something to say about it. */
        CLAIM,
        /** Who owns a lead, told to one of those who claimed it. */
        GRANT,
        /** An alias's record on its way to the owner. */
        FORWARD,
        /** A person's row no longer goes by this lead. */
        RELEASE,
        /** A person without a lead, told to the row of another of their names. */
        LINK,
        /** What a call for one person did on a list to a lead that another row may own. */
        OTHERS_LEAD,
        /**
         * An activation sends nothing more of its own: {@code code} names it, {@code requestId}
         * says why.
         */
        HELD,
        /** Someone lets a held activation go on. */
        RELEASED,
        /** The other names of someone who asked to be forgotten: a stone for each, hashed. */
        STONES,
        /** Someone asks to try again what was refused with {@code code} on this list. */
        RETRY,
        /** A kind of a later version: counted and skipped. */
        UNKNOWN
    }

    public Report {
        members = members == null ? List.of() : members;
    }

    /** Begins a report; what is not said of it is null, 0 for {@code list}, -1 for offsets. */
    public static ReportDraft of(Kind kind, String job, String instance) {
        return new ReportDraft(kind, job, instance);
    }

    /** Begins another one that is like this. */
    public ReportDraft but() {
        return new ReportDraft(this);
    }

    /** What the ledger writes to itself about an instance's lead. */
    public static Report note(Kind kind, String job, String instance, long at, LeadNote note) {
        return of(kind, job, instance).run("ledger").at(at).note(note).build();
    }

    /** Whether it is about who owns a lead. */
    public boolean concernsLead() {
        return switch (kind) {
            case CLAIM, GRANT, FORWARD, RELEASE, LINK, OTHERS_LEAD -> true;
            default -> false;
        };
    }

    public Report readAt(long readOffset) {
        return but().offset(readOffset).build();
    }
}

package io.rollcall.ledger;

import io.rollcall.report.LeadNote;
import io.rollcall.report.Member;
import io.rollcall.report.Report;
import java.time.InstantSource;
import java.util.List;

/** Writes what one row has to tell another, which only the reports topic carries across buckets. */
final class Notes {

    private final String job;
    private final InstantSource clock;
    private final LedgerOutput out;

    Notes(LedgerSettings settings, InstantSource clock, LedgerOutput out) {
        this.job = settings.job();
        this.clock = clock;
        this.out = out;
    }

    void write(Report.Kind kind, String instance, LeadNote note) {
        out.note(Report.note(kind, job, instance, clock.millis(), note));
    }

    /** Which row owns the lead only the lead's own row knows. */
    void othersLead(MemberReport report, boolean proven, long lateUntil) {
        long list = report.list();
        Member member = report.member();
        ListFact fact =
                new ListFact(
                        list,
                        report.call(),
                        report.sequence(),
                        report.offset(),
                        -1,
                        proven,
                        lateUntil);
        String instance = report.instance();
        othersLead(instance, null, member.person(), member.lead(), List.of(fact));
    }

    /** The same of what was done before anybody claimed the lead. */
    void othersLead(String instance, long lead, String owner, List<ListFact> facts) {
        othersLead(instance, owner, owner, lead, facts);
    }

    private void othersLead(
            String instance, String to, String from, long lead, List<ListFact> facts) {
        byte[] record = new Voice(List.of(), List.of(), facts).encode();
        LeadNote note = new LeadNote(to, from, lead, 0, List.of(), record);
        write(Report.Kind.OTHERS_LEAD, instance, note);
    }

    void release(String instance, String person, long lead, long stamp) {
        write(Report.Kind.RELEASE, instance, LeadNote.toLead(person, lead, stamp, List.of()));
    }
}

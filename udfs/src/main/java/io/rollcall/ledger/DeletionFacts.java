package io.rollcall.ledger;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.Reaction;
import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;
import io.rollcall.report.MemberStatus;

/** Applies the end of a deletion to a row. A lead that was gone already is as good as deleted. */
final class DeletionFacts {

    private DeletionFacts() {}

    /** Whether the lead is gone. */
    static boolean apply(MemberReport report, Said said) {
        InstanceRow instance = said.row.instance(report.instance());
        if (instance == null || !LeadSettlement.isFinal(report)) {
            return false;
        }
        boolean settled = LeadSettlement.of(report, instance, said).wish();
        instance.seen = Math.max(instance.seen, report.offset());
        boolean gone = isGone(report);
        if (gone) {
            LeadChange.deleted(report, instance, said);
            if (settled) {
                said.outcome(report, null, Change.DELETE, Status.APPLIED);
            }
        } else if (settled) {
            instance.refusal = report.member().code();
            instance.nextAt = said.now + ListFacts.removalWait(instance.tries);
            instance.tries++;
            said.count(LedgerMetric.REJECTED);
            said.outcome(report, null, Change.DELETE, Status.REJECTED);
        }
        return gone;
    }

    private static boolean isGone(MemberReport report) {
        return report.member().status() == MemberStatus.DELETED
                || ErrorTable.verdict(report.member().code(), ErrorLevel.RECORD).reaction()
                        == Reaction.LEAD_GONE;
    }
}

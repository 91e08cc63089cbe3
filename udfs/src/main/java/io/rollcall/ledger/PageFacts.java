package io.rollcall.ledger;

import io.rollcall.report.CallKind;
import io.rollcall.report.MemberStatus;

/** Applies what a list read says of one person. */
final class PageFacts {

    private final LeadFacts leads;

    PageFacts(LeadFacts leads) {
        this.leads = leads;
    }

    void apply(MemberReport report, Said said) {
        if (report.member().status() != MemberStatus.PRESENT) {
            return;
        }
        InstanceRow instance = said.row.instanceOrNew(report.instance());
        ListRow list = instance.listOrNew(report.list());
        long lead = report.member().lead();
        leads.seenOnList(instance, lead);
        if (instance.lead != lead) {
            alsoOn(list, lead);
        } else if (mayOverrule(report, list)) {
            list.news |= list.reported != Reported.IN;
            list.reported = Reported.IN;
            list.proven = true;
            list.direction = CallKind.ADD;
            list.sequence = report.sequence();
            list.endOffset = report.offset();
        }
    }

    /**
     * A page tells how the list was somewhen after the read began. So it says nothing against a
     * call that ended later, nor against one that perhaps still runs.
     */
    private static boolean mayOverrule(MemberReport report, ListRow list) {
        return list.reported != Reported.UNKNOWN && list.endOffset <= report.generation()
                || list.reported == Reported.NEVER;
    }

    private static void alsoOn(ListRow list, long lead) {
        if (list.alsoOn.stream().noneMatch(also -> also.lead() == lead)) {
            list.alsoOn.add(new ListRow.AlsoOn(lead, false));
        }
    }
}

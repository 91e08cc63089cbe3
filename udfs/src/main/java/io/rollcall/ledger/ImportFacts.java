package io.rollcall.ledger;

import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;
import io.rollcall.report.CallKind;

/**
 * Applies what an import did to a person whose lead was not known: they are on the list by the name
 * that was in the file, and Marketo does not tell as which lead.
 */
final class ImportFacts {

    private final Plan plan;

    ImportFacts(Plan plan) {
        this.plan = plan;
    }

    void apply(MemberReport report, Said said) {
        Answer answer = Answer.of(report.as(CallKind.ADD));
        if (answer != Answer.YES && answer != Answer.PERHAPS) {
            return;
        }
        InstanceRow instance = said.row.instanceOrNew(report.instance());
        LeadSettlement settled = LeadSettlement.of(report.as(CallKind.UPSERT), instance, said);
        ListRow list = instance.listOrNew(report.list());
        boolean certain = answer == Answer.YES && instance.lead == 0;
        ListFacts.ran(report.as(CallKind.ADD), list, certain ? answer : Answer.PERHAPS, said);
        list.seen = Math.max(list.seen, report.offset());
        instance.seen = Math.max(instance.seen, report.offset());
        ImportedLead.imported(LookupKey.hash(report.member()), answer == Answer.YES, instance);
        if (settled.wish()) {
            instance.valuesHash = LeadWish.written(settled.hash(), report.list());
            list.accept();
            tell(report, said);
        }
    }

    /** Both wishes that it settled: to have a lead, and to be on the list. */
    private void tell(MemberReport report, Said said) {
        String code = report.member().code();
        said.outcome(report, null, Change.CREATE, Status.APPLIED, code, "imported");
        said.outcome(
                report,
                plan.target(report.instance(), report.list()),
                Change.ADD,
                Status.APPLIED,
                code,
                Said.words(code));
    }
}

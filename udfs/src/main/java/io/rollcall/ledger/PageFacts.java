package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.event.Identity;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import java.util.List;

/** Applies what a list read says of one person. */
final class PageFacts {

    private PageFacts() {}

    static void apply(MemberReport report, Instance there, Said said) {
        if (report.member().status() != MemberStatus.PRESENT) {
            return;
        }
        InstanceRow instance = said.row.instanceOrNew(report.instance());
        ListRow list = instance.listOrNew(report.list());
        long lead = report.member().lead();
        if (instance.lead == 0) {
            ImportedLead.named(report, importedName(report, there, instance), instance);
        }
        LeadChange.seenOnList(report, instance, said);
        instance.isFirstName = isFirst(report, there);
        if (instance.lead == lead) {
            instance.unsubscribed = Member.UNSUBSCRIBED.equals(report.member().code());
        }
        if (instance.lead != lead) {
            list.maybeOn(lead);
        } else if (mayOverrule(report, list) || mayTellOwner(report, instance, list)) {
            new CallFact(CallKind.ADD, report.generation(), report.offset(), true).applyTo(list);
        }
    }

    /** The name that was imported, if the page names the lead by it; else 0. */
    private static long importedName(MemberReport report, Instance there, InstanceRow instance) {
        List<Identity> named = report.member().identities();
        // An extract spares a lead's only name, since the person says it.
        List<Identity> names =
                named.isEmpty() ? List.of(Identity.ofKey(report.member().person())) : named;
        for (Instance.Lookup lookup : there.lookup()) {
            for (Identity identity : names) {
                long name = new LookupKey(lookup.field(), identity.value()).hash();
                boolean same = identity.namespace().equals(lookup.namespace());
                if (same && name == instance.importedAs) {
                    return name;
                }
            }
        }
        return 0;
    }

    /** A page names a lead by each of its identities. */
    private static boolean isFirst(MemberReport report, Instance there) {
        for (Instance.Lookup lookup : there.lookup()) {
            for (Identity identity : report.member().identities()) {
                if (identity.namespace().equals(lookup.namespace())) {
                    return identity.key().equals(report.member().person());
                }
            }
        }
        return false;
    }

    /**
     * A page tells how the list was somewhen after the read began. So it says nothing against a
     * call that ended later, nor against one that perhaps still runs.
     */
    private static boolean mayOverrule(MemberReport report, ListRow list) {
        return list.reported != Reported.UNKNOWN && list.endOffset <= report.generation()
                || list.reported == Reported.NEVER;
    }

    /**
     * An alias knows of no call that its owner has made, and decides nothing; but a page may name
     * the lead by the alias alone. The owner sets it against those calls.
     */
    private static boolean mayTellOwner(MemberReport report, InstanceRow instance, ListRow list) {
        return instance.aliasOf != null
                && list.direction == null
                && list.sequence <= report.generation();
    }
}

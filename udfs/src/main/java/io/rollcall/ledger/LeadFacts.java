package io.rollcall.ledger;

import io.rollcall.marketo.Reaction;
import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;

/** Applies the end of a look-up or an upsert to a row: which lead this person is. */
final class LeadFacts {

    private final NotFoundFacts notFound;

    LeadFacts(Plan plan, LedgerSettings settings) {
        this.notFound = new NotFoundFacts(plan, settings);
    }

    void apply(MemberReport report, Said said) {
        if (!LeadSettlement.isFinal(report)) {
            perhaps(report, said);
            return;
        }
        InstanceRow instance = said.row.instanceOrNew(report.instance());
        LeadSettlement settled = LeadSettlement.of(report, instance, said);
        instance.askedNames |= settled.wish() && report.call() == CallKind.LOOKUP;
        boolean newest = report.sequence() > instance.sequence;
        instance.seen = Math.max(instance.seen, report.offset());
        if (newest && !ofFormerLead(report, instance)) {
            instance.sequence = report.sequence();
            answered(report, instance, settled, said);
        } else if (settled.wish()) {
            said.count(LedgerMetric.SUPERSEDED);
        }
    }

    /** An upsert that perhaps ran leaves it unknown which values Marketo holds. */
    private static void perhaps(MemberReport report, Said said) {
        InstanceRow instance = said.row.instance(report.instance());
        if (report.call() == CallKind.UPSERT && instance != null) {
            instance.valuesHash = 0;
        }
    }

    /** An update by id names the lead it was sent for, which says nothing about who that is. */
    private static boolean ofFormerLead(MemberReport report, InstanceRow instance) {
        return LeadSettlement.byId(report) && report.member().lead() != instance.lead;
    }

    private void answered(
            MemberReport report, InstanceRow instance, LeadSettlement settled, Said said) {
        switch (report.member().status()) {
            case FOUND -> {
                // Marketo's search lags behind its deletions.
                if (!instance.erased.contains(report.member().lead())) {
                    ImportedLead.named(report, settled.hash(), instance);
                    found(report, instance, said);
                } else if (!oneByOne(report, instance, said)) {
                    notFound(report, instance, settled, said);
                }
            }
            case CREATED, UPDATED -> {
                ImportedLead.named(report, LookupKey.hash(report.member()), instance);
                found(report, instance, said);
                // What the call says it wrote: others may have been asked for meanwhile.
                instance.valuesHash = report.member().valuesHash();
            }
            case NOT_FOUND -> notFound(report, instance, settled, said);
            case SKIPPED -> skipped(report, instance, settled, said);
            default -> {}
        }
    }

    private void found(MemberReport report, InstanceRow instance, Said said) {
        LeadChange.found(report, instance, said);
        flagged(report, instance, said);
        instance.leadsNames = report.member().identities();
        instance.state = LeadState.KNOWN;
        instance.refusal = null;
        said.outcome(report, null, change(report), Status.APPLIED);
    }

    /** Who is flagged is looked up again after growing waits: nobody tells that a flag has gone. */
    private void flagged(MemberReport report, InstanceRow instance, Said said) {
        if (report.call() != CallKind.LOOKUP) {
            return;
        }
        instance.unsubscribed = Member.UNSUBSCRIBED.equals(report.member().code());
        if (instance.unsubscribed && !said.row.forgetting) {
            instance.nextAt = said.now + notFound.unmatchedWait(instance.tries);
            instance.tries++;
        }
    }

    private void notFound(
            MemberReport report, InstanceRow instance, LeadSettlement settled, Said said) {
        if (ImportedLead.mayComeYet(settled.hash(), instance, said)) {
            said.outcome(report, null, Change.LOOKUP, Status.DEFERRED, null, instance.refusal);
            return;
        }
        if (instance.lead != 0) {
            notFound.lookedInVain(report, instance, settled, said);
            return;
        }
        if (instance.state == LeadState.AMBIGUOUS) {
            // An upsert sees several, a look-up none: asking in turn would never end.
            rejected(report, instance, settled, instance.refusal, said);
        } else {
            notFound.apply(report, instance, settled, said);
        }
    }

    private static boolean oneByOne(MemberReport report, InstanceRow instance, Said said) {
        boolean taken = said.row.forgetting && LeadChange.oneOfSeveral(report, instance);
        if (taken) {
            String reason = "one of several leads to forget, one by one";
            String code = report.member().code();
            said.outcome(report, null, Change.LOOKUP, Status.DEFERRED, code, reason);
        }
        return taken;
    }

    private void skipped(
            MemberReport report, InstanceRow instance, LeadSettlement settled, Said said) {
        String code = report.member().code();
        if (oneByOne(report, instance, said)) {
            return;
        }
        boolean current = LeadSettlement.byId(report) && instance.lead != instance.lostLead;
        if (LeadSettlement.reaction(report) == Reaction.LEAD_GONE && current) {
            said.outcome(report, null, Change.UPDATE, Status.DEFERRED);
            LeadChange.lost(report, instance, said);
        } else if (mayBeChosen(report, instance)) {
            instance.state = instance.wasLost() ? LeadState.LOST : LeadState.AMBIGUOUS;
            instance.refusal = code;
            said.outcome(report, null, Change.CREATE, Status.DEFERRED);
        } else {
            rejected(report, instance, settled, code, said);
        }
    }

    /** 1007: several leads match an upsert; a look-up lets the duplicate policy choose. */
    private static boolean mayBeChosen(MemberReport report, InstanceRow instance) {
        return LeadSettlement.reaction(report) == Reaction.AMBIGUOUS
                && report.call() == CallKind.UPSERT
                && instance.lead == 0;
    }

    private void rejected(
            MemberReport report,
            InstanceRow instance,
            LeadSettlement settled,
            String code,
            Said said) {
        if (instance.lead == 0) {
            instance.state = LeadState.REJECTED;
            instance.nextAt = said.now + ListFacts.removalWait(instance.tries);
            instance.tries++;
        } else if (report.call() == CallKind.UPSERT) {
            // The values were refused, not the person: do not offer the same ones again.
            instance.valuesHash = settled.hash();
        } else if (report.call() == CallKind.LOOKUP) {
            notFound.moveOn(report, instance, settled, said);
        }
        instance.refusal = code;
        instance.refusedAt = Judge.newestAt(said.row.seenAt(instance.munchkinId));
        said.count(LedgerMetric.REJECTED);
        said.outcome(report, null, change(report), Status.REJECTED, code, Said.words(code));
    }

    private static Change change(MemberReport report) {
        return switch (report.member().status()) {
            case CREATED -> Change.CREATE;
            case UPDATED -> Change.UPDATE;
            default -> {
                boolean looked = report.call() == CallKind.LOOKUP;
                yield looked
                        ? Change.LOOKUP
                        : LeadSettlement.byId(report) ? Change.UPDATE : Change.CREATE;
            }
        };
    }
}

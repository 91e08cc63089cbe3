package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;
import java.util.List;

/** Applies that a look-up was in vain: another identity is next, or the person is nobody. */
final class NotFoundFacts {

    private final Plan plan;
    private final LedgerSettings settings;

    NotFoundFacts(Plan plan, LedgerSettings settings) {
        this.plan = plan;
        this.settings = settings;
    }

    void apply(MemberReport report, InstanceRow instance, LeadSettlement settled, Said said) {
        if (!othersToLookFor(report, instance, settled, said)) {
            nobody(report, instance, said);
        } else if (settled.wish()) {
            deferred(report, "looking for another identity", said);
        }
    }

    private static void deferred(MemberReport report, String reason, Said said) {
        said.outcome(report, null, Change.LOOKUP, Status.DEFERRED, null, reason);
    }

    /** Of a lead that is known from elsewhere: nothing but that this name does not lead to it. */
    void lookedInVain(
            MemberReport report, InstanceRow instance, LeadSettlement settled, Said said) {
        moveOn(report, instance, settled, said);
        if (settled.wish()) {
            deferred(report, "the lead is known under another name", said);
        }
    }

    /** The same question at once would get the same answer, for ever. */
    void moveOn(MemberReport report, InstanceRow instance, LeadSettlement settled, Said said) {
        boolean asks = instance.hearsay || instance.unsubscribed;
        if (asks && !othersToLookFor(report, instance, settled, said) && instance.unsubscribed) {
            instance.nextAt = said.now + unmatchedWait(instance.tries);
            instance.tries++;
            instance.inVain.clear();
        }
    }

    /** Only who is found under none of their identities is nobody. */
    private boolean othersToLookFor(
            MemberReport report, InstanceRow instance, LeadSettlement settled, Said said) {
        Instance at = plan.instance(report.instance());
        List<LookupKey> keys = LookupKey.searchable(said.row, at, settings);
        keys.stream()
                .filter(key -> keys.size() == 1 || settled.wish() && key.hash() == settled.hash())
                .filter(key -> !instance.inVain.contains(key.hash()))
                .forEach(key -> instance.inVain.add(key.hash()));
        instance.inVain.retainAll(keys.stream().map(LookupKey::hash).toList());
        return !keys.stream().allMatch(key -> instance.inVain.contains(key.hash()));
    }

    private void nobody(MemberReport report, InstanceRow instance, Said said) {
        boolean erased = instance.wasLost() || instance.importProven;
        ImportedLead.forget(instance);
        instance.state = erased ? LeadState.DELETED : LeadState.UNMATCHED;
        instance.deletedAt = erased ? said.now : 0;
        instance.nextAt = said.now + unmatchedWait(instance.tries);
        instance.tries++;
        instance.lists.forEach(list -> list.doubt(Reported.OUT, report.offset()));
        said.count(LedgerMetric.UNMATCHED);
        said.outcome(
                report,
                null,
                Change.LOOKUP,
                erased ? Status.EXCLUDED : Status.UNMATCHED,
                null,
                erased ? "lead-deleted" : "no lead matches");
    }

    long unmatchedWait(int tries) {
        return Backoff.doubling(settings.unmatchedRetry(), settings.unmatchedRetryMax(), tries);
    }
}

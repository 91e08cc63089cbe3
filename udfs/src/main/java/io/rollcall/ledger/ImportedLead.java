package io.rollcall.ledger;

import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;

/**
 * A lead that an import has put on a list, known by the name in its file alone. Until an answer
 * about that very name tells its id, nothing may be taken for it: the person's other names may lead
 * to another one.
 */
final class ImportedLead {

    /** Marketo's search may lag behind its imports. */
    private static final int LOOKS = 3;

    private ImportedLead() {}

    /** There is a lead now under the name of this hash, or there may be. */
    static void imported(long name, boolean proven, InstanceRow instance) {
        instance.importProven = proven || instance.importProven && instance.importedAs == name;
        instance.importedAs = name;
        // Who was looked for in vain meanwhile may have come by a file whose answer was lost.
        boolean news = proven || instance.state == LeadState.UNMATCHED;
        if (instance.lead != 0 || !news) {
            return;
        }
        switch (instance.state) {
            case UNMATCHED, REJECTED -> instance.state = LeadState.NONE;
            // Erased before, and back by a call of ours that was under way: to be found again.
            case DELETED -> instance.state = LeadState.LOST;
            default -> {}
        }
        instance.inVain.remove(name);
        instance.nextAt = 0;
        instance.tries = 0;
        instance.refusal = null;
    }

    /** An answer to what was asked under the name of hash {@code asked} is about to be taken. */
    static void named(MemberReport report, long asked, InstanceRow instance) {
        if (instance.importedAs == 0) {
            return;
        }
        boolean made = report.member().status() == MemberStatus.CREATED;
        boolean same = asked == instance.importedAs;
        if (instance.lead == 0) {
            instance.lists.stream()
                    .filter(list -> list.direction == CallKind.ADD)
                    .forEach(list -> belongs(list, report, same && !made));
        } else if (same) {
            // Which lists it was is forgotten by now; to take someone off twice harms nobody.
            instance.lists.forEach(list -> report.member().others().forEach(list::maybeOn));
        }
        if (same) {
            forget(instance);
        }
    }

    static void forget(InstanceRow instance) {
        instance.importedAs = 0;
        instance.importProven = false;
    }

    /** Of several leads of one name, nobody knows which the import has chosen. */
    private static void belongs(ListRow list, MemberReport report, boolean same) {
        Member member = report.member();
        if (same) {
            member.others().forEach(list::maybeOn);
        } else {
            list.doubt(Reported.UNKNOWN, report.offset());
        }
    }

    /** Whether an imported person who is not found is to be looked for again after a while. */
    static boolean mayComeYet(long asked, InstanceRow instance, Said said) {
        // 0: nobody can tell, so it may have been this name, and the search may lag.
        if (instance.importedAs == 0 || asked != 0 && asked != instance.importedAs) {
            return false;
        }
        if (instance.lead != 0 || !instance.importProven) {
            forget(instance);
        }
        if (instance.importedAs == 0 || instance.tries >= LOOKS) {
            return false;
        }
        instance.state = instance.wasLost() ? LeadState.LOST : LeadState.REJECTED;
        instance.refusal = "imported, but not to be found yet";
        instance.refusedAt = Judge.newestAt(said.row.seenAt(instance.munchkinId));
        instance.nextAt = said.now + ListFacts.removalWait(instance.tries);
        instance.tries++;
        return true;
    }
}

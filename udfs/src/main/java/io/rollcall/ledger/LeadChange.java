package io.rollcall.ledger;

import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a row when its lead is found, changes, or is gone. */
final class LeadChange {

    private static final int MAX_OTHERS = 10;

    private LeadChange() {}

    /** An answer names this lead as the person's. */
    static void found(MemberReport report, InstanceRow instance, Said said) {
        if (instance.lead == 0) {
            first(report, instance);
        } else if (instance.lead != report.member().lead()) {
            changed(report, instance, said);
        }
        instance.hearsay = false;
        report.member().others().forEach(other -> alsoKnown(instance, other));
    }

    /** A first lead id says nothing about lists: what was read of them stands. */
    static void first(MemberReport report, InstanceRow instance) {
        take(report, instance);
        instance.lists.forEach(list -> list.adopt(instance.lead, report.offset()));
    }

    /** Another lead than before: all that was reported is of the wrong person's lead. */
    private static void changed(MemberReport report, InstanceRow instance, Said said) {
        withdrawAll(instance, said);
        long former = instance.lead;
        boolean wasOurs = !instance.hearsay;
        take(report, instance);
        if (wasOurs) {
            instance.lists.forEach(list -> list.mayStillHold(former));
            alsoKnown(instance, former);
        }
        doubtLists(report.offset(), instance);
        instance.lists.forEach(list -> list.adopt(instance.lead, report.offset()));
    }

    private static void take(MemberReport report, InstanceRow instance) {
        become(instance, report.member().lead());
        instance.hearsay = false;
        instance.inVain.clear();
    }

    private static void become(InstanceRow instance, long lead) {
        instance.lead = lead;
        instance.state = LeadState.KNOWN;
        instance.unsubscribed = false;
        instance.leadNews = true;
        instance.others.remove(instance.lead);
        instance.tries = 0;
        instance.nextAt = 0;
        instance.refusal = null;
    }

    /** 1004 on the current id: forget it and look up only; never create (rule 3.1.6). */
    static void lost(MemberReport report, InstanceRow instance, Said said) {
        said.count(LedgerMetric.LEADS_LOST);
        withdrawAll(instance, said);
        instance.lostLead = instance.lead;
        instance.lead = 0;
        instance.state = LeadState.LOST;
        instance.leadNews = true;
        instance.inVain.clear();
        instance.sequence = Math.max(instance.sequence, report.sequence());
        doubtLists(report.offset(), instance);
    }

    /** Another row names the lead: it says nothing about lists either. */
    static void toldOf(LedgerNote note, InstanceRow instance, Said said) {
        long former = instance.hearsay ? 0 : instance.lead;
        withdrawAll(instance, said);
        if (former != 0) {
            instance.lists.forEach(list -> list.mayStillHold(former));
        }
        doubtLists(note.offset(), instance);
        become(instance, note.note().lead());
        if (former != 0) {
            alsoKnown(instance, former);
        }
        instance.lists.forEach(list -> list.adopt(instance.lead, note.offset()));
    }

    static void doubtAll(long offset, InstanceRow instance, Said said) {
        withdrawAll(instance, said);
        doubtLists(offset, instance);
    }

    /**
     * Where none of several leads is chosen, or the chosen one was deleted and search lags behind,
     * they can still be forgotten one by one.
     */
    static boolean oneOfSeveral(MemberReport report, InstanceRow instance) {
        List<Long> left = new ArrayList<>(report.member().others());
        left.removeAll(instance.erased);
        if (instance.lead != 0 || left.isEmpty()) {
            return false;
        }
        instance.lead = left.get(0);
        instance.state = LeadState.KNOWN;
        instance.leadNews = true;
        return true;
    }

    /** Deleted at the person's own request: whoever else goes by their names is next. */
    static void deleted(MemberReport report, InstanceRow instance, Said said) {
        long gone = report.member().lead();
        if (erased(gone, report.offset(), instance, said) && !said.row.forgetting) {
            instance.state = LeadState.LOST;
            instance.lostLead = gone;
        }
    }

    /**
     * Deleted at the same request, which came under another name: nobody erased this person against
     * their will, so who came again since may have a lead again.
     */
    static void erased(Stone stone, InstanceRow instance, Said said) {
        erased(stone.lead(), stone.offset(), instance, said);
        if (instance.lostLead == stone.lead()) {
            instance.lostLead = 0;
            instance.deletedAt = 0;
            if (instance.lead == 0) {
                instance.state = LeadState.NONE;
                instance.inVain.clear();
            }
        }
    }

    /**
     * Whether it was the lead that this person goes by. One that was gone before it counts among
     * those deleted at the request too, once nobody is found any more.
     */
    private static boolean erased(long gone, long offset, InstanceRow instance, Said said) {
        instance.others.remove(gone);
        if (!instance.erased.contains(gone)) {
            instance.erased.add(gone);
        }
        for (ListRow list : instance.lists) {
            OtherLead other = list.other(gone);
            if (other != null && other.wished()) {
                said.listWish(Wish.Kind.NO_LIST_WISH, instance, list, gone, null);
            }
            list.others.remove(other);
        }
        if (instance.lead != gone) {
            return false;
        }
        withdrawAll(instance, said);
        instance.lead = 0;
        instance.state = LeadState.NONE;
        if (!said.row.forgetting || instance.lostLead == gone) {
            instance.lostLead = 0;
        }
        instance.askedNames = false;
        ImportedLead.forget(instance);
        instance.leadNews = true;
        instance.inVain.clear();
        instance.tries = 0;
        instance.nextAt = 0;
        // What was announced before it ended speaks of a lead that is no more.
        instance.sequence = Math.max(instance.sequence, offset);
        instance.lists.forEach(list -> list.doubt(Reported.OUT, offset));
        return true;
    }

    private static void doubtLists(long offset, InstanceRow instance) {
        instance.changed = offset;
        instance.valuesHash = 0;
        instance.lists.forEach(list -> list.doubt(Reported.UNKNOWN, offset));
    }

    /** All wishes about the lead as it was; what is wished of further leads stands. */
    private static void withdrawAll(InstanceRow instance, Said said) {
        for (ListRow list : instance.lists) {
            if (list.wish != null) {
                said.listWish(Wish.Kind.NO_LIST_WISH, instance, list, instance.lead, null);
                list.unwished();
            }
        }
        if (instance.wish != null) {
            said.leadWish(LeadWish.withdrawal(said.person, instance));
            instance.unwished();
        }
    }

    /**
     * A list read found this lead under one of the person's identities. An older view than what was
     * answered last may show one that is gone: it may still be on the list, and is no lead to go
     * by.
     */
    static void seenOnList(MemberReport report, InstanceRow instance, Said said) {
        long lead = report.member().lead();
        if (instance.hearsay) {
            found(report, instance, said);
        } else if (instance.lead != 0) {
            alsoKnown(instance, lead);
        } else if (report.sequence() > instance.sequence) {
            first(report, instance);
        }
    }

    private static void alsoKnown(InstanceRow instance, long other) {
        if (other != instance.lead
                && !instance.others.contains(other)
                && instance.others.size() < MAX_OTHERS) {
            instance.others.add(other);
        }
    }
}

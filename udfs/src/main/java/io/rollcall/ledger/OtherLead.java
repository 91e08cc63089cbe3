package io.rollcall.ledger;

/**
 * A further lead of a person that is on a list, or may be. {@code wished} once its removal was
 * asked for, as of the report that the ledger had seen then; {@code tries} and {@code nextAt}
 * (epoch ms) are about removals that were refused, or may be undone until then.
 */
record OtherLead(long lead, boolean wished, long asOf, int tries, long nextAt) {

    static OtherLead of(long lead) {
        return new OtherLead(lead, false, -1, 0, 0);
    }

    OtherLead asked(long seen) {
        return new OtherLead(lead, true, seen, tries, nextAt);
    }

    OtherLead unasked() {
        return new OtherLead(lead, false, -1, tries, nextAt);
    }

    OtherLead at(long time) {
        return new OtherLead(lead, wished, asOf, tries, time);
    }

    OtherLead refused(long retryAt) {
        return new OtherLead(lead, false, -1, tries + 1, retryAt);
    }
}

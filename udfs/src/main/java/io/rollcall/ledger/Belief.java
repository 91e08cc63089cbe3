package io.rollcall.ledger;

/** What is reported of a row and a list once the list's newest complete read is considered. */
final class Belief {

    private Belief() {}

    static Reported of(InstanceRow row, Target target, long read, long now) {
        ListRow list = row == null ? null : row.list(target.list());
        Reported reported = list == null ? Reported.NEVER : list.reported;
        if (row != null && row.isNobody() && reported != Reported.IN) {
            return Reported.OUT;
        }
        if (reported == Reported.NEVER) {
            return never(row, read);
        }
        // Whom an addition has yet to put on, a read of the list does not find.
        boolean overruled =
                reported == Reported.IN && list.endOffset < read && list.lateUntil <= now;
        return overruled ? Reported.OUT : reported;
    }

    /** A read speaks of the lead of its time, so it says nothing of one that came later. */
    private static Reported never(InstanceRow row, long read) {
        if (row != null && row.changed > read) {
            return Reported.UNKNOWN;
        }
        return read >= 0 ? Reported.OUT : Reported.NEVER;
    }
}

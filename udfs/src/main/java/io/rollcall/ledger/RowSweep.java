package io.rollcall.ledger;

import java.util.Arrays;
import java.util.List;

/** Judges every row of a bucket anew (rule 3.1.9), and lets those go that are of no more use. */
final class RowSweep {

    private final Expiry expiry;
    private final Owners owners;
    private final Docket docket;

    RowSweep(Expiry expiry, Owners owners, Docket docket) {
        this.expiry = expiry;
        this.owners = owners;
        this.docket = docket;
    }

    void walk(Rows rows) {
        List<String> keys = rows.people();
        keys.stream().filter(Docket::isPerson).forEach(person -> sweep(person, rows));
        keys.stream().filter(OwnerRow::isKey).forEach(lead -> owners.sweep(lead, rows));
    }

    private void sweep(String person, Rows rows) {
        byte[] before = rows.get(person);
        Row row = docket.row(person, before);
        Said said = docket.said(person, row);
        if (expiry.due(said)) {
            docket.remove(said, rows);
            said.count(LedgerMetric.EXPIRED);
        } else if (docket.judge(said, Trigger.SWEEP, rows)) {
            byte[] after = RowCodec.encode(row);
            if (!Arrays.equals(before, after)) {
                docket.put(person, after, rows);
            }
        }
    }
}

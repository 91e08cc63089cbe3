package io.rollcall.simulation;

import io.rollcall.event.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Someone out there: the names they go by, and what another hand did to them in Marketo. */
final class Human {

    final List<String> emails = new ArrayList<>();

    /** Null for most. */
    final String ecid;

    /** Marketo has another address for them than it had. */
    boolean moved;

    /** Two leads of theirs were made one, on whatever lists either was. */
    boolean merged;

    /** Deleted, merged or moved by hand. */
    boolean touched;

    Human(int number, boolean hasEcid) {
        emails.add("p" + number + "@example.com");
        ecid = hasEcid ? "E" + number : null;
    }

    /** The newest address. */
    String email() {
        return emails.get(emails.size() - 1);
    }

    Identity byEmail(World world) {
        return Identity.of("email", world.chance(0.7) ? email() : emails.get(0));
    }

    Identity byEcid() {
        return Identity.of("ecid", ecid);
    }

    /** Every name that they go or went by, as the ledger's rows are called. */
    Set<String> rows() {
        Set<String> rows = new TreeSet<>();
        emails.forEach(email -> rows.add("email:" + email));
        if (ecid != null) {
            rows.add("ecid:" + ecid);
        }
        return rows;
    }

    boolean is(String person) {
        Identity identity = Identity.ofKey(person);
        return emails.contains(identity.value()) || identity.value().equals(ecid);
    }

    boolean is(ModelMarketo.Lead lead) {
        return lead.email() != null && emails.contains(lead.email())
                || ecid != null && ecid.equals(lead.ecid());
    }

    @Override
    public String toString() {
        return emails + (ecid == null ? "" : "/" + ecid);
    }
}

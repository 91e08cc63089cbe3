package io.rollcall.ledger;

import io.rollcall.event.Attribute;
import java.util.ArrayList;
import java.util.List;

/**
 * What another person who goes by the same lead was said to be. Merged by the order of its own
 * times, so that late and doubled forwards change nothing.
 */
record AliasRecord(String person, List<Claim> claims, List<Attribute> consents) {

    static AliasRecord of(String person) {
        return new AliasRecord(person, new ArrayList<>(), new ArrayList<>());
    }

    /** Whether there was anything new. */
    boolean merge(Voice voice) {
        boolean news = false;
        for (Claim claim : voice.claims()) {
            news |= merge(claims, claim);
        }
        for (Attribute consent : voice.consents()) {
            news |= merge(consents, consent);
        }
        return news;
    }

    static boolean merge(List<Claim> claims, Claim said) {
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).sameMatter(said)) {
                boolean beats = said.beats(claims.get(i));
                claims.set(i, beats ? said : claims.get(i));
                return beats;
            }
        }
        return claims.add(said);
    }

    static boolean merge(List<Attribute> attributes, Attribute said) {
        for (int i = 0; i < attributes.size(); i++) {
            Attribute stored = attributes.get(i);
            if (stored.path().equals(said.path())) {
                boolean beats = !said.equals(stored) && Intake.beats(said, stored);
                attributes.set(i, beats ? said : stored);
                return beats;
            }
        }
        return attributes.add(said);
    }
}

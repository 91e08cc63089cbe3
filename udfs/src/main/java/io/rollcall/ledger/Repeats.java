package io.rollcall.ledger;

import io.rollcall.event.Attribute;
import io.rollcall.pack.Unpacker;

/**
 * Tells from the bytes alone that an event says nothing new of a row, since nearly all events do,
 * and reading the row into objects costs many times as much. What it is not sure of it leaves to
 * {@link Intake}, from which it must not differ.
 */
final class Repeats {

    private final Plan plan;
    private final LedgerOutput out;
    private int repeated;
    private int late;
    private int unmapped;

    Repeats(Plan plan, LedgerOutput out) {
        this.plan = plan;
        this.out = out;
    }

    /** {@code said} stands behind the event's person. Counts the assertions if all are repeats. */
    boolean isRepeat(Unpacker said, Unpacker known) {
        repeated = 0;
        late = 0;
        unmapped = 0;
        boolean repeat =
                EventCodec.isMemberships(said)
                        && RowCodec.isPerson(known)
                        && knowsIdentities(said, known)
                        && knowsAttributes(said, known)
                        && knowsClaims(said, known);
        if (repeat) {
            count(LedgerMetric.REPEAT, repeated);
            count(LedgerMetric.LATE, late);
            count(LedgerMetric.UNMAPPED, unmapped);
        }
        return repeat;
    }

    private void count(LedgerMetric what, int times) {
        for (int i = 0; i < times; i++) {
            out.count(what);
        }
    }

    private static boolean knowsIdentities(Unpacker said, Unpacker known) {
        int stored = known.count();
        int first = known.at();
        for (int left = said.count(); left > 0; left--) {
            int saidAt = said.at();
            said.skipString();
            said.skipString();
            known.goTo(first);
            if (!holdsIdentity(known, stored, said, saidAt)) {
                return false;
            }
        }
        known.goTo(first);
        skip(known, stored);
        return true;
    }

    /** An identity is two texts and a time, and so is an attribute. */
    private static void skip(Unpacker known, int stored) {
        for (int i = 0; i < stored; i++) {
            known.skipString();
            known.skipString();
            known.skipVarint();
        }
    }

    private static boolean holdsIdentity(Unpacker known, int stored, Unpacker said, int saidAt) {
        for (int i = 0; i < stored; i++) {
            int knownAt = known.at();
            known.skipString();
            known.skipString();
            if (said.equalsFrom(saidAt, known, knownAt)) {
                return true;
            }
            known.skipVarint();
        }
        return false;
    }

    private static boolean knowsAttributes(Unpacker said, Unpacker known) {
        int stored = known.count();
        int first = known.at();
        for (int left = said.count(); left > 0; left--) {
            int saidAt = said.at();
            said.skipString();
            known.goTo(first);
            if (!findPath(known, stored, said, saidAt)) {
                return false;
            }
            said.goTo(saidAt);
            Attribute now = RowCodec.attribute(said);
            Attribute before = new Attribute(now.path(), known.string(), known.varint());
            if (!now.equals(before) && Intake.beats(now, before)) {
                return false;
            }
        }
        known.goTo(first);
        skip(known, stored);
        return true;
    }

    /** Leaves {@code known} behind the path, if it is there. */
    private static boolean findPath(Unpacker known, int stored, Unpacker said, int saidAt) {
        for (int i = 0; i < stored; i++) {
            int knownAt = known.at();
            known.skipString();
            if (said.equalsFrom(saidAt, known, knownAt)) {
                return true;
            }
            known.skipString();
            known.skipVarint();
        }
        return false;
    }

    private boolean knowsClaims(Unpacker said, Unpacker known) {
        Claims news = new Claims(said);
        Claims stored = new Claims(known);
        while (news.next()) {
            if (!stored.seek(news) || !losesTo(news, stored)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the claim that is said changes nothing of the stored one. */
    private boolean losesTo(Claims said, Claims stored) {
        if (!said.isMapped(plan)) {
            unmapped++;
        }
        if (said.equalsThat(stored)) {
            repeated++;
            return true;
        }
        Claim claim = said.claim();
        if (claim.beats(stored.claim())) {
            return false;
        }
        if (claim.isLateFor(stored.claim())) {
            late++;
        } else {
            repeated++;
        }
        return true;
    }
}

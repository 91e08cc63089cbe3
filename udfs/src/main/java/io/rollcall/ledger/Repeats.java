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
    boolean isRepeat(Unpacker said, byte[] row) {
        repeated = 0;
        late = 0;
        unmapped = 0;
        Unpacker known = new Unpacker(row);
        boolean repeat =
                EventCodec.isMemberships(said)
                        && RowCodec.isPerson(known)
                        && knowsClaims(said, known)
                        && knowsIdentities(said, known)
                        && knowsAttributes(said, known);
        if (repeat) {
            count(LedgerMetric.REPEAT, repeated);
            count(LedgerMetric.LATE, late);
            count(LedgerMetric.UNMAPPED, unmapped);
        }
        return repeat;
    }

    /** Counts an event of which all is known to be stored. */
    void count(Unpacker event) {
        event.skipString();
        EventCodec.isMemberships(event);
        for (int left = event.count(); left > 0; left--) {
            out.count(LedgerMetric.REPEAT);
            if (!plan.maps(event.peek64(), event.peek32(Long.BYTES))) {
                out.count(LedgerMetric.UNMAPPED);
            }
            RowCodec.skipClaim(event);
        }
    }

    private void count(LedgerMetric what, int times) {
        for (int i = 0; i < times; i++) {
            out.count(what);
        }
    }

    /** Sources keep an order of their own, so each claim is looked for behind the one before. */
    private boolean knowsClaims(Unpacker said, Unpacker known) {
        int stored = known.count();
        int first = known.at();
        int passed = 0;
        for (int left = said.count(); left > 0; left--) {
            int tried = 0;
            while (tried < stored && !(passed < stored && RowCodec.sameMatter(said, known))) {
                if (passed == stored) {
                    known.goTo(first);
                    passed = 0;
                } else {
                    RowCodec.skipClaim(known);
                    passed++;
                    tried++;
                }
            }
            if (tried == stored || !losesTo(said, known)) {
                return false;
            }
            passed++;
        }
        for (; passed < stored; passed++) {
            RowCodec.skipClaim(known);
        }
        return true;
    }

    /** Whether the claim that is said changes nothing of the stored one; reads both. */
    private boolean losesTo(Unpacker said, Unpacker known) {
        if (!plan.maps(said.peek64(), said.peek32(Long.BYTES))) {
            unmapped++;
        }
        int saidAt = said.at();
        int knownAt = known.at();
        RowCodec.skipClaim(said);
        RowCodec.skipClaim(known);
        if (said.equalsFrom(saidAt, known, knownAt)) {
            repeated++;
            return true;
        }
        said.goTo(saidAt);
        known.goTo(knownAt);
        Claim claim = RowCodec.claim(said);
        Claim stored = RowCodec.claim(known);
        if (claim.beats(stored)) {
            return false;
        }
        if (claim.isLateFor(stored)) {
            late++;
        } else {
            repeated++;
        }
        return true;
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
        for (int i = 0; i < stored; i++) {
            known.skipString();
            known.skipString();
            known.skipVarint();
        }
        return true;
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
}

package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Map;

/** Decides what has to be asked about a person's lead, given which lists wait for it. */
final class LeadJudgement {

    private final Plan plan;
    private final LedgerSettings settings;
    private final Said said;
    private final Instance instance;
    private final Values values;
    private InstanceRow row;
    private List<LookupKey> keys;
    private Lane waiting;
    private boolean someoneWantsIn;
    private boolean asksAgain;
    private boolean someoneMayCreate;
    private boolean someoneIsRefused;
    private long assertedAt;

    /** The list that someone who has no lead yet would join; of several the first. */
    private long joins;

    LeadJudgement(Plan plan, LedgerSettings settings, Said said, Instance instance) {
        this.plan = plan;
        this.values = plan.values(instance);
        this.settings = settings;
        this.said = said;
        this.instance = instance;
    }

    /** Some list holds this person, or is to. */
    void wantedIn(boolean mayCreate) {
        someoneWantsIn = true;
        someoneMayCreate |= mayCreate;
    }

    /** This list waits to add the person, and may create a lead for it. */
    void joins(long list) {
        joins = joins == 0 ? list : Math.min(joins, list);
    }

    /** Some audience holds this person, and is refused. */
    void refused() {
        someoneIsRefused = true;
    }

    /** A list waits for the lead; a strict one does not ask again by itself. */
    void need(Lane lane, Desire desire, boolean strict) {
        asksAgain |= !strict;
        waiting = waiting == null ? lane : waiting.higher(lane);
        assertedAt = Math.max(assertedAt, desire.assertedAt());
    }

    void judge(InstanceRow instanceRow) {
        row = instanceRow;
        if (row == null) {
            return;
        }
        if (row.refusedAt != 0 && newestAssertion() > row.refusedAt) {
            row.forgive();
        }
        keys = LookupKey.searchable(said.row, instance, settings);
        Wish.Kind want = want();
        if (want == null || want == Wish.Kind.UPDATE || want == Wish.Kind.DELETE) {
            Lane lane = want == Wish.Kind.DELETE ? Lane.CONSENT : Lane.UPDATES;
            state(want, lane, new LookupKey(LeadWish.ID, Long.toString(row.lead)));
        } else if (keys.isEmpty()) {
            exclude();
        } else {
            state(want, lane(want), key(want));
        }
    }

    private long newestAssertion() {
        return Judge.newestAt(said.row.seenAt(instance.munchkinId()));
    }

    private Wish.Kind want() {
        if (said.row.forgetting) {
            return new ForgottenLead(plan, settings, said.row, instance)
                    .want(row, waiting != null, said.now);
        }
        return switch (row.state) {
            case KNOWN ->
                    mustConfirm() || flagMayBeGone() || importedName() != null
                            ? Wish.Kind.LOOKUP
                            : valuesChanged() ? Wish.Kind.UPDATE : null;
            case NONE ->
                    waiting != null
                            ? createOr(Wish.Kind.LOOKUP)
                            : importIsSought() ? Wish.Kind.LOOKUP : null;
            case LOST, AMBIGUOUS -> waiting == null ? null : Wish.Kind.LOOKUP;
            case UNMATCHED -> waiting == null ? null : createOr(againWhenDue());
            case REJECTED ->
                    (removalWaits() || importIsSought()) && row.nextAt <= said.now
                            ? Wish.Kind.LOOKUP
                            : null;
            case DELETED -> null;
        };
    }

    /** A lead known by hearsay serves those who leave; who joins may have one of their own. */
    private boolean mustConfirm() {
        return row.hearsay && someoneWantsIn && newKey() != null;
    }

    private boolean flagMayBeGone() {
        if (!row.unsubscribed || !someoneIsRefused) {
            return false;
        }
        if (row.nextAt == 0) {
            // A page told of it.
            row.nextAt = said.now + settings.unmatchedRetry().toMillis();
        }
        return row.nextAt <= said.now;
    }

    /** Not found so far under the name of their import: that is no refusal. */
    private boolean importIsSought() {
        return row.importProven && (waiting != null || valuesChanged());
    }

    /** No refusal is final for people who are to leave. */
    private boolean removalWaits() {
        return waiting != null && waiting.isLeaving();
    }

    /**
     * A lead is created only for someone who is wanted in, and never by an id, which is Marketo's
     * to give. Where a lead goes by several names it is looked for under all of them first: only so
     * an address that changed leads to the lead that was there, and an answer tells which other
     * names it has. And only a look-up tells who is unsubscribed. Whom an import has made is not
     * made again: erased since, they stay so.
     */
    private Wish.Kind createOr(Wish.Kind otherwise) {
        boolean newName = instance.looksFirst() && newKey() != null;
        boolean exists = importedName() != null && row.importProven;
        if (!someoneMayCreate || newName || exists || creationKey() == null) {
            return otherwise;
        }
        return !values.known() ? null : isComplete() ? Wish.Kind.UPSERT : otherwise;
    }

    /** Nobody is created without what the instance requires, but may be found. */
    private boolean isComplete() {
        String missing = values.missing(said.row, creationKey().field());
        if (missing != null && row.state == LeadState.UNMATCHED) {
            refuse("required field without a value: " + missing);
        }
        return missing == null;
    }

    private void refuse(String reason) {
        if (!reason.equals(row.refusal)) {
            row.refusal = reason;
            said.excluded(row, reason);
        }
    }

    /** The name of a lead that an import has made or found, and nobody has told the id of. */
    private LookupKey importedName() {
        if (row.importedAs == 0) {
            // Nearly everybody: no name need be hashed.
            return null;
        }
        for (LookupKey key : keys) {
            if (key.hash() == row.importedAs) {
                return key;
            }
        }
        return null;
    }

    private LookupKey creationKey() {
        LookupKey imported = importedName();
        if (imported != null) {
            return imported;
        }
        for (LookupKey key : keys) {
            if (!key.field().equals(LeadWish.ID)) {
                return key;
            }
        }
        return null;
    }

    private LookupKey key(Wish.Kind want) {
        return want == Wish.Kind.LOOKUP ? next() : creationKey();
    }

    private Wish.Kind againWhenDue() {
        boolean asked = asksAgain || newestAssertion() >= row.nextAt;
        boolean due = newKey() != null || row.nextAt <= said.now && asked;
        return due ? Wish.Kind.LOOKUP : null;
    }

    /** Whom nobody has looked for yet, else everybody in turn. */
    private LookupKey next() {
        LookupKey imported = importedName();
        if (imported != null) {
            return imported;
        }
        LookupKey untried = row.state == LeadState.AMBIGUOUS ? keys.get(0) : newKey();
        return untried != null ? untried : keys.get(row.tries % keys.size());
    }

    /** The first identity that was not yet looked up in vain, or null. */
    private LookupKey newKey() {
        for (LookupKey key : keys) {
            // Nearly nobody was: no name need be hashed.
            if (row.inVain.isEmpty() || !row.inVain.contains(key.hash())) {
                return key;
            }
        }
        return null;
    }

    private boolean valuesChanged() {
        if (!someoneWantsIn || !values.known()) {
            return false;
        }
        long hash = LeadWish.hash(values.onUpdate(said.row));
        return hash != 0
                && hash != row.valuesHash
                && LeadWish.hash(values.onCreation(said.row)) != row.valuesHash;
    }

    private Lane lane(Wish.Kind want) {
        if (said.row.forgetting) {
            return Lane.CONSENT;
        }
        boolean again =
                want == Wish.Kind.LOOKUP
                        && (row.state == LeadState.UNMATCHED && newKey() == null
                                || row.unsubscribed);
        Lane lane = again ? Lane.UNMATCHED : waiting == null ? Lane.UPDATES : waiting;
        return want == row.wish ? lane.higher(row.lane) : lane;
    }

    private void exclude() {
        boolean any = !LookupKey.all(said.row, instance, settings).isEmpty();
        String reason =
                any
                        ? "not searchable: the value holds a comma"
                        : "no identity that this instance can look up";
        state(null, null, null);
        refuse(reason);
    }

    /** States the wish if it, its lane or what it asks for differ from the one that is out. */
    private void state(Wish.Kind want, Lane lane, LookupKey key) {
        if (want == null) {
            if (row.wish != null) {
                row.unwished();
                said.leadWish(LeadWish.withdrawal(said.person, row));
            }
            return;
        }
        Map<String, String> written = written(want);
        boolean writes = want == Wish.Kind.UPSERT || want == Wish.Kind.UPDATE;
        long onto = want == Wish.Kind.UPSERT ? importsOnto(lane) : 0;
        long hash = writes ? LeadWish.askedHash(written, onto) : key.hash();
        if (want == row.wish && lane == row.lane && hash == row.wishedHash) {
            return;
        }
        // An earlier wish may be in a call by now, withdrawn or not, and its answer comes first.
        row.wishedTwice |= row.wishedHash != 0 && hash != row.wishedHash;
        row.wish = want;
        row.lane = lane;
        row.asOf = row.seen;
        row.wishedHash = hash;
        said.leadWish(wish(key, onto, written));
    }

    /**
     * The list that an import may put this person on in the same go, 0 for none. Whom it makes is
     * known by the name in its file alone, so it is not for those who go by several.
     */
    private long importsOnto(Lane lane) {
        boolean oneName = instance.knowsByEmailAlone() && keys.size() == 1;
        boolean joining = lane == Lane.ADDITIONS || lane == Lane.BACKFILL;
        return oneName && joining ? joins : 0;
    }

    private Map<String, String> written(Wish.Kind want) {
        return switch (want) {
            case UPSERT -> values.onCreation(said.row);
            case UPDATE -> values.onUpdate(said.row);
            default -> Map.of();
        };
    }

    /** An event may have brought what no field takes: it is told, and the rest is written. */
    void tellRefusals() {
        if (row != null && someoneWantsIn) {
            values.refusals(said.row, reason -> said.valueRefused(row, reason));
        }
    }

    private Wish wish(LookupKey key, long onto, Map<String, String> written) {
        return new Wish(
                row.wish,
                instance.munchkinId(),
                said.person,
                onto,
                row.lead,
                row.lane,
                assertedAt,
                row.seen,
                key.field(),
                key.value(),
                written);
    }
}

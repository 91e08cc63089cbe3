package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.event.Identity;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.Map;

/** Decides what has to be asked about a person's lead, given which lists wait for it. */
final class LeadJudgement {

    private static final String ID = "id";

    private final LedgerSettings settings;
    private final Said said;
    private final Instance instance;
    private InstanceRow row;
    private Lane waiting;
    private boolean someoneWantsIn;
    private long assertedAt;

    LeadJudgement(LedgerSettings settings, Said said, Instance instance) {
        this.settings = settings;
        this.said = said;
        this.instance = instance;
    }

    /** Some list holds this person, or is to. */
    void wantedIn() {
        someoneWantsIn = true;
    }

    /** A list waits for the lead. */
    void need(Lane lane, Desire desire) {
        waiting = waiting == null ? lane : waiting.higher(lane);
        assertedAt = Math.max(assertedAt, desire.assertedAt());
    }

    void judge(InstanceRow instanceRow) {
        row = instanceRow;
        if (row == null) {
            return;
        }
        if (row.refusedAt != 0 && Judge.newestAt(said.row) > row.refusedAt) {
            row.refusedAt = 0;
            row.refusal = null;
            row.state = row.state == LeadState.REJECTED ? LeadState.NONE : row.state;
        }
        Wish.Kind want = want();
        Identity identity = LeadWish.identity(said.row, instance, settings);
        if (want == null || want == Wish.Kind.UPDATE) {
            state(want, Lane.UPDATES, identity);
        } else if (identity == null) {
            exclude("no identity that this instance can look up");
        } else if (identity.value().indexOf(',') >= 0) {
            exclude("not searchable: the value holds a comma");
        } else {
            state(want, lane(want), identity);
        }
    }

    private Wish.Kind want() {
        return switch (row.state) {
            case KNOWN -> valuesChanged() ? Wish.Kind.UPDATE : null;
            case NONE -> waiting == null ? null : createOr(Wish.Kind.LOOKUP);
            case LOST, AMBIGUOUS -> waiting == null || row.refusedAt != 0 ? null : Wish.Kind.LOOKUP;
            case UNMATCHED -> waiting == null ? null : createOr(againWhenDue());
            case DELETED, REJECTED -> null;
        };
    }

    /** A lead is created only for someone who is wanted in. */
    private Wish.Kind createOr(Wish.Kind otherwise) {
        return instance.creates() && someoneWantsIn ? Wish.Kind.UPSERT : otherwise;
    }

    private Wish.Kind againWhenDue() {
        return row.nextAt <= said.now ? Wish.Kind.LOOKUP : null;
    }

    private boolean valuesChanged() {
        long hash = LeadWish.hash(LeadWish.values(said.row, instance));
        return hash != 0 && hash != row.valuesHash && someoneWantsIn;
    }

    private Lane lane(Wish.Kind want) {
        Lane lane =
                row.state == LeadState.UNMATCHED && want == Wish.Kind.LOOKUP
                        ? Lane.UNMATCHED
                        : waiting;
        return want == row.wish ? lane.higher(row.lane) : lane;
    }

    private void exclude(String reason) {
        state(null, null, null);
        if (!reason.equals(row.refusal)) {
            row.refusal = reason;
            said.excluded(row, reason);
        }
    }

    /** States the wish if it, its lane or its values differ from the one that is out. */
    private void state(Wish.Kind want, Lane lane, Identity identity) {
        if (want == null) {
            if (row.wish != null) {
                row.wish = null;
                said.leadWish(LeadWish.withdrawal(said.person, row));
            }
            return;
        }
        Map<String, String> values =
                want == Wish.Kind.LOOKUP ? Map.of() : LeadWish.values(said.row, instance);
        long hash = LeadWish.hash(values);
        if (want == row.wish && lane == row.lane && hash == row.wishedHash) {
            return;
        }
        row.wishedTwice |= row.wish != null && hash != row.wishedHash;
        row.wish = want;
        row.lane = lane;
        row.wishedHash = hash;
        said.leadWish(wish(identity, values));
    }

    private Wish wish(Identity identity, Map<String, String> values) {
        boolean update = row.wish == Wish.Kind.UPDATE;
        return new Wish(
                row.wish,
                instance.munchkinId(),
                said.person,
                0,
                row.lead,
                row.lane,
                assertedAt,
                row.seen,
                update ? ID : LeadWish.field(instance, identity.namespace()),
                update ? Long.toString(row.lead) : identity.value(),
                values);
    }
}

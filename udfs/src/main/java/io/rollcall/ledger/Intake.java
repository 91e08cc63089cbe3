package io.rollcall.ledger;

import static java.util.Comparator.naturalOrder;

import io.rollcall.activation.Activation;
import io.rollcall.event.Attribute;
import io.rollcall.event.Identity;
import io.rollcall.outcome.Outcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Brings an event into a row, by the order of the event's own times (rule 3.1.1). */
final class Intake {

    private static final int VALUES_PER_NAMESPACE = 5;

    private final Plan plan;
    private final LedgerOutput out;
    private final InstantSource clock;

    Intake(Plan plan, LedgerOutput out, InstantSource clock) {
        this.plan = plan;
        this.out = out;
        this.clock = clock;
    }

    /** What an event did to a row. */
    enum Effect {
        NOTHING,
        /** Something to remember, and nothing to decide. */
        NOTED,
        /** What is desired may have changed. */
        CHANGED;

        Effect and(Effect other) {
            return ordinal() >= other.ordinal() ? this : other;
        }
    }

    Effect take(HeardEvent event, Row row) {
        Effect effect = Effect.NOTHING;
        for (Claim said : event.claims()) {
            effect = effect.and(claim(event.person(), row, said));
        }
        for (Identity identity : event.identities()) {
            effect = effect.and(identity(row, identity, event.at()));
        }
        for (Attribute attribute : event.attributes()) {
            effect = effect.and(attribute(row, attribute));
        }
        return effect;
    }

    private Effect claim(String person, Row row, Claim said) {
        if (!plan.maps(said.audience(), said.namespace())) {
            out.count(LedgerMetric.UNMAPPED);
        }
        for (int i = 0; i < row.claims.size(); i++) {
            if (row.claims.get(i).sameMatter(said)) {
                return replace(row, i, said);
            }
        }
        if (row.claims.size() >= LedgerSettings.MAX_AUDIENCES) {
            out.count(LedgerMetric.TOO_MANY_AUDIENCES);
            out.outcome(tooMany(person, said));
            return Effect.NOTHING;
        }
        row.claims.add(said);
        out.count(LedgerMetric.NEW);
        return Effect.CHANGED;
    }

    /** An audience without an activation is known by no name here. */
    private Outcome tooMany(String person, Claim said) {
        Activation by = plan.activationOf(said);
        return new Outcome(
                person,
                null,
                by == null ? null : by.audience(),
                by == null ? null : by.namespace(),
                0,
                said.in() ? Outcome.Change.ADD : Outcome.Change.REMOVE,
                Outcome.Status.EXCLUDED,
                0,
                null,
                "too-many-audiences",
                said.at(),
                clock.millis(),
                null,
                null);
    }

    private Effect replace(Row row, int index, Claim said) {
        Claim stored = row.claims.get(index);
        if (said.equals(stored)) {
            out.count(LedgerMetric.REPEAT);
            return Effect.NOTHING;
        }
        if (!said.beats(stored)) {
            out.count(said.isLateFor(stored) ? LedgerMetric.LATE : LedgerMetric.REPEAT);
            return Effect.NOTHING;
        }
        row.claims.set(index, said);
        boolean same = said.in() == stored.in() && said.validUntil() == stored.validUntil();
        out.count(same ? LedgerMetric.REPEAT : LedgerMetric.NEW);
        return same && !newTimeMatters(row, said) ? Effect.NOTED : Effect.CHANGED;
    }

    /** Another namespace may have had the newest word, and a refusal waits for a newer one. */
    private static boolean newTimeMatters(Row row, Claim said) {
        return row.wasRefused() || row.claims.stream().anyMatch(said::contendsWith);
    }

    /** Of too many values in one namespace those said last stay, and always the row's own key. */
    static Effect identity(Row row, Identity identity, long at) {
        Row.Known said = new Row.Known(identity, at);
        List<Row.Known> rivals = new ArrayList<>();
        for (Row.Known known : row.identities) {
            if (known.identity().equals(identity)) {
                return earlier(row, known, at);
            }
            if (known.sameNamespace(said)) {
                rivals.add(known);
            }
        }
        if (rivals.size() >= VALUES_PER_NAMESPACE) {
            Row.Known oldest = rivals.stream().filter(k -> !k.isKey()).min(naturalOrder()).get();
            if (said.compareTo(oldest) < 0) {
                return Effect.NOTHING;
            }
            row.identities.remove(oldest);
        }
        row.identities.add(said);
        return Effect.CHANGED;
    }

    /** When a name was first said decides whether a request to be forgotten is about it. */
    private static Effect earlier(Row row, Row.Known known, long at) {
        if (known.at() <= at) {
            return Effect.NOTHING;
        }
        row.identities.set(row.identities.indexOf(known), new Row.Known(known.identity(), at));
        return Effect.NOTED;
    }

    private static Effect attribute(Row row, Attribute said) {
        Attribute stored = row.attribute(said.path());
        if (stored == null) {
            row.attributes.add(said);
            return Effect.CHANGED;
        }
        if (said.equals(stored) || !beats(said, stored)) {
            return Effect.NOTHING;
        }
        row.attributes.set(row.attributes.indexOf(stored), said);
        return Objects.equals(said.value(), stored.value()) ? Effect.NOTED : Effect.CHANGED;
    }

    /** At one time what refuses more wins, else the greater text: any order, the same result. */
    static boolean beats(Attribute said, Attribute stored) {
        if (said.at() != stored.at()) {
            return said.at() > stored.at();
        }
        int refusal = Consent.refusal(said) - Consent.refusal(stored);
        if (refusal != 0) {
            return refusal > 0;
        }
        return stored.value() == null
                || said.value() != null && said.value().compareTo(stored.value()) > 0;
    }
}

package io.rollcall.ledger;

import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Remembers all that the ledger said. */
final class Heard implements LedgerOutput {

    final List<Wish> wishes = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<MembershipFact> facts = new ArrayList<>();
    final List<Report> notes = new ArrayList<>();
    final Map<LedgerMetric, Integer> counts = new EnumMap<>(LedgerMetric.class);
    final List<Tally> tallies = new ArrayList<>();

    int counted(LedgerMetric what) {
        return counts.getOrDefault(what, 0);
    }

    void clear() {
        wishes.clear();
        outcomes.clear();
        facts.clear();
        notes.clear();
        tallies.clear();
    }

    @Override
    public void wish(Wish wish) {
        wishes.add(wish);
    }

    @Override
    public void outcome(Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void fact(MembershipFact fact) {
        facts.add(fact);
    }

    @Override
    public void note(Report note) {
        notes.add(note);
    }

    @Override
    public void count(LedgerMetric what) {
        counts.merge(what, 1, Integer::sum);
    }

    @Override
    public void tally(Target target, Tally what) {
        tallies.add(what);
    }
}

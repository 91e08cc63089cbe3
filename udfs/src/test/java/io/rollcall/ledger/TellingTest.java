package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import org.junit.jupiter.api.Test;

/** DESIGN §4.1: what is true is told once a change, and each settled wish has one outcome. */
class TellingTest {

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void tellsWhatIsTrueOnceAChange() {
        bench.hear(Told.of(ADA).in("gold", NOW));
        assertThat(bench.heard.facts).extracting(TellingTest::line).containsExactly("in unknown 0");

        bench.found(7);
        assertThat(bench.heard.facts).extracting(TellingTest::line).containsExactly("in unknown 7");

        bench.added(Setup.GOLD, 7);
        assertThat(bench.heard.facts).extracting(TellingTest::line).containsExactly("in in 7");
        assertThat(bench.sweep().heard.facts).isEmpty();

        bench.hear(Told.of(ADA).out("gold", NOW + 1));
        assertThat(bench.heard.facts).extracting(TellingTest::line).containsExactly("out in 7");

        bench.removed(Setup.GOLD, 7);
        assertThat(bench.heard.facts).extracting(TellingTest::line).containsExactly("out out 7");
    }

    @Test
    void tellsNothingBecauseALaneChanged() {
        Bench later = Bench.with();
        later.hear(Told.of(ADA).in("gold", NOW)).activate(Setup.gold());
        later.sweep().found(7).hear(Told.of(ADA).in("silver", NOW));

        assertThat(later.heard.facts).isEmpty();
    }

    @Test
    void tellsThatAReadOverruledWhatWasReported() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        bench.readToTheEnd(Setup.GOLD, bench.announced()).sweep();

        assertThat(bench.heard.facts).extracting(TellingTest::line).containsExactly("out out 7");
    }

    @Test
    void tellsThatALeadWasLost() {
        bench.onGold(7).refused(CallKind.ADD, Setup.GOLD, 7, "1004");

        assertThat(bench.heard.facts).extracting(TellingTest::line).containsExactly("in unknown 0");
    }

    @Test
    void tellsOneOutcomeForEachSettledWish() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);
        assertThat(bench.heard.outcomes).hasSize(1);

        long sequence = bench.announced();
        var added = Bench.onList(7, MemberStatus.ADDED, null);
        bench.ended(CallKind.ADD, Setup.GOLD, sequence, Verdict.DONE, added);
        assertThat(bench.heard.outcomes).hasSize(1);
        Outcome outcome = bench.heard.outcomes.get(0);
        assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
        assertThat(outcome.audience()).isEqualTo("gold");
        assertThat(outcome.assertedAt()).isEqualTo(NOW);

        bench.ended(CallKind.ADD, Setup.GOLD, sequence, Verdict.DONE, added);
        assertThat(bench.heard.outcomes).isEmpty();
    }

    @Test
    void tellsNoOutcomeOfAWishThatWasReplaced() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7).hear(Told.of(ADA).out("gold", NOW + 1));

        assertThat(bench.added(Setup.GOLD, 7).heard.outcomes).isEmpty();
        assertThat(bench.refused(CallKind.ADD, Setup.GOLD, 7, "1037").heard.outcomes).isEmpty();
    }

    private static String line(MembershipFact fact) {
        return fact.desired() + " " + fact.reported() + " " + fact.leadId();
    }
}

package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.report.CallKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The memberships topic says why somebody is not where they should be, though nothing was sent. */
class StandingTest {

    private static final Told IN = Told.of(ADA).in("gold", NOW);
    private static final Told OUT = Told.of(ADA).out("gold", NOW + 1);

    @Test
    void saysThatTheActivationHasNotBegun() {
        assertThat(reason(Bench.with(Setup.between(NOW + 1_000, 0)).hear(IN)))
                .isEqualTo("before the activation's start");
    }

    @Test
    void saysThatTheActivationHasEnded() {
        assertThat(reason(Bench.with(Setup.between(0, NOW - 1)).hear(IN)))
                .isEqualTo("after the activation's end");
    }

    @Test
    void saysThatTheActivationIsPausedAndThenNoMore() {
        Bench bench = Bench.with(Setup.paused()).hear(IN);
        assertThat(reason(bench)).isEqualTo("the activation is paused");
        assertThat(bench.heard.wishes).isEmpty();

        bench.activate(Setup.gold());
        assertThat(reason(bench.sweep()))
                .isEqualTo("in the queue: to be looked up or created in Marketo");
        assertThat(bench.heard.wishes).hasSize(1);
    }

    @Test
    void saysThatConsentKeepsThePersonOff() {
        Bench bench = Bench.with(Setup.asking(ConsentRule.OPT_OUT));
        bench.hear(Told.of(ADA).in("gold", NOW).attribute(Setup.EMAIL_CONSENT, "n", NOW));

        assertThat(reason(bench)).isEqualTo("no consent");
    }

    @Test
    void saysThatAnOptInIsMissing() {
        assertThat(reason(Bench.with(Setup.asking(ConsentRule.OPT_IN)).hear(IN)))
                .isEqualTo("no consent");
    }

    @Test
    void saysWhatItWaitsForStepByStep() {
        Bench bench = Bench.with(Setup.gold());
        assertThat(reason(bench.hear(IN)))
                .isEqualTo("in the queue: to be looked up or created in Marketo");
        assertThat(reason(bench.found(7))).isEqualTo("in the queue: live additions");
        assertThat(reason(bench.added(Setup.GOLD, 7))).isNull();
        assertThat(reason(bench.hear(OUT))).isEqualTo("in the queue: removals");
    }

    @Test
    void saysThatNobodyMatches() {
        assertThat(reason(Bench.with(Setup.gold()).hear(IN).notFound()))
                .isEqualTo("unmatched: no lead in Marketo has any of the identities");
    }

    @Test
    void saysWhichCodeMarketoRefusedWith() {
        Bench bench = Bench.with(Setup.gold()).hear(IN).found(7);
        bench.refused(CallKind.ADD, Setup.GOLD, 7, "1037");

        assertThat(reason(bench)).isEqualTo("rejected by Marketo: 1037");
    }

    @Test
    void saysThatNoIdentityCanBeLookedUp() {
        Bench bench = Bench.with(Setup.gold());
        bench.hear(Told.of("phone:1").in("gold", NOW));

        assertThat(reason(bench)).isEqualTo("excluded: no identity that this instance can look up");
    }

    @Test
    void staysSilentAboutPeopleWhoOnlyEverLeft() {
        assertThat(Bench.with(Setup.gold()).hear(OUT).heard.facts).isEmpty();
        assertThat(Bench.with(Setup.asking(ConsentRule.OPT_IN)).hear(OUT).heard.facts).isEmpty();
    }

    @Test
    void namesTheAudienceAndSaysNothingTwice() {
        Bench bench = Bench.with(Setup.paused()).hear(IN);
        assertThat(bench.heard.facts).extracting(MembershipFact::audience).containsExactly("gold");
        assertThat(bench.after(Duration.ofHours(1)).sweep().heard.facts).isEmpty();
    }

    @Test
    void isCountedByEachSweep() {
        Bench bench = Bench.with(Setup.paused()).hear(IN);
        assertThat(bench.heard.tallies).isEmpty();

        assertThat(bench.sweep().heard.tallies)
                .containsExactlyInAnyOrder(
                        Tally.RECEIVED, Tally.IN_AUDIENCE, Tally.WAITING, Tally.NOT_REPORTED);
        bench.activate(Setup.gold());
        bench.sweep().found(7).added(Setup.GOLD, 7);
        assertThat(bench.sweep().heard.tallies)
                .containsExactlyInAnyOrder(
                        Tally.RECEIVED, Tally.IN_AUDIENCE, Tally.ACTIVATED, Tally.ON_LIST);
    }

    private static String reason(Bench bench) {
        return bench.heard.facts.get(bench.heard.facts.size() - 1).reason();
    }
}

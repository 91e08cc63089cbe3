package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static io.rollcall.ledger.Desired.IN;
import static io.rollcall.ledger.Desired.NONE;
import static io.rollcall.ledger.Desired.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.wish.Wish;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PROTOCOL, "Desired and reported": in, out, or none. */
class DesireTest {

    @Test
    void isNoneWhenNothingWasSaid() {
        assertThat(desired(Setup.gold(), Told.of(ADA).in("silver", NOW))).isEqualTo(NONE);
    }

    @Test
    void followsTheAudienceBothWays() {
        assertThat(desired(Setup.gold(), Told.of(ADA).in("gold", NOW))).isEqualTo(IN);
        assertThat(desired(Setup.gold(), Told.of(ADA).out("gold", NOW))).isEqualTo(OUT);
    }

    @Test
    void leavesWhoExitsWhereTheyAreUnderAddOnly() {
        assertThat(desired(Setup.addOnly(), Told.of(ADA).in("gold", NOW))).isEqualTo(IN);
        assertThat(desired(Setup.addOnly(), Told.of(ADA).out("gold", NOW))).isEqualTo(NONE);
    }

    @Test
    void withdrawsTheAdditionOfWhoExitsUnderAddOnly() {
        Bench bench = Bench.with(Setup.addOnly());
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7).hear(Told.of(ADA).out("gold", NOW + 1));

        assertThat(bench.wished()).containsExactly(Wish.Kind.NO_LIST_WISH);
    }

    @Test
    void takesTheNewestAcrossNamespaces() {
        Told told =
                Told.of(ADA)
                        .said("ups", "gold", false, NOW - 1, 0)
                        .said("aam", "gold", true, NOW, 0);

        assertThat(desired(Setup.of(null), told)).isEqualTo(IN);
        assertThat(desired(Setup.of("ups"), told)).isEqualTo(OUT);
        assertThat(desired(Setup.of("UPS"), told)).isEqualTo(OUT);
        assertThat(desired(Setup.of("other"), told)).isEqualTo(NONE);
    }

    @Test
    void letsTheExitWinATieAcrossNamespaces() {
        Told told =
                Told.of(ADA).said("ups", "gold", false, NOW, 0).said("aam", "gold", true, NOW, 0);

        assertThat(desired(Setup.of(null), told)).isEqualTo(OUT);
    }

    @ParameterizedTest
    @CsvSource({
        // any, email, under opt-out, under opt-in
        "  ,  ,IN,OUT",
        "y ,  ,IN,IN",
        "  ,y ,IN,IN",
        "n ,  ,OUT,OUT",
        "  ,n ,OUT,OUT",
        "y ,n ,OUT,OUT",
        "n ,y ,OUT,OUT",
        "n ,n ,OUT,OUT",
        "y ,y ,IN,IN",
        "  ,p ,IN,OUT",
        "  ,u ,IN,OUT",
        "y ,p ,IN,OUT",
        "p ,y ,IN,IN",
    })
    void asksForConsent(String any, String email, Desired optOut, Desired optIn) {
        Told told = Told.of(ADA).in("gold", NOW);
        if (any != null) {
            told.attribute(Setup.ANY_CONSENT, any, NOW);
        }
        if (email != null) {
            told.attribute(Setup.EMAIL_CONSENT, email, NOW);
        }

        assertThat(desired(Setup.asking(ConsentRule.OPT_OUT), told)).isEqualTo(optOut);
        assertThat(desired(Setup.asking(ConsentRule.OPT_IN), told)).isEqualTo(optIn);
    }

    @Test
    void takesAStrangerWhoRefusesOff() {
        Bench bench = Bench.with(Setup.asking(ConsentRule.OPT_OUT));
        bench.page(Setup.GOLD, 50, 7).hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW));

        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void takesNoStrangerOffForWantOfAYes() {
        Bench bench = Bench.with(Setup.asking(ConsentRule.OPT_IN));
        bench.page(Setup.GOLD, 50, 7).hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "p", NOW));

        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void addsAgainWhoTakesTheRefusalBack() {
        Bench bench = Bench.with(Setup.asking(ConsentRule.OPT_OUT)).onGold(7);
        bench.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW)).removed(Setup.GOLD, 7);

        assertThat(bench.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "y", NOW + 1)).wished())
                .containsExactly(Wish.Kind.ADD);
    }

    @Test
    void sendsNothingBeforeTheStart() {
        Bench bench = Bench.with(Setup.between(NOW + 60_000, 0));
        bench.hear(Told.of(ADA).in("gold", NOW));

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofMinutes(1)).sweep().wished())
                .containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void freezesAfterTheEnd() {
        Bench bench = Bench.with(Setup.between(0, NOW + 60_000)).onGold(7);
        bench.after(Duration.ofMinutes(1)).hear(Told.of(ADA).out("gold", NOW));

        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void withdrawsWhatIsNotDoneByTheEnd() {
        Bench bench = Bench.with(Setup.between(0, NOW + 60_000)).onGold(7);
        bench.hear(Told.of(ADA).out("gold", NOW)).after(Duration.ofMinutes(1)).sweep();

        assertThat(bench.wished()).containsExactly(Wish.Kind.NO_LIST_WISH);
    }

    @Test
    void takesWhoRefusesOffAfterTheEndToo() {
        Bench bench = Bench.with(Setup.between(0, NOW + 60_000, ConsentRule.OPT_OUT)).onGold(7);
        bench.after(Duration.ofMinutes(1))
                .hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW));

        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
    }

    private static Desired desired(Activation activation, Told told) {
        Bench bench = Bench.with(activation).hear(told);
        Target target = Target.of(activation, Setup.instance(PersonCreation.MATCH_ONLY));
        return Desire.of(bench.row(), target, NOW).desired();
    }
}

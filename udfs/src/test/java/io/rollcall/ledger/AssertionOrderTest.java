package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.outcome.Outcome;
import io.rollcall.wish.Wish;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** DESIGN §3.1.1: the order is that of the assertions' own times. */
class AssertionOrderTest {

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void takesTheNewerAssertion() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));

        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
        assertThat(bench.heard.counted(LedgerMetric.NEW)).isEqualTo(2);
    }

    @Test
    void dropsAnAssertionOlderThanTheLedger() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW - 2_000));

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.counted(LedgerMetric.LATE)).isEqualTo(1);
    }

    @Test
    void letsTheExitWinAtTheSameTime() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW - 1_000));

        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void keepsTheExitAtTheSameTime() {
        bench.hear(Told.of(ADA).out("gold", NOW)).hear(Told.of(ADA).in("gold", NOW));

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.counted(LedgerMetric.LATE)).isEqualTo(1);
    }

    @Test
    void takesPeopleOffWhenTheirTimeIsOver() {
        bench.hear(Told.of(ADA).said("ups", "gold", true, NOW, NOW + 60_000))
                .found(7)
                .added(Setup.GOLD, 7);

        assertThat(bench.after(Duration.ofSeconds(59)).sweep().heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofSeconds(1)).sweep().wished())
                .containsExactly(Wish.Kind.REMOVE);
        assertThat(bench.wish().assertedAt()).isEqualTo(NOW + 60_000);
    }

    @Test
    void doesNotAddPeopleWhoseTimeIsOver() {
        bench.hear(Told.of(ADA).said("ups", "gold", true, NOW - 9, NOW - 1));

        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void letsTheShorterStayWinAtTheSameTime() {
        bench.hear(Told.of(ADA).said("ups", "gold", true, NOW, NOW + 1_000))
                .hear(Told.of(ADA).in("gold", NOW));

        assertThat(bench.row().claims.get(0).validUntil()).isEqualTo(NOW + 1_000);
    }

    @Test
    void notesAtOnceThatAnotherNamespaceNowHasTheNewestWord() {
        bench.hear(Told.of(ADA).said("ups", "gold", true, NOW - 30, 0))
                .hear(Told.of(ADA).said("aam", "gold", false, NOW - 20, 0))
                .hear(Told.of(ADA).said("ups", "gold", true, NOW - 10, 0));

        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void takesPeopleOffAtOnceWhenAnotherNamespaceSaysAgainThatTheyLeft() {
        bench.hear(Told.of(ADA).said("ups", "gold", false, NOW - 30, 0))
                .hear(Told.of(ADA).said("aam", "gold", true, NOW - 20, 0))
                .found(7)
                .added(Setup.GOLD, 7)
                .hear(Told.of(ADA).said("ups", "gold", false, NOW - 10, 0));

        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void ordersConsentByTheMessagesTime() {
        Bench asking = Bench.with(Setup.asking(ConsentRule.OPT_OUT)).onGold(7);

        asking.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "y", NOW))
                .hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW - 1));

        assertThat(asking.heard.wishes).isEmpty();
    }

    @Test
    void letsTheRefusalWinAtTheSameTime() {
        Bench asking = Bench.with(Setup.asking(ConsentRule.OPT_OUT)).onGold(7);

        asking.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW));
        assertThat(asking.wished()).containsExactly(Wish.Kind.REMOVE);

        asking.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "y", NOW));
        assertThat(asking.heard.wishes).isEmpty();
    }

    @Test
    void letsNoOtherWordThanYesPassForYesAtTheSameTime() {
        Bench asking = Bench.with(Setup.asking(ConsentRule.OPT_IN));

        asking.hear(Told.of(ADA).in("gold", NOW).attribute(Setup.EMAIL_CONSENT, "p", NOW))
                .hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "y", NOW));

        assertThat(asking.heard.wishes).isEmpty();
    }

    @Test
    void storesAnAssertionThatNoActivationNames() {
        bench.hear(Told.of(ADA).in("platinum", NOW));

        assertThat(bench.heard.counted(LedgerMetric.UNMAPPED)).isEqualTo(1);
        bench.activate(Setup.mirror("platinum", 1003));
        assertThat(bench.sweep().wished()).containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void refusesTheThousandAndFirstAudienceByItsNameIfThatIsKnown() {
        Told many = Told.of(ADA);
        for (int i = 0; i < LedgerSettings.MAX_AUDIENCES; i++) {
            many.in("audience-" + i, NOW);
        }
        bench.hear(many.in("gold", NOW).in("of no activation", NOW));

        assertThat(bench.row().claims).hasSize(LedgerSettings.MAX_AUDIENCES);
        assertThat(bench.heard.outcomes)
                .extracting("audience", "status", "reason")
                .containsExactly(
                        tuple("gold", Outcome.Status.EXCLUDED, "too-many-audiences"),
                        tuple(null, Outcome.Status.EXCLUDED, "too-many-audiences"));
    }
}

package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Wish;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * DESIGN §3.1.9: a refused addition waits for the next assertion, a refused removal never rests.
 */
class RefusalTest {

    private static final String REFUSED = "1037";

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void saysWhyAnAdditionWasRejected() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);
        bench.refused(CallKind.ADD, Setup.GOLD, 7, REFUSED);

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status, Outcome::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Outcome.Status.REJECTED, REFUSED));
        assertThat(bench.after(Duration.ofDays(30)).sweep().heard.wishes).isEmpty();
    }

    @Test
    void addsAgainOnTheNextAssertionAtOnce() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);
        bench.refused(CallKind.ADD, Setup.GOLD, 7, REFUSED);

        assertThat(bench.hear(Told.of(ADA).in("gold", NOW + 1)).wished())
                .containsExactly(Wish.Kind.ADD);
    }

    @Test
    void triesARefusedRemovalAgainAfterGrowingWaits() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        long wait = Duration.ofMinutes(1).toMillis();
        for (int i = 0; i < 30; i++) {
            bench.refused(CallKind.REMOVE, Setup.GOLD, 7, REFUSED);
            assertThat(bench.heard.wishes).isEmpty();
            assertThat(bench.after(Duration.ofMillis(wait - 1)).sweep().heard.wishes).isEmpty();
            assertThat(bench.after(Duration.ofMillis(1)).sweep().wished())
                    .containsExactly(Wish.Kind.REMOVE);
            wait = Math.min(2 * wait, Duration.ofHours(6).toMillis());
        }
        assertThat(wait).isEqualTo(Duration.ofHours(6).toMillis());
    }

    @Test
    void triesARefusedRemovalAtOnceWhenThePersonRefusesNow() {
        Bench asking = Bench.with(Setup.asking(ConsentRule.OPT_OUT)).onGold(7);
        asking.hear(Told.of(ADA).out("gold", NOW));
        asking.refused(CallKind.REMOVE, Setup.GOLD, 7, REFUSED);

        asking.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW + 1));

        assertThat(asking.wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void addsWhoCameBackWhileARemovalWasRefused() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        bench.perhaps(CallKind.REMOVE, Setup.GOLD, 7);
        bench.hear(Told.of(ADA).in("gold", NOW + 1));
        assertThat(bench.wished()).containsExactly(Wish.Kind.ADD);

        bench.refused(CallKind.REMOVE, Setup.GOLD, 7, REFUSED);

        assertThat(bench.list(Setup.GOLD).wish).isEqualTo(Wish.Kind.ADD);
        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes).isEmpty();
    }

    @Test
    void holdsNoRemovalBackForAnAdditionThatWasRefused() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);
        bench.hear(Told.of(ADA).out("gold", NOW + 1));

        bench.refused(CallKind.ADD, Setup.GOLD, 7, REFUSED);

        assertThat(bench.list(Setup.GOLD).wish).isEqualTo(Wish.Kind.REMOVE);
    }

    @Test
    void takesNotOnTheListForOut() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        bench.refused(CallKind.REMOVE, Setup.GOLD, 7, "1015");

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.OUT);
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.APPLIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"606", "1022", "1029", "no-such-code"})
    void leavesTheWishWithTheSchedulerForACodeThatPasses(String code) {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        bench.refused(CallKind.REMOVE, Setup.GOLD, 7, code);

        assertThat(bench.list(Setup.GOLD).wish).isEqualTo(Wish.Kind.REMOVE);
        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes).isEmpty();
    }

    @Test
    void doubtsTheListAfterACodeThatSaysNothing() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        bench.refused(CallKind.REMOVE, Setup.GOLD, 7, "611");

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
    }
}

package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.CallKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** DESIGN §3.1.11: only what is out and reported out has a time to live. */
class ExpiryTest {

    private static final Duration LONG = Duration.ofDays(1000);

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void forgetsWhoIsOutAndReportedOut() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW)).removed(Setup.GOLD, 7);

        assertThat(bench.after(Duration.ofDays(90)).sweep().rows.rows).isNotEmpty();
        assertThat(bench.after(Duration.ofMillis(1)).sweep().rows.rows).isEmpty();
        assertThat(bench.heard.counted(LedgerMetric.EXPIRED)).isEqualTo(1);
    }

    @Test
    void forgetsWhoLeftAListThatWasRead() {
        bench.readToTheEnd(Setup.GOLD, 50).hear(Told.of(ADA).out("gold", NOW));

        assertThat(bench.after(LONG).sweep().rows.rows).isEmpty();
    }

    @Test
    void keepsWhatWasReportedBeforeItsEventIsReadAgain() {
        assertKept(bench.found(7));
    }

    @Test
    void aPersonWhoReturnsIsNotSettledByAnEndOfTheirFirstLife() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW)).removed(Setup.GOLD, 7);
        long lastEnd = bench.newest();
        bench.after(Duration.ofDays(90)).after(Duration.ofMillis(1)).sweep();

        bench.hear(Told.of(ADA).in("gold", NOW + Duration.ofDays(91).toMillis()));
        assertThat(bench.wish().asOf()).isEqualTo(lastEnd);
    }

    @Test
    void keepsWhoIsIn() {
        assertKept(bench.onGold(7));
    }

    @Test
    void keepsWhoIsInAndUnmatched() {
        assertKept(bench.hear(Told.of(ADA).in("gold", NOW)).notFound());
    }

    @Test
    void keepsWhoLeftAListThatWasNeverRead() {
        assertKept(bench.hear(Told.of(ADA).out("gold", NOW)));
    }

    @Test
    void keepsWhoLeftBeforeTheActivationStarts() {
        Bench later = Bench.with(Setup.between(NOW + 2 * LONG.toMillis(), 0));

        assertKept(later.hear(Told.of(ADA).out("gold", NOW)));
    }

    @Test
    void keepsWhoseRemovalWaits() {
        assertKept(bench.onGold(7).hear(Told.of(ADA).out("gold", NOW)));
    }

    @Test
    void keepsWhoseRemovalWasRefused() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));

        assertKept(bench.refused(CallKind.REMOVE, Setup.GOLD, 7, "1037"));
    }

    @Test
    void keepsWhoRefused() {
        Told told = Told.of(ADA).out("gold", NOW).attribute(Setup.EMAIL_CONSENT, "n", NOW);

        assertKept(bench.readToTheEnd(Setup.GOLD, 50).hear(told));
    }

    @Test
    void keepsWhoWasErasedInMarketo() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        bench.refused(CallKind.REMOVE, Setup.GOLD, 7, "1004");
        assertThat(bench.lead().state).isEqualTo(LeadState.LOST);
        bench.notFound();

        assertKept(bench);
    }

    private static void assertKept(Bench bench) {
        assertThat(bench.after(LONG).sweep().rows.rows).containsKey(ADA);
    }
}

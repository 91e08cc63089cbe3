package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DESIGN §3.1.2: a repeat that changes nothing costs one read at most, and no write. */
class RepeatTest {

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void costsNoWriteAndMostlyNotEvenARead() {
        Told told = Told.of(ADA).in("gold", NOW).attribute("firstName", "Ada", NOW);
        bench.hear(told);
        int readsOfTheFirst = bench.rows.reads;
        bench.hear(told);

        assertThat(bench.rows.reads).isEqualTo(readsOfTheFirst);
        assertThat(bench.rows.writes).isEqualTo(1);
        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.counted(LedgerMetric.REPEAT)).isEqualTo(1);
    }

    @Test
    void remembersTheNewerTimeOfARepeatAndJudgesNothing() {
        bench.hear(Told.of(ADA).in("gold", NOW - 5)).hear(Told.of(ADA).in("gold", NOW));

        assertThat(bench.row().claims.get(0).at()).isEqualTo(NOW);
        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void costsNoWriteHoweverManyIdentitiesComeEachTime() {
        Told told = Told.of(ADA).in("gold", NOW);
        for (int i = 0; i < 9; i++) {
            told.also("ecid", "3814" + i);
        }
        bench.hear(told).hear(told);

        assertThat(bench.rows.writes).isEqualTo(1);
    }

    @Test
    void neverForgetsTheIdentityThatIsItsKey() {
        Told told = Told.of(ADA).in("gold", NOW);
        for (int i = 0; i < 9; i++) {
            told.also("email", "ada" + i + "@example.com");
        }
        bench.hear(told);

        assertThat(bench.wish().value()).isEqualTo("ada@example.com");
        assertThat(bench.row().identities).hasSize(5);
    }
}

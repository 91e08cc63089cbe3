package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.wish.Wish;
import org.junit.jupiter.api.Test;

class ListByNameTest {

    private static void found(Bench bench, long list) {
        bench.plan.found(new ListFound(Setup.INSTANCE, Setup.GOLD_BY_NAME.key(), list));
    }

    @Test
    void whoCameBeforeTheListWasKnownIsAddedOnceItIs() {
        Bench bench = Bench.with(Setup.goldByName());
        bench.hear(Told.of(ADA).in("gold", NOW));
        assertThat(bench.heard.wishes).isEmpty();

        found(bench, 1027);
        bench.sweep().found(7);

        assertThat(bench.wish().kind()).isEqualTo(Wish.Kind.ADD);
        assertThat(bench.wish().list()).isEqualTo(1027);
    }

    @Test
    void aListFoundAnewTakesThePeopleOfTheOneThatIsGone() {
        Bench bench = Bench.with(Setup.goldByName());
        found(bench, 1027);
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7).added(1027, 7);

        found(bench, 1028);
        bench.sweep();

        assertThat(bench.wish().list()).isEqualTo(1028);
    }

    @Test
    void aListThatAnotherActivationFeedsByItsIdIsNotFedTwice() {
        Bench bench = Bench.with(Setup.mirror("silver", 1027), Setup.goldByName());
        found(bench, 1027);

        bench.hear(Told.of(ADA).in("gold", NOW));
        assertThat(bench.heard.wishes).isEmpty();

        bench.hear(Told.of(ADA).in("silver", NOW)).found(7);
        assertThat(bench.wish().list()).isEqualTo(1027);
    }

    @Test
    void theIdMayBeKnownBeforeTheActivation() {
        Bench bench = Bench.with();
        found(bench, 1027);
        bench.activate(Setup.goldByName());

        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);

        assertThat(bench.wish().list()).isEqualTo(1027);
    }
}

package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.wish.Wish;
import org.junit.jupiter.api.Test;

/** An activation that is gone, and whose list is to be cleared. */
class RetiredTest {

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void takesOffWhomTheAudienceNamed() {
        bench.onGold(7).activate(Setup.gold().retired(NOW));

        assertThat(bench.sweep().wished()).containsExactly(Wish.Kind.REMOVE);
        assertThat(bench.wish().assertedAt()).isEqualTo(NOW);
        bench.removed(Setup.GOLD, 7);
        assertThat(bench.sweep().heard.wishes).isEmpty();
    }

    @Test
    void takesOffAlsoWhoLeftAnAudienceThatOnlyAdds() {
        Bench adding = Bench.with(Setup.addOnly()).onGold(7);
        adding.hear(Told.of(ADA).out("gold", NOW)).activate(Setup.addOnly().retired(NOW));

        assertThat(adding.sweep().wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void leavesStrangersWhereTheyAre() {
        long generation = bench.announced();
        bench.page(Setup.GOLD, generation, 7).readToTheEnd(Setup.GOLD, generation);
        bench.activate(Setup.gold().retired(NOW));

        assertThat(bench.sweep().heard.wishes).isEmpty();
    }

    @Test
    void addsNobody() {
        bench.activate(Setup.gold().retired(NOW));
        bench.hear(Told.of(ADA).in("gold", NOW + 1));

        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void addsThemAgainWhenTheListIsFedAgain() {
        bench.onGold(7).activate(Setup.gold().retired(NOW));
        bench.sweep().removed(Setup.GOLD, 7);
        bench.activate(Setup.gold());

        assertThat(bench.sweep().wished()).containsExactly(Wish.Kind.ADD);
    }
}

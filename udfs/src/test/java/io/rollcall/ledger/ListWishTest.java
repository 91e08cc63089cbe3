package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DESIGN §3.1.3: a wish goes out whenever the wish or its lane changes. */
class ListWishTest {

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void addsOnceTheLeadIsKnown() {
        bench.hear(Told.of(ADA).in("gold", NOW));
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.wish().lane()).isEqualTo(Lane.ADDITIONS);

        bench.found(7);
        assertThat(bench.wished()).containsExactly(Wish.Kind.ADD);
        assertThat(bench.wish().lane()).isEqualTo(Lane.ADDITIONS);
        assertThat(bench.wish().lead()).isEqualTo(7);
    }

    @Test
    void ranksWhatOnlyASweepFoundAsBackfillToItsEnd() {
        Bench later = Bench.with();
        later.hear(Told.of(ADA).in("gold", NOW)).activate(Setup.gold());

        assertThat(later.sweep().wish().lane()).isEqualTo(Lane.BACKFILL);
        assertThat(later.found(7).wish().lane()).isEqualTo(Lane.BACKFILL);
        assertThat(later.wished()).containsExactly(Wish.Kind.ADD);
    }

    @Test
    void raisesTheLaneWhenAnEventComesForWhomABackfillWaits() {
        Bench later = Bench.with();
        later.hear(Told.of(ADA).in("gold", NOW)).activate(Setup.gold(), Setup.silver());
        later.sweep().found(7).hear(Told.of(ADA).in("silver", NOW));

        assertThat(later.heard.wishes)
                .extracting(Wish::lane)
                .containsExactlyInAnyOrder(Lane.ADDITIONS, Lane.ADDITIONS);
    }

    @Test
    void letsAnExitOvertakeTheQueuedAddition() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7).hear(Told.of(ADA).out("gold", NOW + 1));

        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
        assertThat(bench.wish().lane()).isEqualTo(Lane.REMOVALS);
    }

    @Test
    void letsARefusalOvertakeEverything() {
        Bench asking = Bench.with(Setup.asking(ConsentRule.OPT_OUT));
        asking.hear(Told.of(ADA).in("gold", NOW)).found(7);
        asking.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW));

        assertThat(asking.wished()).containsExactly(Wish.Kind.REMOVE);
        assertThat(asking.wish().lane()).isEqualTo(Lane.CONSENT);
    }

    @Test
    void raisesARemovalToTheConsentLane() {
        Bench asking = Bench.with(Setup.asking(ConsentRule.OPT_OUT)).onGold(7);
        asking.hear(Told.of(ADA).out("gold", NOW));
        asking.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW));

        assertThat(asking.wished()).containsExactly(Wish.Kind.REMOVE);
        assertThat(asking.wish().lane()).isEqualTo(Lane.CONSENT);
    }

    @Test
    void withdrawsTheAdditionWhenNothingIsLeftToChange() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7).page(Setup.GOLD, bench.announced(), 7);

        assertThat(bench.wished()).containsExactly(Wish.Kind.NO_LIST_WISH);
    }

    @Test
    void withdrawsTheWishWhenTheActivationGoes() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7).activate();

        assertThat(bench.sweep().wished()).containsExactly(Wish.Kind.NO_LIST_WISH);
        assertThat(bench.sweep().heard.wishes).isEmpty();
    }

    @Test
    void withdrawsTheLookUpWhenTheActivationGoes() {
        bench.hear(Told.of(ADA).in("gold", NOW)).activate();

        assertThat(bench.sweep().wished()).containsExactly(Wish.Kind.NO_LEAD_WISH);
    }

    @Test
    void withdrawsTheWishWhenTheListIsFedByAnotherAudience() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);
        bench.activate(Setup.mirror("platinum", Setup.GOLD));

        assertThat(bench.sweep().wished()).containsExactly(Wish.Kind.NO_LIST_WISH);
    }

    @Test
    void withdrawsARefusalsRemovalWhenTheRefusalIsTakenBack() {
        Bench asking = Bench.with(Setup.asking(ConsentRule.OPT_OUT), Setup.silver());
        asking.hear(Told.of(ADA).in("silver", NOW)).found(7);
        asking.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW));
        assertThat(asking.wished()).containsExactly(Wish.Kind.REMOVE);

        asking.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "y", NOW + 1));
        assertThat(asking.wished()).containsExactly(Wish.Kind.NO_LIST_WISH);
        assertThat(asking.heard.facts).extracting("desired").containsExactly("none");
    }

    @Test
    void saysNothingOnASecondSweep() {
        bench.hear(Told.of(ADA).in("gold", NOW)).after(Duration.ofDays(1)).sweep();

        assertThat(bench.sweep().heard.wishes).isEmpty();
    }

    @Test
    void asksAgainAfterACallThatPerhapsRan() {
        bench.onGold(7).perhaps(CallKind.REMOVE, Setup.GOLD, 7);

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
        assertThat(bench.wished()).containsExactly(Wish.Kind.ADD);
    }

    @Test
    void takesFurtherLeadsOffToo() {
        bench.hear(Told.of(ADA).in("gold", NOW))
                .page(Setup.GOLD, bench.announced(), 7)
                .page(Setup.GOLD, bench.announced(), 8)
                .hear(Told.of(ADA).out("gold", NOW + 1));

        assertThat(bench.heard.wishes).extracting(Wish::lead).containsExactlyInAnyOrder(7L, 8L);
        assertThat(bench.wished()).containsOnly(Wish.Kind.REMOVE);
    }

    @Test
    void withdrawsTheRemovalOfFurtherLeadsWhenTheActivationGoes() {
        bench.hear(Told.of(ADA).out("gold", NOW))
                .page(Setup.GOLD, bench.announced(), 7)
                .page(Setup.GOLD, bench.announced(), 8)
                .activate();

        assertThat(bench.sweep().wished()).containsOnly(Wish.Kind.NO_LIST_WISH);
        assertThat(bench.heard.wishes).extracting(Wish::lead).containsExactlyInAnyOrder(7L, 8L);
    }

    @Test
    void leavesFurtherLeadsAloneOutsideTheSchedule() {
        Bench ended = Bench.with(Setup.between(0, NOW));
        ended.hear(Told.of(ADA).out("gold", NOW))
                .page(Setup.GOLD, ended.announced(), 7)
                .page(Setup.GOLD, ended.announced(), 8);

        assertThat(ended.heard.wishes).isEmpty();
    }

    @Test
    void holdsNoRemovalBackBecauseAFurtherLeadsWasRefused() {
        bench.hear(Told.of(ADA).out("gold", NOW))
                .page(Setup.GOLD, bench.announced(), 7)
                .page(Setup.GOLD, bench.announced(), 8)
                .refused(CallKind.REMOVE, Setup.GOLD, 8, "1037");

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.list(Setup.GOLD).wish).isEqualTo(Wish.Kind.REMOVE);
    }

    @Test
    void triesAFurtherLeadsRefusedRemovalAgainAndMoreSeldom() {
        bench.hear(Told.of(ADA).out("gold", NOW))
                .page(Setup.GOLD, bench.announced(), 7)
                .page(Setup.GOLD, bench.announced(), 8)
                .removed(Setup.GOLD, 7)
                .refused(CallKind.REMOVE, Setup.GOLD, 8, "1037");

        assertThat(bench.sweep().heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofMinutes(1)).sweep().heard.wishes)
                .extracting(Wish::lead)
                .isEqualTo(List.of(8L));
        bench.refused(CallKind.REMOVE, Setup.GOLD, 8, "1037");
        assertThat(bench.after(Duration.ofMinutes(1)).sweep().heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofMinutes(1)).sweep().heard.wishes).hasSize(1);
    }
}

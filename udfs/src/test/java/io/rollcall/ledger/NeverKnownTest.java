package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.CallKind;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Wish;
import org.junit.jupiter.api.Test;

/** DESIGN §3.1.4: a read of the list settles what was never known. */
class NeverKnownTest {

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void asksForNoLookUpOfSomeoneWhoOnlyEverLeft() {
        bench.hear(Told.of(ADA).out("gold", NOW));

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.readToTheEnd(Setup.GOLD, 50).sweep().heard.wishes).isEmpty();
    }

    @Test
    void takesOffWhoIsFoundOnTheList() {
        bench.hear(Told.of(ADA).out("gold", NOW)).page(Setup.GOLD, 50, 7);

        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
        assertThat(bench.wish().lead()).isEqualTo(7);
    }

    @Test
    void removesAnUnknownAtOnceWhenTheLeadIsKnown() {
        Bench two = Bench.with(Setup.gold(), Setup.silver()).onGold(7);

        two.hear(Told.of(ADA).out("silver", NOW));

        assertThat(two.wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void takesWhoIsNotFoundInACompleteReadForOut() {
        Bench two = Bench.with(Setup.gold(), Setup.silver());
        two.hear(Told.of(ADA).in("gold", NOW).out("silver", NOW));
        two.readToTheEnd(Setup.SILVER, two.announced()).found(7);

        assertThat(two.wished()).containsExactly(Wish.Kind.ADD);
    }

    /** The first read listed them under an address that they no longer had when looked up. */
    @Test
    void takesOffAtTheNextReadWhomTheFirstOneDidNotName() {
        Bench two = Bench.with(Setup.gold(), Setup.silver());
        two.hear(Told.of(ADA).in("gold", NOW).out("silver", NOW));
        two.readToTheEnd(Setup.SILVER, two.announced()).found(7);

        two.page(Setup.SILVER, two.announced(), 7);

        assertThat(two.wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void addsNobodyWhoIsFoundOnTheListAlready() {
        bench.page(Setup.GOLD, 50, 7).hear(Told.of(ADA).in("gold", NOW));

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.facts).extracting("reported").containsExactly("in");
    }

    @Test
    void leavesStrangersOnTheList() {
        bench.page(Setup.GOLD, 50, 7).readToTheEnd(Setup.GOLD, 50).sweep();

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.rows.rows).isNotEmpty();
    }

    @Test
    void letsNoPageOverruleALaterCall() {
        long generation = bench.announced();
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW)).removed(Setup.GOLD, 7);

        bench.page(Setup.GOLD, generation, 7);

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.OUT);
    }

    @Test
    void letsANewerReadOverruleAnOlderCall() {
        bench.onGold(7).readToTheEnd(Setup.GOLD, bench.announced()).sweep();

        assertThat(bench.wished()).containsExactly(Wish.Kind.ADD);
    }

    @Test
    void letsNoPageSettleWhatAPerhapsLeftOpen() {
        bench.onGold(7).perhaps(CallKind.REMOVE, Setup.GOLD, 7);
        bench.page(Setup.GOLD, bench.announced(), 7);

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
    }

    /** Marketo looked at the list some time after the extract was asked for. */
    @Test
    void letsNoRowOfAnExtractOverruleACallSinceItWasAskedFor() {
        long generation = bench.announced();
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW)).removed(Setup.GOLD, 7);

        bench.extracted(Setup.GOLD, generation, 7);

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.OUT);
    }

    @Test
    void doubtsARowOfAnExtractDuringWhichAnOppositeCallBegan() {
        long generation = bench.announced();
        long removal = bench.announced();
        bench.extracted(Setup.GOLD, generation, 7);

        bench.ended(
                CallKind.REMOVE,
                Setup.GOLD,
                removal,
                Verdict.DONE,
                Bench.onList(7, MemberStatus.REMOVED, null));

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
    }

    /** Exported while it was there still. */
    @Test
    void takesNoLeadFromAnExtractThatIsGoneSinceItWasAskedFor() {
        long generation = bench.announced();
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        bench.refused(CallKind.REMOVE, Setup.GOLD, 7, "1004");

        bench.extracted(Setup.GOLD, generation, 7);

        assertThat(bench.lead().lead).isZero();
    }

    /**
     * Deleted in Marketo between the row and the answer; or search lags behind, so it may be on.
     */
    @Test
    void goesByNoLeadOfAnExtractWhereALaterAnswerKnewNobody() {
        long generation = bench.announced();
        bench.hear(Told.of(ADA).in("gold", NOW)).notFound();

        bench.extracted(Setup.GOLD, generation, 7);

        assertThat(bench.lead().lead).isZero();
        assertThat(bench.list(Setup.GOLD).other(7)).isNotNull();
    }

    @Test
    void believesARowOfAnExtractThatNothingContradicts() {
        bench.hear(Told.of(ADA).out("gold", NOW)).extracted(Setup.GOLD, bench.announced(), 7);

        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void believesNoIncompleteRead() {
        Bench two = Bench.with(Setup.gold(), Setup.silver());
        two.plan.read(new ListRead(Setup.INSTANCE, Setup.SILVER, 50, false));
        two.hear(Told.of(ADA).in("gold", NOW).out("silver", NOW)).found(7);

        assertThat(two.wished()).containsExactlyInAnyOrder(Wish.Kind.ADD, Wish.Kind.REMOVE);
    }
}

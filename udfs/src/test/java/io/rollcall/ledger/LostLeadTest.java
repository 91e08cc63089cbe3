package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Wish;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** DESIGN §3.1.6: what a changed or lost lead id means; nobody who was erased comes back. */
class LostLeadTest {

    private final Bench bench = Bench.creating(Setup.gold(), Setup.silver());

    @Test
    void looksUpOnlyWhenTheCurrentLeadIsGone() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);
        bench.refused(CallKind.ADD, Setup.GOLD, 7, "1004");

        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.DEFERRED);
    }

    @Test
    void ignoresThatAnOlderLeadIsGone() {
        bench.onGold(7).found(8).added(Setup.GOLD, 8);

        bench.refused(CallKind.ADD, Setup.GOLD, 7, "1004");

        assertThat(bench.lead().lead).isEqualTo(8);
        assertThat(bench.lead().state).isEqualTo(LeadState.KNOWN);
    }

    @Test
    void neverCreatesWhoWasErased() {
        lose();
        bench.notFound();

        assertThat(bench.lead().state).isEqualTo(LeadState.DELETED);
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status, Outcome::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Outcome.Status.EXCLUDED, "lead-deleted"));
        assertThat(bench.hear(Told.of(ADA).in("silver", NOW + 1)).heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofDays(400)).sweep().heard.wishes).isEmpty();
    }

    @Test
    void neverCreatesWhoWasErasedThoughTheLookUpWasRefusedFirst() {
        lose();
        bench.ended(CallKind.LOOKUP, 0, Bench.lookup(0, MemberStatus.SKIPPED, "1003"));

        bench.hear(Told.of(ADA).in("silver", NOW + 1));

        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void looksAgainForWhoIsToLeaveThoughTheLookUpWasRefused() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        bench.refused(CallKind.REMOVE, Setup.GOLD, 7, "1004");
        bench.ended(CallKind.LOOKUP, 0, Bench.lookup(0, MemberStatus.SKIPPED, "1003"));
        assertThat(bench.heard.wishes).isEmpty();

        bench.after(Duration.ofMinutes(1)).sweep();

        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void neverCreatesWhoWasErasedThoughAnOlderUpsertWasAmbiguous() {
        lose();
        bench.ended(CallKind.UPSERT, 0, Bench.lookup(0, MemberStatus.SKIPPED, "1007"));
        bench.notFound();

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.lead().state).isEqualTo(LeadState.DELETED);
    }

    @Test
    void goesOnWithTheLeadThatTheLookUpFinds() {
        Bench two = bench;
        two.onGold(7).hear(Told.of(ADA).in("silver", NOW)).refused(CallKind.ADD, 1002, 7, "1004");
        two.found(8);

        assertThat(two.wished()).containsExactly(Wish.Kind.ADD, Wish.Kind.ADD);
        assertThat(two.heard.wishes).extracting(Wish::lead).containsOnly(8L);
        assertThat(two.list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
    }

    @Test
    void rejectsASecondLossOfTheSameLead() {
        lose();
        bench.found(7).refused(CallKind.ADD, Setup.GOLD, 7, "1004");

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.REJECTED);
    }

    @Test
    void triesTheRemovalOfALeadTwiceLostAgainAndAgain() {
        bench.onGold(7).hear(Told.of(ADA).out("gold", NOW));
        bench.refused(CallKind.REMOVE, Setup.GOLD, 7, "1004").found(7);
        bench.refused(CallKind.REMOVE, Setup.GOLD, 7, "1004");

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofMinutes(2)).sweep().wished())
                .containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void takesALossForOldThatALaterLookUpRefuted() {
        bench.hear(Told.of(ADA).in("gold", NOW).in("silver", NOW)).found(7);
        long first = bench.announced();
        long second = bench.announced();
        var gone = Bench.onList(7, MemberStatus.SKIPPED, "1004");
        bench.ended(CallKind.ADD, Setup.GOLD, second, Verdict.DONE, gone).found(7);

        bench.ended(CallKind.ADD, Setup.SILVER, first, Verdict.DONE, gone);

        assertThat(bench.lead().lead).isEqualTo(7);
        assertThat(bench.wished()).containsExactly(Wish.Kind.ADD);
        assertThat(bench.heard.outcomes).isEmpty();
    }

    @Test
    void believesNoPageOlderThanTheLoss() {
        long generation = bench.announced();
        var page = pageOf(generation, 7);
        lose();

        bench.read(page);

        assertThat(bench.lead().lead).isZero();
        assertThat(bench.lead().state).isEqualTo(LeadState.LOST);
    }

    @Test
    void doubtsAllListsWhenTheLeadChanges() {
        bench.onGold(7).found(8);

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
        assertThat(bench.wished()).containsExactly(Wish.Kind.ADD);
        assertThat(bench.wish().lead()).isEqualTo(8);
    }

    @Test
    void doubtsNoListForAFirstLead() {
        Bench two = Bench.with(Setup.gold(), Setup.silver());
        two.hear(Told.of(ADA).in("gold", NOW).out("silver", NOW));
        two.readToTheEnd(Setup.SILVER, two.announced()).found(7);

        assertThat(two.wished()).containsExactly(Wish.Kind.ADD);
    }

    @Test
    void takesTheFormerLeadOffTooWhenThePersonLeaves() {
        bench.onGold(7).found(8).added(Setup.GOLD, 8).hear(Told.of(ADA).out("gold", NOW));

        assertThat(bench.heard.wishes).extracting(Wish::lead).containsExactlyInAnyOrder(7L, 8L);
    }

    @Test
    void believesNoRepeatedEndAfterAMerge() {
        bench.hear(Told.of(ADA).out("gold", NOW)).page(Setup.GOLD, 50, 7).page(Setup.GOLD, 50, 8);
        long sequence = bench.announced();
        var removed = Bench.onList(7, MemberStatus.REMOVED, null);
        bench.ended(CallKind.REMOVE, Setup.GOLD, sequence, Verdict.DONE, removed);
        bench.refused(CallKind.REMOVE, Setup.GOLD, 8, "1004");

        bench.ended(CallKind.REMOVE, Setup.GOLD, sequence, Verdict.DONE, removed);

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
        assertThat(bench.list(Setup.GOLD).wish).isEqualTo(Wish.Kind.REMOVE);
    }

    @Test
    void doesNotAskForEverWhoIsAmbiguousAndNotToBeFound() {
        bench.hear(Told.of(ADA).in("gold", NOW)).notFound();
        bench.ended(CallKind.UPSERT, 0, Bench.lookup(0, MemberStatus.SKIPPED, "1007"));
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);

        bench.notFound();

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.REJECTED);
        assertThat(bench.hear(Told.of(ADA).in("silver", NOW + 1)).wished())
                .containsExactly(Wish.Kind.UPSERT);
    }

    private void lose() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);
        bench.refused(CallKind.ADD, Setup.GOLD, 7, "1004");
        assertThat(bench.lead().state).isEqualTo(LeadState.LOST);
    }

    private io.rollcall.report.Report pageOf(long generation, long lead) {
        return Bench.report(
                CallKind.READ,
                Setup.GOLD,
                generation,
                Verdict.DONE,
                new io.rollcall.report.ListPage(generation, null, true, 0),
                Bench.onList(lead, MemberStatus.PRESENT, null));
    }
}

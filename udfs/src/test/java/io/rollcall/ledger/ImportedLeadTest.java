package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.activation.Instance.Mapping;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.event.Identity;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.pack.Hash64;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Someone whom an import has put on a list, and whose lead nobody has told. */
class ImportedLeadTest {

    private static final String ADDRESS = "ada@example.com";
    private static final Mapping FIRST_NAME = new Mapping("firstName", "firstName");

    private final Bench bench = Bench.on(Setup.byAddress(), Setup.gold(), Setup.silver());

    @Test
    void whoHasOneNameAloneMayBeImportedOntoTheListTheyJoin() {
        bench.hear(Told.of(ADA).in("gold", NOW));
        assertThat(bench.wish())
                .extracting(Wish::kind, Wish::list)
                .containsExactly(Wish.Kind.UPSERT, Setup.GOLD);

        Bench two = Bench.on(Setup.byAddress(), Setup.gold());
        two.hear(Told.of(ADA).also("email", "second@example.com").in("gold", NOW));
        assertThat(two.wish().list()).isZero();
    }

    @Test
    void theImportSettlesTheirCreationAndTellsThatTheyAreIn() {
        bench.hear(Told.of(ADA).in("gold", NOW));

        imported(bench, Setup.GOLD);

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::change, Outcome::status)
                .containsExactly(
                        tuple(Outcome.Change.CREATE, Outcome.Status.APPLIED),
                        tuple(Outcome.Change.ADD, Outcome.Status.APPLIED));
        assertThat(bench.heard.facts)
                .last()
                .extracting(MembershipFact::desired, MembershipFact::reported)
                .containsExactly("in", "in");
        assertThat(bench.lead().lead).isZero();
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
        assertThat(bench.after(Duration.ofDays(10)).sweep().heard.wishes).isEmpty();
        assertThat(bench.hear(Told.of(ADA).in("gold", NOW + 9)).heard.wishes).isEmpty();
    }

    @Test
    void aWarningIsToldWithTheOutcome() {
        bench.hear(Told.of(ADA).in("gold", NOW));

        rows(bench, Setup.GOLD, row(ADDRESS).with(MemberStatus.ADDED, Member.WARNED));

        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status, Outcome::code)
                .containsOnly(tuple(Outcome.Status.APPLIED, Member.WARNED));
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
    }

    @Test
    void aRefusedRowIsStillWished() {
        bench.hear(Told.of(ADA).in("gold", NOW));

        rows(bench, Setup.GOLD, row(ADDRESS).with(MemberStatus.SKIPPED, "row-refused"));

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes).isEmpty();
        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.UPSERT);
        assertThat(bench.lead().importedAs).isZero();
    }

    @Test
    void whoLeavesIsLookedUpUnderThatNameAndTakenOff() {
        onGold(bench).hear(Told.of(ADA).out("gold", NOW + 1));
        assertThat(bench.wish())
                .extracting(Wish::kind, Wish::lane, Wish::value)
                .containsExactly(Wish.Kind.LOOKUP, Lane.REMOVALS, ADDRESS);

        bench.found(7);

        assertThat(bench.wish())
                .extracting(Wish::kind, Wish::lead)
                .containsExactly(Wish.Kind.REMOVE, 7L);
        bench.removed(Setup.GOLD, 7);
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.OUT);
        assertThat(bench.lead().importedAs).isZero();
    }

    @Test
    void whoRefusesIsTakenOffAheadOfAllElse() {
        Bench asking = Bench.on(Setup.byAddress(), Setup.asking(ConsentRule.OPT_OUT));
        onGold(asking).hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW + 1));
        assertThat(asking.wish())
                .extracting(Wish::kind, Wish::lane)
                .containsExactly(Wish.Kind.LOOKUP, Lane.CONSENT);

        asking.found(7);

        assertThat(asking.wish())
                .extracting(Wish::kind, Wish::lane, Wish::lead)
                .containsExactly(Wish.Kind.REMOVE, Lane.CONSENT, 7L);
    }

    @Test
    void otherLeadsOfThatNameMayBeOnTheListToo() {
        onGold(bench).hear(Told.of(ADA).out("gold", NOW + 1)).found(7, 8L);

        assertThat(bench.heard.wishes)
                .filteredOn(wish -> wish.kind() == Wish.Kind.REMOVE)
                .extracting(Wish::lead)
                .containsExactlyInAnyOrder(7L, 8L);
    }

    @Test
    void whoJoinsAnotherListIsLookedUpAndStaysWhereTheyAre() {
        onGold(bench).hear(Told.of(ADA).in("silver", NOW + 1));
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);

        bench.found(7);

        assertThat(bench.heard.wishes)
                .extracting(Wish::kind, Wish::list)
                .containsExactly(tuple(Wish.Kind.ADD, Setup.SILVER));
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
    }

    @Test
    void whatAnotherNameLeadsToIsDoubtedAndConfirmed() {
        onGold(bench);
        Member other = row("second@example.com");
        Member updated =
                new Member(
                        ADA,
                        "email",
                        other.valueHash(),
                        8,
                        MemberStatus.UPDATED,
                        null,
                        List.of(),
                        List.of());

        bench.ended(CallKind.UPSERT, 0, updated);

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
        assertThat(bench.wished()).containsExactlyInAnyOrder(Wish.Kind.ADD, Wish.Kind.LOOKUP);
        bench.found(7);
        assertThat(bench.lead().lead).isEqualTo(7);
        assertThat(bench.lead().importedAs).isZero();
        assertThat(bench.lead().wish).isNull();
    }

    @Test
    void aPageThatNamesThemTellsTheirLead() {
        onGold(bench);

        page(Identity.of("email", ADDRESS));

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.lead().lead).isEqualTo(7);
        assertThat(bench.lead().importedAs).isZero();
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
    }

    @Test
    void aPageThatNamesThemByAnotherNameDoesNotEndTheSearch() {
        onGold(bench);

        page(Identity.of("email", "second@example.com"));

        assertThat(bench.lead().importedAs).isNotZero();
        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.LOOKUP);
    }

    @Test
    void whoLeavesAndIsNotFoundIsLookedForThreeTimesMoreAndIsErasedThen() {
        onGold(bench).hear(Told.of(ADA).out("gold", NOW + 1));
        for (int minutes : new int[] {1, 2, 4}) {
            bench.notFound();
            assertThat(bench.heard.wishes).isEmpty();
            assertThat(bench.heard.outcomes)
                    .extracting(Outcome::status)
                    .containsExactly(Outcome.Status.DEFERRED);
            assertThat(bench.after(Duration.ofMinutes(minutes)).sweep().wished())
                    .containsExactly(Wish.Kind.LOOKUP);
        }

        bench.notFound();

        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status, Outcome::reason)
                .containsExactly(tuple(Outcome.Status.EXCLUDED, "lead-deleted"));
        assertThat(bench.hear(Told.of(ADA).in("gold", NOW + 2)).heard.wishes)
                .as("erased since, they stay so")
                .isEmpty();
    }

    @Test
    void whoLeftWhileTheImportRanAndIsNotFoundYetIsLookedForAgain() {
        bench.hear(Told.of(ADA).in("gold", NOW)).hear(Told.of(ADA).out("gold", NOW + 1));
        imported(bench, Setup.GOLD);
        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.LOOKUP);
        bench.notFound();
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);

        bench.after(Duration.ofMinutes(1)).sweep();

        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.found(7).wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void whoJoinsAnotherListAndIsNotFoundYetIsLookedForAgain() {
        onGold(bench).hear(Told.of(ADA).in("silver", NOW + 1)).notFound();
        assertThat(bench.heard.wishes).isEmpty();

        bench.after(Duration.ofMinutes(1)).sweep();

        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.found(7).wished()).containsExactly(Wish.Kind.ADD);
    }

    @Test
    void whoPerhapsWasImportedIsStillWishedAndMayBeCreated() {
        bench.hear(Told.of(ADA).in("gold", NOW));

        perhaps(bench);

        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.UPSERT);
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.UNKNOWN);
        imported(bench, Setup.GOLD);
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
        assertThat(bench.lead().wish).isNull();
    }

    @Test
    void whoPerhapsWasImportedAndIsNotFoundMayBeCreated() {
        perhaps(bench.hear(Told.of(ADA).in("gold", NOW)));
        bench.hear(Told.of(ADA).out("gold", NOW + 1));
        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.LOOKUP);

        bench.notFound();

        assertThat(bench.lead().state).isEqualTo(LeadState.UNMATCHED);
        assertThat(bench.hear(Told.of(ADA).in("gold", NOW + 2)).wished())
                .containsExactly(Wish.Kind.UPSERT);
    }

    @Test
    void whoPerhapsWasImportedAfterALookUpInVainIsLookedForAgain() {
        LeadPolicy respectful =
                new LeadPolicy(LeadPolicy.OnForgotten.DELETE, true, List.of(), Set.of());
        Bench asking = Bench.on(Setup.byAddress().under(respectful), Setup.gold());
        asking.hear(Told.of(ADA).in("gold", NOW)).notFound();
        assertThat(asking.wished()).containsExactly(Wish.Kind.UPSERT);

        perhaps(asking).hear(Told.of(ADA).out("gold", NOW + 1));

        assertThat(asking.lead().wish).isEqualTo(Wish.Kind.LOOKUP);
        assertThat(asking.found(7).wished()).contains(Wish.Kind.REMOVE);
    }

    @Test
    void valuesThatChangeLaterAreWrittenToTheLeadThatIsFound() {
        Bench mapping = Bench.on(Setup.byAddress(FIRST_NAME), Setup.gold());
        mapping.hear(Told.of(ADA).in("gold", NOW).attribute("firstName", "Ada", NOW));
        imported(mapping, Setup.GOLD);
        assertThat(mapping.heard.wishes).isEmpty();
        assertThat(mapping.sweep().heard.wishes).as("they were in the file").isEmpty();

        mapping.hear(Told.of(ADA).attribute("firstName", "Augusta", NOW + 1));
        assertThat(mapping.wish())
                .extracting(Wish::kind, Wish::lane)
                .containsExactly(Wish.Kind.LOOKUP, Lane.UPDATES);

        mapping.found(7);
        assertThat(mapping.wish())
                .extracting(Wish::kind, Wish::lead)
                .containsExactly(Wish.Kind.UPDATE, 7L);
        assertThat(mapping.wish().values()).containsEntry("firstName", "Augusta");
    }

    @Test
    void whoAsksToBeForgottenInBetweenIsFoundAndDeleted() {
        bench.hear(Told.of(ADA).in("gold", NOW - 1)).hear(Told.of(ADA).forgotten(NOW));
        assertThat(bench.wish())
                .extracting(Wish::kind, Wish::lane)
                .containsExactly(Wish.Kind.LOOKUP, Lane.CONSENT);
        imported(bench, Setup.GOLD);
        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.LOOKUP);

        bench.found(7);

        assertThat(bench.wished()).contains(Wish.Kind.DELETE);
        bench.ended(CallKind.DELETE, 0, Bench.byId(7, MemberStatus.DELETED, null)).notFound();
        assertThat(bench.rows.rows).containsOnlyKeys(Bench.FORGET_KEY.stone(ADA));
    }

    @Test
    void anImportThatTurnsUpAfterSomeoneWasForgottenIsUndone() {
        bench.hear(Told.of(ADA).in("gold", NOW - 1)).hear(Told.of(ADA).forgotten(NOW)).notFound();
        assertThat(bench.rows.rows).containsOnlyKeys(Bench.FORGET_KEY.stone(ADA));

        imported(bench, Setup.GOLD);

        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.found(9).wished()).contains(Wish.Kind.DELETE);
    }

    @Test
    void whereLeadsAreNotOursToDeleteTheyLeaveTheList() {
        LeadPolicy removing =
                new LeadPolicy(LeadPolicy.OnForgotten.REMOVE, false, List.of(), Set.of());
        Bench keeping = Bench.on(Setup.byAddress().under(removing), Setup.gold());
        keeping.hear(Told.of(ADA).in("gold", NOW - 1)).hear(Told.of(ADA).forgotten(NOW));

        imported(keeping, Setup.GOLD);

        assertThat(keeping.wish())
                .extracting(Wish::kind, Wish::lane)
                .containsExactly(Wish.Kind.LOOKUP, Lane.CONSENT);
        keeping.found(7);
        assertThat(keeping.wish())
                .extracting(Wish::kind, Wish::lead)
                .containsExactly(Wish.Kind.REMOVE, 7L);
    }

    @Test
    void whoCameAgainLeavesWhatAnImportOfTheirFormerLifePutThemOn() {
        bench.hear(Told.of(ADA).in("gold", NOW - 1)).hear(Told.of(ADA).forgotten(NOW)).notFound();
        bench.hear(Told.of(ADA).in("silver", NOW + 1));

        imported(bench, Setup.GOLD);

        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.LOOKUP);
        bench.found(9);
        assertThat(bench.heard.wishes)
                .extracting(Wish::kind, Wish::list)
                .contains(tuple(Wish.Kind.REMOVE, Setup.GOLD), tuple(Wish.Kind.ADD, Setup.SILVER));
    }

    @Test
    void theRowOfSomeoneWithALeadIsAnAdditionLikeAnyOther() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);
        assertThat(bench.wished()).contains(Wish.Kind.ADD);

        rows(bench, Setup.GOLD, Bench.onList(7, MemberStatus.ADDED, null));

        assertThat(bench.list(Setup.GOLD).wish).isNull();
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::change, Outcome::status)
                .containsExactly(tuple(Outcome.Change.ADD, Outcome.Status.APPLIED));
        assertThat(bench.lead().importedAs).isZero();
    }

    private static Bench onGold(Bench bench) {
        return imported(bench.hear(Told.of(ADA).in("gold", NOW)), Setup.GOLD);
    }

    private static Bench imported(Bench bench, long list) {
        return rows(bench, list, row(ADDRESS).with(MemberStatus.ADDED, null));
    }

    private static Bench rows(Bench bench, long list, Member row) {
        return bench.ended(CallKind.ROWS, list, row);
    }

    private static Bench perhaps(Bench bench) {
        long sequence = bench.announced();
        return bench.ended(CallKind.ROWS, Setup.GOLD, sequence, Verdict.PERHAPS, row(ADDRESS));
    }

    private static Member row(String address) {
        long hash = Hash64.ofLookup("email", address);
        return new Member(ADA, "email", hash, 0, MemberStatus.SENT, null, List.of(), List.of());
    }

    private void page(Identity identity) {
        long generation = bench.announced();
        Member present =
                new Member(
                        ADA, null, 0, 7, MemberStatus.PRESENT, null, List.of(), List.of(identity));
        bench.read(
                Bench.report(
                        CallKind.READ,
                        Setup.GOLD,
                        generation,
                        Verdict.DONE,
                        new ListPage(generation, null, true, 0),
                        present));
    }
}

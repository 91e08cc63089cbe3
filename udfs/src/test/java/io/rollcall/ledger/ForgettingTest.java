package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.activation.ListName;
import io.rollcall.event.Bucket;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rule 3.1.10: out of every list, gone from Marketo, and nothing but a stone stays. */
class ForgettingTest {

    private static final long LEAD = 77;
    private static final ListName NAME = new ListName("Gold", "Audiences", false, null, false);
    private static final String STONE = Bench.FORGET_KEY.stone(ADA);

    @Test
    void leavesTheListAndMarketoAheadOfAllElse() {
        Bench bench = Bench.with(Setup.gold()).onGold(LEAD).hear(forgotten(NOW));
        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE, Wish.Kind.LOOKUP);
        assertThat(bench.heard.wishes).allMatch(wish -> wish.lane() == Lane.CONSENT);
        bench.found(LEAD);
        assertThat(bench.wished()).containsExactly(Wish.Kind.DELETE);
        assertThat(bench.wish().lane()).isEqualTo(Lane.CONSENT);
        assertThat(bench.wish().lead()).isEqualTo(LEAD);
    }

    @Test
    void onlyAStoneStaysOnceNobodyIsFoundAnyMore() {
        Bench bench = gone(Bench.with(Setup.gold()).onGold(LEAD));
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
        assertThat(text(bench.rows.rows)).doesNotContain("ada");
        assertThat(bench.heard.counted(LedgerMetric.FORGOTTEN)).isEqualTo(1);
    }

    @Test
    void everythingToldOfThePersonIsTakenBack() {
        Bench bench = gone(Bench.with(Setup.gold(), Setup.silver()).onGold(LEAD));
        assertThat(bench.heard.facts)
                .contains(MembershipFact.gone(ADA, Setup.INSTANCE, Setup.GOLD));
        assertThat(bench.heard.facts).allMatch(MembershipFact::holdsNothing);
    }

    @Test
    void allThatWasSaidBeforeIsDroppedHoweverOftenItIsSaidAgain() {
        Bench bench = gone(Bench.with(Setup.gold()).onGold(LEAD));
        bench.hear(Told.of(ADA).in("gold", NOW - 1_000).attribute("firstName", "Ada", NOW - 1_000));
        bench.hear(forgotten(NOW)).hear(Told.of(ADA).in("gold", NOW));
        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
        assertThat(bench.heard.counted(LedgerMetric.FORGOTTEN_SAID_AGAIN)).isEqualTo(2);
    }

    @Test
    void anAttributeAloneBringsNobodyBack() {
        Bench bench = gone(Bench.with(Setup.gold()).onGold(LEAD));
        bench.hear(
                Told.of(ADA)
                        .in("gold", NOW - 1_000)
                        .attribute("firstName", "Ada", NOW + 1_000)
                        .sentAt(NOW + 1_000));
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
    }

    @Test
    void whoComesAgainLaterBeginsAnew() {
        Bench bench = gone(Bench.creating(Setup.gold()).onGold(LEAD));
        bench.hear(Told.of(ADA).in("gold", NOW + 1)).hear(Told.of(ADA).in("silver", NOW));
        assertThat(bench.row().claims).hasSize(1);
        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.LOOKUP);
        bench.notFound();
        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.UPSERT);
    }

    @Test
    void whoCameAgainWhileLeavingLeavesFirst() {
        Bench bench = Bench.creating(Setup.gold()).onGold(LEAD).hear(forgotten(NOW));
        bench.hear(Told.of(ADA).in("gold", NOW + 1));
        assertThat(bench.heard.wishes).isEmpty();
        bench.removed(Setup.GOLD, LEAD).found(LEAD);
        deleted(bench).notFound();
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.row().forgetting).isFalse();
        bench.notFound();
        assertThat(bench.wished()).containsExactly(Wish.Kind.UPSERT);
    }

    /** Of two leads one was gone by the time its list was told; both stand in an older extract. */
    @Test
    void whoComesAgainIsNotTakenForErasedByAnExtractFromBefore() {
        Bench bench = Bench.creating(Setup.gold(), Setup.silver());
        long asked = bench.announced();
        bench.hear(forgotten(NOW)).found(LEAD);
        bench.hear(Told.of(ADA).in("gold", NOW + 1));
        bench.refused(CallKind.REMOVE, Setup.GOLD, LEAD, "1004").found(78);
        bench.ended(CallKind.DELETE, 0, Bench.byId(78, MemberStatus.DELETED, null)).notFound();
        bench.notFound();
        assertThat(bench.wished()).containsExactly(Wish.Kind.UPSERT);

        assertThat(bench.extracted(Setup.SILVER, asked, 78).wished()).isEmpty();
        assertThat(bench.extracted(Setup.SILVER, asked, LEAD).wished()).isEmpty();
        assertThat(bench.sweep().wished()).isEmpty();
        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.UPSERT);
    }

    @Test
    void whoWasNeverLookedForIsLookedForNow() {
        Bench bench = Bench.with(Setup.gold()).hear(forgotten(NOW));
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.wish().lane()).isEqualTo(Lane.CONSENT);
        bench.found(LEAD);
        assertThat(bench.wished()).containsExactly(Wish.Kind.DELETE);
    }

    @Test
    void duplicatesGoOneByOne() {
        Bench bench = Bench.with(Setup.gold()).hear(forgotten(NOW)).found(LEAD, 78L);
        deleted(bench);
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        bench.found(78);
        assertThat(bench.wish().lead()).isEqualTo(78);
        bench.ended(CallKind.DELETE, 0, Bench.byId(78, MemberStatus.DELETED, null)).notFound();
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
    }

    @Test
    void everyNameIsLookedFor() {
        Bench bench =
                Bench.with(Setup.gold())
                        .hear(Told.of(ADA).also("ecid", "381").in("gold", NOW - 9))
                        .hear(forgotten(NOW))
                        .notFound();
        assertThat(bench.row()).isNotNull();
        bench.notFound();
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
    }

    @Test
    void aLeadThatIsGoneAlreadyIsAsGoodAsDeleted() {
        Bench bench = Bench.with(Setup.gold()).hear(forgotten(NOW)).found(LEAD);
        bench.ended(CallKind.DELETE, 0, Bench.byId(LEAD, MemberStatus.SKIPPED, "1004"));
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void aDeletionThatPerhapsRanIsStillWished() {
        Bench bench = Bench.with(Setup.gold()).hear(forgotten(NOW)).found(LEAD);
        Member sent = Bench.byId(LEAD, MemberStatus.SENT, null);
        bench.ended(CallKind.DELETE, 0, bench.announced(), Verdict.PERHAPS, sent);
        assertThat(bench.lead().wish).isEqualTo(Wish.Kind.DELETE);
        assertThat(bench.heard.outcomes).isEmpty();
    }

    @Test
    void aRefusedDeletionIsTriedAgainForEver() {
        Bench bench = Bench.with(Setup.gold()).hear(forgotten(NOW)).found(LEAD);
        bench.ended(CallKind.DELETE, 0, Bench.byId(LEAD, MemberStatus.SKIPPED, "1010"));
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::change, Outcome::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Outcome.Change.DELETE, Outcome.Status.REJECTED));
        assertThat(bench.sweep().wished()).isEmpty();
        assertThat(bench.after(Duration.ofHours(6)).sweep().wished())
                .containsExactly(Wish.Kind.DELETE);
    }

    @Test
    void passesTheEndAndTheStartOfAnActivation() {
        Bench bench = Bench.with(Setup.gold()).onGold(LEAD);
        bench.activate(Setup.between(NOW + 9_000_000, 0, ConsentRule.OPT_OUT));
        assertThat(bench.hear(forgotten(NOW)).wished())
                .containsExactly(Wish.Kind.REMOVE, Wish.Kind.LOOKUP);
    }

    @Test
    void whereLeadsAreNotOursToDeleteThePersonOnlyLeavesTheLists() {
        Bench bench = Bench.on(removing(), Setup.gold()).onGold(LEAD).hear(forgotten(NOW));
        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
        bench.removed(Setup.GOLD, LEAD);
        assertThat(bench.row()).as("a duplicate may be on the list").isNotNull();
        bench.readToTheEnd(Setup.GOLD, bench.announced()).sweep();
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
    }

    /** Looked for in vain, created then: that the next look was a day off is of the past. */
    @Test
    void whoseListIsNotFoundYetIsDeletedAllTheSame() {
        Bench bench = Bench.with(notFoundYet());

        bench.hear(Told.of(ADA).in("gold", NOW - 1)).hear(forgotten(NOW));

        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void nobodyIsOffListsThatAreNotKnownYet() {
        Bench bench = Bench.on(removing(), notFoundYet());
        bench.hear(Told.of(ADA).in("gold", NOW - 1)).hear(forgotten(NOW)).sweep();
        assertThat(bench.row().forgetting).isTrue();

        bench.plan.found(new ListFound(Setup.INSTANCE, NAME.key(), Setup.GOLD));
        bench.readToTheEnd(Setup.GOLD, 1).sweep();
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
    }

    private static Activation notFoundYet() {
        return Setup.gold().on(NAME, 0);
    }

    @Test
    void aDuplicateIsForgottenThoughSearchStillFindsTheLeadThatWasDeleted() {
        Bench bench = Bench.with(Setup.gold()).onGold(LEAD).hear(forgotten(NOW));
        bench.found(LEAD, 78L);
        deleted(bench);

        bench.found(LEAD, 78L);

        assertThat(bench.wish())
                .extracting(Wish::kind, Wish::lead)
                .containsExactly(Wish.Kind.DELETE, 78L);
    }

    @Test
    void whoWasUnmatchedOnceIsDeletedAtOnceAllTheSame() {
        Bench bench =
                Bench.creating(Setup.gold()).hear(Told.of(ADA).in("gold", NOW - 9)).notFound();
        bench.ended(CallKind.UPSERT, 0, Bench.lookup(LEAD, MemberStatus.CREATED, null));
        assertThat(bench.hear(forgotten(NOW)).found(LEAD).wished())
                .containsExactly(Wish.Kind.DELETE);
    }

    @Test
    void whoWasLookedForInVainBeforeIsLookedForAgain() {
        Bench bench = Bench.with(Setup.gold()).hear(Told.of(ADA).in("gold", NOW - 9)).notFound();
        assertThat(bench.hear(forgotten(NOW)).wished()).containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void aStoneIsSentForEveryOtherName() {
        Bench bench =
                Bench.with(Setup.gold())
                        .hear(Told.of(ADA).also("ecid", "381").in("gold", NOW - 9))
                        .hear(forgotten(NOW));
        Report note = bench.heard.notes.get(0);
        assertThat(note.kind()).isEqualTo(Report.Kind.STONES);
        assertThat(note.members()).hasSize(1);
        assertThat(note.toString()).doesNotContain("381", "ada");
        List<LedgerInput> inputs = new java.util.ArrayList<>();
        LedgerInput.split(note.readAt(9), inputs::add);
        assertThat(inputs)
                .singleElement()
                .satisfies(input -> assertThat(input.bucket()).isEqualTo(Bucket.of("ecid:381")));
    }

    @Test
    void aStoneForgetsWhoIsKnownByThatNameOnly() {
        Bench bench = Bench.with(Setup.gold()).onGold(LEAD);
        bench.take(stone(NOW));
        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE, Wish.Kind.LOOKUP);
        bench.take(stone(NOW));
        assertThat(bench.wished()).isEmpty();
        bench.removed(Setup.GOLD, LEAD).found(LEAD);
        deleted(bench).notFound();
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
    }

    @Test
    void aStoneHoldsOffWhoIsNotHereYet() {
        Bench bench = Bench.with(Setup.gold());
        bench.take(stone(NOW)).hear(Told.of(ADA).in("gold", NOW - 1));
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
    }

    @Test
    void aCreationThatTurnsUpLateIsUndone() {
        Bench bench = gone(Bench.with(Setup.gold()).onGold(LEAD));
        bench.ended(CallKind.UPSERT, 0, Bench.lookup(99, MemberStatus.CREATED, null));
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.found(99).wished()).containsExactly(Wish.Kind.DELETE);
    }

    @Test
    void whoeverSignsUpInMarketoItselfIsLeftAlone() {
        Bench bench = gone(Bench.with(Setup.gold()).onGold(LEAD));
        bench.page(Setup.GOLD, bench.announced(), 99);
        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.rows.rows).containsOnlyKeys(STONE);
    }

    @Test
    void withoutAForgetKeyNothingHappens() {
        Bench bench = Bench.forgettingNobody(Setup.gold()).onGold(LEAD);
        bench.hear(forgotten(NOW));
        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
    }

    @Test
    void anotherKeyMakesOtherStones() {
        ForgetKey other = new ForgetKey("another key");
        assertThat(other.stone(ADA)).isNotEqualTo(STONE);
        assertThat(other.check()).isNotEqualTo(Bench.FORGET_KEY.check());
        assertThat(new ForgetKey("another key").check()).isEqualTo(other.check());
    }

    private static Bench gone(Bench bench) {
        bench.hear(forgotten(NOW)).removed(Setup.GOLD, LEAD).found(LEAD);
        return deleted(bench).notFound();
    }

    private static Bench deleted(Bench bench) {
        return bench.ended(CallKind.DELETE, 0, Bench.byId(LEAD, MemberStatus.DELETED, null));
    }

    private static io.rollcall.event.AudienceEvent forgotten(long at) {
        return Told.of(ADA).forgotten(at);
    }

    private static LedgerInput stone(long at) {
        return new LedgerInput(LedgerInput.Kind.STONE, 0, null, null, null, Stone.of(STONE, at));
    }

    private static Instance removing() {
        return Setup.instance(PersonCreation.MATCH_ONLY)
                .under(new LeadPolicy(LeadPolicy.OnForgotten.REMOVE, false, List.of(), Set.of()));
    }

    private static String text(Map<String, byte[]> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(
                (key, row) ->
                        text.append(key)
                                .append(
                                        new String(
                                                row,
                                                java.nio.charset.StandardCharsets.ISO_8859_1)));
        return text.toString();
    }
}

package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance.Mapping;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.MemberStatus;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** DESIGN §3.1.5, §3.1.8: which lead a person is. */
class LeadWishTest {

    private static final Mapping FIRST_NAME = new Mapping("firstName", "firstName");

    private final Bench bench = Bench.with(Setup.gold());
    private final Bench creating = Bench.creating(Setup.gold());

    @Test
    void createsOnlyWhoIsWantedIn() {
        creating.hear(Told.of(ADA).in("gold", NOW));
        assertThat(creating.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(creating.notFound().wished()).containsExactly(Wish.Kind.UPSERT);

        creating.hear(Told.of(ADA).out("gold", NOW + 1));
        assertThat(creating.wished()).containsExactly(Wish.Kind.NO_LEAD_WISH);
    }

    @Test
    void looksUnderEveryNameBeforeItCreates() {
        creating.hear(Told.of(ADA).also("ecid", "3814").in("gold", NOW));

        assertThat(creating.notFound().wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(creating.wish().field()).isEqualTo("ecidText");
        assertThat(creating.notFound().wished()).containsExactly(Wish.Kind.UPSERT);
        assertThat(creating.wish().field()).isEqualTo("email");
    }

    @Test
    void doesNotCreateSomeoneOfWhomOnlyRemovalsWait() {
        Bench two = Bench.creating(Setup.gold(), Setup.silver());
        two.onGold(7).refused(CallKind.ADD, Setup.GOLD, 7, "1004");
        two.hear(Told.of(ADA).out("gold", NOW));

        assertThat(two.lead().wish).isEqualTo(Wish.Kind.LOOKUP);
    }

    @Test
    void withdrawsTheLookUpWhenNobodyWantsIn() {
        bench.hear(Told.of(ADA).in("gold", NOW)).hear(Told.of(ADA).out("gold", NOW + 1));

        assertThat(bench.wished()).containsExactly(Wish.Kind.NO_LEAD_WISH);
    }

    @Test
    void saysThatNobodyMatches() {
        bench.hear(Told.of(ADA).in("gold", NOW)).notFound();

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.UNMATCHED);
    }

    @Test
    void looksAgainAfterGrowingWaitsInTheLowestLane() {
        bench.hear(Told.of(ADA).in("gold", NOW)).notFound();

        assertThat(bench.after(Duration.ofHours(23)).sweep().heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofHours(1)).sweep().wished())
                .containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.wish().lane()).isEqualTo(Lane.UNMATCHED);
        bench.notFound();
        assertThat(bench.after(Duration.ofHours(47)).sweep().heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofHours(1)).sweep().heard.wishes).hasSize(1);
    }

    @Test
    void aStrictActivationLooksAgainOnlyForWhatIsSaidAgain() {
        Bench strict = Bench.with(Setup.strict());
        strict.hear(Told.of(ADA).in("gold", NOW)).notFound();
        assertThat(strict.heard.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.UNMATCHED);

        assertThat(strict.after(Duration.ofDays(30)).sweep().heard.wishes).isEmpty();
        long later = NOW + Duration.ofDays(29).toMillis();
        assertThat(strict.hear(Told.of(ADA).in("gold", later)).sweep().wished())
                .containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void aStrictActivationLooksForANewIdentityAtOnce() {
        Bench strict = Bench.with(Setup.strict());
        strict.hear(Told.of(ADA).in("gold", NOW)).notFound();

        assertThat(strict.hear(Told.of(ADA).also("ecid", "3814")).wished())
                .containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void besideALenientActivationAStrictOneIsLookedUpAgainToo() {
        Bench both = Bench.with(Setup.strict(), Setup.silver());
        both.hear(Told.of(ADA).in("gold", NOW).in("silver", NOW)).notFound();

        assertThat(both.after(Duration.ofDays(1)).sweep().wished())
                .containsExactly(Wish.Kind.LOOKUP);
    }

    @Test
    void looksForANewIdentityAtOnce() {
        bench.hear(Told.of(ADA).in("gold", NOW)).notFound();

        bench.hear(Told.of(ADA).also("ecid", "3814"));

        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        assertThat(bench.wish().field()).isEqualTo("ecidText");
        assertThat(bench.wish().value()).isEqualTo("3814");
    }

    @Test
    void looksForEachIdentityBeforeItGivesUp() {
        bench.hear(Told.of(ADA).also("ecid", "3814").in("gold", NOW));
        assertThat(bench.wish().field()).isEqualTo("email");

        bench.notFound();
        assertThat(bench.wish().field()).isEqualTo("ecidText");
        assertThat(bench.wish().lane()).isEqualTo(Lane.ADDITIONS);
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.DEFERRED);

        bench.notFound();
        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.UNMATCHED);
    }

    @Test
    void looksForOneIdentityAfterTheOtherWhenItLooksAgain() {
        bench.hear(Told.of(ADA).also("ecid", "3814").in("gold", NOW)).notFound().notFound();

        bench.after(Duration.ofDays(1)).sweep();
        assertThat(bench.wish().field()).isEqualTo("ecidText");
        bench.notFound().after(Duration.ofDays(2)).sweep();
        assertThat(bench.wish().field()).isEqualTo("email");
    }

    @Test
    void asksOnceForOneValueThatTwoNamespacesShare() {
        Bench shared = Bench.on(Setup.withOneFieldForAll(), Setup.gold());
        shared.hear(Told.of(ADA).also("ecid", "ada@example.com").in("gold", NOW)).notFound();

        assertThat(shared.heard.wishes).isEmpty();
        assertThat(shared.lead().state).isEqualTo(LeadState.UNMATCHED);
    }

    @Test
    void looksForNobodyAgainBecauseOfAnIdentityThatCannotBeLookedUp() {
        bench.hear(Told.of(ADA).in("gold", NOW)).notFound();

        bench.hear(Told.of(ADA).also("loyaltyid", "1"));

        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void excludesWhoHasNoSearchableIdentityAndSaysSoOnce() {
        String odd = "email:a,b@example.com";
        bench.hear(Told.of(odd).in("gold", NOW));

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.EXCLUDED);
        assertThat(bench.sweep().heard.outcomes).isEmpty();
    }

    @Test
    void looksForTheNextIdentityWhenThePreferredOneHoldsAComma() {
        bench.hear(Told.of("email:a,b@example.com").also("ecid", "3814").in("gold", NOW));

        assertThat(bench.wish().value()).isEqualTo("3814");
    }

    @Test
    void writesMappedValuesWhenTheyChange() {
        Bench mapping = mapping();
        mapping.hear(Told.of(ADA).in("gold", NOW).attribute("firstName", "Ada", NOW)).found(7);
        assertThat(mapping.wished()).containsExactlyInAnyOrder(Wish.Kind.ADD, Wish.Kind.UPDATE);

        mapping.ended(CallKind.UPSERT, 0, Bench.updated(7, Map.of("firstName", "Ada")));
        assertThat(mapping.heard.wishes).isEmpty();

        mapping.hear(Told.of(ADA).attribute("firstName", "Augusta", NOW + 1));
        assertThat(mapping.wished()).containsExactly(Wish.Kind.UPDATE);
        assertThat(mapping.wish().values()).isEqualTo(Map.of("firstName", "Augusta"));
    }

    @Test
    void writesValuesThatCameWhileTheCreationWasUnderWay() {
        Bench mapping =
                Bench.on(Setup.instance(PersonCreation.MATCH_AND_CREATE, FIRST_NAME), Setup.gold());
        mapping.hear(Told.of(ADA).in("gold", NOW));
        mapping.hear(Told.of(ADA).attribute("firstName", "Ada", NOW));

        mapping.ended(CallKind.UPSERT, 0, Bench.lookup(7, MemberStatus.CREATED, null));

        assertThat(mapping.wished()).containsExactlyInAnyOrder(Wish.Kind.ADD, Wish.Kind.UPDATE);
    }

    @Test
    void writesValuesThoughTheirWishWasWithdrawnInBetween() {
        Bench mapping =
                Bench.on(Setup.instance(PersonCreation.MATCH_AND_CREATE, FIRST_NAME), Setup.gold());
        mapping.hear(Told.of(ADA).in("gold", NOW)).hear(Told.of(ADA).out("gold", NOW + 1));
        mapping.hear(Told.of(ADA).in("gold", NOW + 2).attribute("firstName", "Ada", NOW));

        mapping.ended(CallKind.UPSERT, 0, Bench.lookup(7, MemberStatus.CREATED, null));

        assertThat(mapping.wished()).containsExactlyInAnyOrder(Wish.Kind.ADD, Wish.Kind.UPDATE);
    }

    @Test
    void tellsAClearedValueFromTheWordNull() {
        Bench mapping = mapping();
        mapping.hear(Told.of(ADA).in("gold", NOW).attribute("firstName", "null", NOW)).found(7);
        mapping.ended(CallKind.UPSERT, 0, Bench.byId(7, MemberStatus.UPDATED, null));

        mapping.hear(Told.of(ADA).attribute("firstName", null, NOW + 1));

        assertThat(mapping.wished()).containsExactly(Wish.Kind.UPDATE);
    }

    @Test
    void offersRefusedValuesNoSecondTime() {
        Bench mapping = mapping();
        mapping.hear(Told.of(ADA).in("gold", NOW).attribute("firstName", "Ada", NOW)).found(7);

        mapping.ended(CallKind.UPSERT, 0, Bench.byId(7, MemberStatus.SKIPPED, "1003"));

        assertThat(mapping.heard.wishes).isEmpty();
        assertThat(mapping.sweep().heard.wishes).isEmpty();
    }

    @Test
    void writesToTheNewLeadWhenTheLeadChanges() {
        Bench mapping = mapping();
        mapping.hear(Told.of(ADA).in("gold", NOW).attribute("firstName", "Ada", NOW)).found(7);

        mapping.found(8);

        assertThat(mapping.lead().wish).isEqualTo(Wish.Kind.UPDATE);
        assertThat(mapping.heard.wishes)
                .filteredOn(wish -> wish.kind() == Wish.Kind.UPDATE)
                .extracting(Wish::lead)
                .containsExactly(8L);
    }

    @Test
    void letsAnUpdateOfAnOlderLeadChangeNothing() {
        Bench mapping = mapping();
        mapping.hear(Told.of(ADA).in("gold", NOW).attribute("firstName", "Ada", NOW)).found(7);
        mapping.found(8);

        mapping.ended(CallKind.UPSERT, 0, Bench.byId(7, MemberStatus.UPDATED, null));

        assertThat(mapping.lead().lead).isEqualTo(8);
        assertThat(mapping.wished()).containsExactly(Wish.Kind.UPDATE);
    }

    private static Bench mapping() {
        return Bench.on(Setup.instance(PersonCreation.MATCH_ONLY, FIRST_NAME), Setup.gold());
    }
}

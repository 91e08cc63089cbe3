package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Marketo's own "unsubscribed" keeps people off, where the configuration says so. */
class UnsubscribedTest {

    private static final LeadPolicy RESPECTFUL =
            new LeadPolicy(LeadPolicy.OnForgotten.DELETE, true, List.of(), Set.of());

    private final Bench bench =
            Bench.on(
                    Setup.instance(PersonCreation.MATCH_AND_CREATE).under(RESPECTFUL),
                    Setup.gold());

    private Bench lookedUp(String refusal) {
        return bench.ended(CallKind.LOOKUP, 0, Bench.lookup(7, MemberStatus.FOUND, refusal));
    }

    private Bench read(String refusal) {
        return bench.ended(
                CallKind.READ, Setup.GOLD, Bench.onList(7, MemberStatus.PRESENT, refusal));
    }

    @Test
    void whoIsUnsubscribedIsNotAdded() {
        bench.readToTheEnd(Setup.GOLD, 1).hear(Told.of(ADA).in("gold", NOW));

        lookedUp(Member.UNSUBSCRIBED);

        assertThat(bench.wished()).doesNotContain(Wish.Kind.ADD);
        assertThat(bench.heard.facts)
                .last()
                .extracting(MembershipFact::consent, MembershipFact::reason)
                .containsExactly("refused", "no consent: unsubscribed in Marketo");
    }

    @Test
    void whoIsFoundUnsubscribedOnTheListLeavesAheadOfAllElse() {
        bench.onGold(7);

        read(Member.UNSUBSCRIBED);

        assertThat(bench.wish())
                .extracting(Wish::kind, Wish::lane)
                .containsExactly(Wish.Kind.REMOVE, Lane.CONSENT);
    }

    @Test
    void aStrangerOnTheListStaysWhateverTheFlagSays() {
        read(Member.UNSUBSCRIBED);

        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void theFlagIsLookedAtAgainAfterGrowingWaitsAndAPersonWhoIsBackIsAdded() {
        bench.hear(Told.of(ADA).in("gold", NOW));
        lookedUp(Member.UNSUBSCRIBED);
        assertThat(bench.after(Duration.ofHours(23)).sweep().wished()).isEmpty();

        assertThat(bench.after(Duration.ofHours(2)).sweep().wish())
                .extracting(Wish::kind, Wish::lane)
                .containsExactly(Wish.Kind.LOOKUP, Lane.UNMATCHED);
        lookedUp(Member.UNSUBSCRIBED);
        assertThat(bench.after(Duration.ofHours(25)).sweep().wished()).isEmpty();
        assertThat(bench.after(Duration.ofHours(24)).sweep().wished())
                .containsExactly(Wish.Kind.LOOKUP);
        lookedUp(null);

        assertThat(bench.wish().kind()).isEqualTo(Wish.Kind.ADD);
    }

    @Test
    void aLookInVainUnderAnotherNameIsNotRepeatedForEver() {
        bench.hear(Told.of(ADA).also("ecid", "381").in("gold", NOW)).notFound();
        lookedUp(Member.UNSUBSCRIBED);
        bench.after(Duration.ofHours(25)).sweep();
        int looks = 0;
        while (bench.wished().contains(Wish.Kind.LOOKUP) && looks < 5) {
            looks++;
            bench.notFound();
        }

        assertThat(looks).as("one for each name").isEqualTo(2);
    }

    @Test
    void theFlagCountsOnlyWhileItIsToBeRespected() {
        Bench careless = Bench.on(Setup.instance(PersonCreation.MATCH_ONLY), Setup.gold());
        careless.rows.rows.putAll(unsubscribed());

        assertThat(careless.sweep().wished()).containsExactly(Wish.Kind.ADD);
    }

    private Map<String, byte[]> unsubscribed() {
        bench.readToTheEnd(Setup.GOLD, 1).hear(Told.of(ADA).in("gold", NOW));
        return lookedUp(Member.UNSUBSCRIBED).rows.rows;
    }

    @Test
    void nobodyAsksForTheFlagOfWhoLeftAnyway() {
        bench.hear(Told.of(ADA).in("gold", NOW));
        lookedUp(Member.UNSUBSCRIBED);
        bench.hear(Told.of(ADA).out("gold", NOW + 1));

        assertThat(bench.after(Duration.ofDays(200)).sweep().wished())
                .doesNotContain(Wish.Kind.LOOKUP);
    }
}

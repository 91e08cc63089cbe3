package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.Handling;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Mapping;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.outcome.Outcome;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is created, and who is not though somebody wants them on a list. */
class CreationTest {

    private static final Instance CREATING =
            Setup.instance(
                    PersonCreation.MATCH_AND_CREATE,
                    new Mapping("name", "lastName"),
                    new Mapping("town", "city"));

    private static final LeadPolicy NAMED =
            new LeadPolicy(
                    LeadPolicy.OnForgotten.DELETE, false, List.of("LastName", "email"), Set.of());

    private static Activation matchOnly(Activation activation) {
        return activation.handled(
                new Handling(false, false, null, null, null, null, true, 0, null));
    }

    private static Told in(String audience) {
        return Told.of(ADA).in(audience, NOW);
    }

    @Test
    void anActivationMayBeMatchOnlyWhereTheInstanceCreates() {
        Bench bench = Bench.on(CREATING, matchOnly(Setup.gold()), Setup.silver());

        bench.hear(in("gold")).notFound();
        assertThat(bench.lead().state).isEqualTo(LeadState.UNMATCHED);
        assertThat(bench.wished()).doesNotContain(Wish.Kind.UPSERT);

        bench.hear(in("silver"));
        assertThat(bench.wished()).containsExactly(Wish.Kind.UPSERT);
    }

    @Test
    void nobodyIsCreatedWithoutWhatIsRequired() {
        Bench bench = Bench.on(CREATING.under(NAMED), Setup.gold());

        bench.hear(in("gold").attribute("town", "Oslo", NOW)).notFound();

        assertThat(bench.wished()).doesNotContain(Wish.Kind.UPSERT);
        assertThat(bench.heard.outcomes)
                .filteredOn(outcome -> outcome.status() == Outcome.Status.EXCLUDED)
                .singleElement()
                .extracting(Outcome::reason)
                .isEqualTo("required field without a value: LastName");
        assertThat(bench.heard.facts)
                .last()
                .extracting(f -> f.reason())
                .isEqualTo("excluded: required field without a value: LastName");
        assertThat(bench.sweep().heard.outcomes).isEmpty();
    }

    @Test
    void whoHasAllThatIsRequiredIsCreated() {
        Bench bench = Bench.on(CREATING.under(NAMED), Setup.gold());
        bench.hear(in("gold")).notFound();

        bench.hear(Told.of(ADA).attribute("name", " ", NOW + 1));
        assertThat(bench.wished()).doesNotContain(Wish.Kind.UPSERT);

        bench.hear(Told.of(ADA).attribute("name", "Lovelace", NOW + 2));
        assertThat(bench.wished()).containsExactly(Wish.Kind.UPSERT);
        assertThat(bench.wish().values()).containsEntry("lastName", "Lovelace");
    }

    @Test
    void whoLacksWhatIsRequiredIsLookedForAllTheSame() {
        Bench bench = Bench.on(CREATING.under(NAMED), Setup.gold());

        bench.hear(in("gold")).found(7);

        assertThat(bench.wished()).containsExactly(Wish.Kind.ADD);
    }
}

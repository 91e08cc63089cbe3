package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.outcome.Outcome;
import io.rollcall.outcome.Outcome.Status;
import io.rollcall.wish.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dry run looks people up, reads the list, and says what it would do. */
class DryRunTest {

    private static final Told IN = Told.of(ADA).in("gold", NOW);
    private static final Told OUT = Told.of(ADA).out("gold", NOW + 1);

    private final Bench bench = Bench.with(Setup.dryRun());

    @Test
    void saysThatItWouldAddOnceTheListIsRead() {
        bench.hear(IN);
        assertThat(bench.wished()).containsExactly(Wish.Kind.LOOKUP);
        bench.found(7);
        assertThat(bench.heard.wishes).isEmpty();
        assertThat(statuses()).containsExactly(Status.APPLIED);

        bench.readToTheEnd(Setup.GOLD, bench.announced()).sweep();
        assertThat(bench.heard.wishes).isEmpty();
        assertThat(statuses()).containsExactly(Status.WOULD_ADD);
        assertThat(bench.sweep().heard.outcomes).isEmpty();
    }

    @Test
    void saysNothingOfWhomTheListHoldsAlready() {
        long generation = bench.announced();
        bench.page(Setup.GOLD, generation, 7).readToTheEnd(Setup.GOLD, generation).hear(IN);

        assertThat(bench.heard.outcomes).isEmpty();
        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void saysThatItWouldRemove() {
        long generation = bench.announced();
        bench.page(Setup.GOLD, generation, 7).readToTheEnd(Setup.GOLD, generation).hear(OUT);

        assertThat(statuses()).containsExactly(Status.WOULD_REMOVE);
        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void doesNotEvenRemoveWhoRefused() {
        long generation = bench.announced();
        bench.page(Setup.GOLD, generation, 7).readToTheEnd(Setup.GOLD, generation).hear(IN);
        bench.hear(Told.of(ADA).attribute(Setup.EMAIL_CONSENT, "n", NOW + 1));

        assertThat(statuses()).containsExactly(Status.WOULD_REMOVE);
        assertThat(bench.heard.wishes).isEmpty();
    }

    @Test
    void looksForPeopleWhomItWouldCreate() {
        Bench creating = Bench.creating(Setup.dryRun());
        creating.readToTheEnd(Setup.GOLD, creating.announced()).hear(IN);
        assertThat(creating.wished()).containsExactly(Wish.Kind.LOOKUP);

        creating.notFound();
        assertThat(creating.heard.wishes).isEmpty();
        assertThat(creating.heard.outcomes)
                .filteredOn(outcome -> outcome.status() == Status.WOULD_ADD)
                .extracting(Outcome::reason)
                .containsExactly("the person would be created");
    }

    @Test
    void takesBackWhatIsInTheQueueWhenItBegins() {
        Bench live = Bench.with(Setup.gold()).hear(IN).found(7);
        live.activate(Setup.dryRun());

        assertThat(live.sweep().wished()).containsExactly(Wish.Kind.NO_LIST_WISH);
    }

    @Test
    void doesItOnceTheDryRunIsOver() {
        bench.hear(IN).found(7).readToTheEnd(Setup.GOLD, bench.announced()).sweep();
        bench.activate(Setup.gold());

        assertThat(bench.sweep().wished()).containsExactly(Wish.Kind.ADD);
    }

    private List<Status> statuses() {
        return bench.heard.outcomes.stream().map(Outcome::status).toList();
    }
}

package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.CallKind;
import io.rollcall.wish.Wish;
import org.junit.jupiter.api.Test;

/** What a mistake in Marketo refused is tried once more when somebody who mended it asks. */
class RetryTest {

    private static final String REFUSED = "1037";

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void aRefusedAdditionIsTriedAgain() {
        refusedOnGold();
        assertThat(bench.sweep().wished()).isEmpty();

        retry(REFUSED);
        assertThat(bench.sweep().wished()).containsExactly(Wish.Kind.ADD);
    }

    @Test
    void onceAndNotForEver() {
        refusedOnGold();
        retry(REFUSED);
        bench.sweep();
        bench.refused(CallKind.ADD, Setup.GOLD, 7, REFUSED);

        assertThat(bench.heard.wishes).isEmpty();
        assertThat(bench.sweep().heard.wishes).isEmpty();
    }

    @Test
    void anotherCodeOrListIsLeftAlone() {
        refusedOnGold();
        retry("1008");
        bench.plan.retry(new Retry(Setup.INSTANCE, Setup.GOLD + 1, REFUSED, bench.announced()));

        assertThat(bench.sweep().heard.wishes).isEmpty();
    }

    @Test
    void aRefusedLeadIsLookedForAgain() {
        bench.hear(Told.of(ADA).in("gold", NOW)).refusedLead("1008");
        assertThat(bench.sweep().heard.wishes).isEmpty();

        retry("1008");
        assertThat(bench.sweep().wished()).containsExactly(Wish.Kind.LOOKUP);
    }

    private void refusedOnGold() {
        bench.hear(Told.of(ADA).in("gold", NOW)).found(7);
        bench.refused(CallKind.ADD, Setup.GOLD, 7, REFUSED);
    }

    /** Its offset is behind all that was heard so far. */
    private void retry(String code) {
        bench.plan.retry(new Retry(Setup.INSTANCE, Setup.GOLD, code, bench.announced()));
    }
}

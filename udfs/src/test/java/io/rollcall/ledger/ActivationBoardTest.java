package io.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.metric.Metrics;
import io.rollcall.outcome.Outcome;
import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;
import io.rollcall.testing.SeenMetrics;
import org.junit.jupiter.api.Test;

class ActivationBoardTest {

    private static final String GOLD = "activation=123-ABC-456/1001/";

    private final SeenMetrics seen = new SeenMetrics();
    private final ActivationBoard board =
            new ActivationBoard(new Metrics<>(seen, LedgerMetric.class));

    @Test
    void tellsHowLongAnAssertionTookToBeApplied() {
        board.outcome(outcome(1001, Change.ADD, Status.APPLIED, null));

        assertThat(seen.count(GOLD + "added")).isEqualTo(1);
        assertThat(seen.histogram(GOLD + "appliedAfterMillis").getStatistics().getMax())
                .isEqualTo(1_500);
    }

    @Test
    void countsRefusalsByCode() {
        board.outcome(outcome(1001, Change.ADD, Status.REJECTED, "1037"));
        board.outcome(outcome(0, Change.CREATE, Status.REJECTED, "1008"));

        assertThat(seen.count(GOLD + "code=1037/rejectedByCode")).isEqualTo(1);
        assertThat(seen.count("activation=123-ABC-456/0/code=1008/rejectedByCode")).isEqualTo(1);
    }

    @Test
    void aCodeThatNobodyKnowsIsNoName() {
        board.outcome(outcome(1001, Change.ADD, Status.REJECTED, "of your own making"));

        assertThat(seen.count(GOLD + "code=other/rejectedByCode")).isEqualTo(1);
    }

    @Test
    void lookUpsAddNobody() {
        board.outcome(outcome(0, Change.LOOKUP, Status.APPLIED, null));

        assertThat(seen.all().keySet()).noneMatch(name -> name.contains("activation="));
    }

    private static Outcome outcome(long list, Change change, Status status, String code) {
        return new Outcome(
                "email:ada@example.com",
                "123-ABC-456",
                "gold",
                null,
                list,
                change,
                status,
                7,
                code,
                null,
                1_000,
                2_500,
                null,
                null);
    }
}

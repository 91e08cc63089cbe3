package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.metric.Metrics;
import io.rollcall.testing.SeenMetrics;
import io.rollcall.wish.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceBoardTest {

    private static final String OF = "munchkin_id=" + Bench.INSTANCE + "/";
    private static final String QUEUE = OF + "lane=additions/work=ADD/1001/";

    private final SeenMetrics seen = new SeenMetrics();
    private final Metrics<SchedulerMetric> metrics = new Metrics<>(seen, SchedulerMetric.class);
    private long now = Bench.START;
    private Forecast forecast = new Forecast(0, 0, 0, 0);
    private final InstanceBoard board = new InstanceBoard(metrics, () -> Instant.ofEpochMilli(now));

    @Test
    void anAgeGrowsWhileNothingMoves() {
        show(new Figures.Waiting(Lane.ADDITIONS, "ADD/1001", 3, now - 5_000));
        assertThat(seen.gauge(QUEUE + "oldestSeconds")).isEqualTo(5L);

        now += 60_000;
        assertThat(seen.gauge(QUEUE + "oldestSeconds")).isEqualTo(65L);
        assertThat(seen.gauge(QUEUE + "queued")).isEqualTo(3);
    }

    @Test
    void aQueueThatIsGoneHoldsNobody() {
        show(new Figures.Waiting(Lane.ADDITIONS, "ADD/1001", 3, now));
        show();

        assertThat(seen.gauge(QUEUE + "queued")).isEqualTo(0);
        assertThat(seen.gauge(QUEUE + "oldestSeconds")).isEqualTo(0L);
    }

    @Test
    void whoIsTriedAgainCountsWithTheOthers() {
        show(
                new Figures.Waiting(Lane.ADDITIONS, "ADD/1001", 3, now),
                new Figures.Waiting(Lane.ADDITIONS, "ADD/1001", 1, now - 9_000));

        assertThat(seen.gauge(QUEUE + "queued")).isEqualTo(4);
        assertThat(seen.gauge(QUEUE + "oldestSeconds")).isEqualTo(9L);
    }

    @Test
    void isShownOnceASecond() {
        assertThat(board.isDue(Bench.INSTANCE)).isTrue();
        show();
        assertThat(board.isDue(Bench.INSTANCE)).isFalse();
        now += 1_000;
        assertThat(board.isDue(Bench.INSTANCE)).isTrue();
    }

    @Test
    void showsTheDaysQuota() {
        show();

        assertThat(seen.gauge(OF + "callsToday")).isEqualTo(100L);
        assertThat(seen.gauge(OF + "callsLeft")).isEqualTo(24_900L);
        assertThat(seen.gauge(OF + "callsShare")).isEqualTo(25_000L);
        assertThat(seen.gauge(OF + "callsByOthers")).isEqualTo(12L);
    }

    @Test
    void whatIsLeftOfABacklogShrinksByTheClock() {
        forecast = new Forecast(50, 7, now + 90_000, now);
        show();
        now += 30_000;

        assertThat(seen.gauge(OF + "backlogCalls")).isEqualTo(50L);
        assertThat(seen.gauge(OF + "backlogRequests")).isEqualTo(7L);
        assertThat(seen.gauge(OF + "backlogDoneSeconds")).isEqualTo(60L);
    }

    @Test
    void aPauseShowsUnderItsCodeUntilItIsOver() {
        PauseBoard pauses = new PauseBoard(metrics);
        String stopped = OF + "work=ADD/1001/reason=1013/stopped";
        pauses.show(Bench.INSTANCE, Map.of("ADD/1001", new Pause(now + 1, "1013", 1)), now);
        assertThat(seen.gauge(stopped)).isEqualTo(1);
        assertThat(seen.gauge("paused")).isEqualTo(1);

        pauses.show(Bench.INSTANCE, Map.of("ADD/1001", new Pause(now + 1, "1013", 1)), now + 1);
        assertThat(seen.gauge(stopped)).isEqualTo(0);
        assertThat(seen.gauge("paused")).isEqualTo(0);
        assertThat(seen.gauge("pauses")).isEqualTo("");
    }

    @Test
    void aReasonInWordsIsNoLabel() {
        Pause held = new Pause(Long.MAX_VALUE, "there is no folder of that name", 1);
        new PauseBoard(metrics).show(Bench.INSTANCE, Map.of("list Gold", held), now);

        assertThat(seen.all()).containsKey(OF + "work=list Gold/reason=set-up/stopped");
        assertThat(seen.gauge("pauses").toString()).contains("there is no folder of that name");
    }

    private void show(Figures.Waiting... queues) {
        board.show(
                Bench.instance(Bench.LIMITS),
                new Figures(1, 0, 49, 100, 24_900, 12, 0, 0, 20, forecast, List.of(queues)));
    }
}

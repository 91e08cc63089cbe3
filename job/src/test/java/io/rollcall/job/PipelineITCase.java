package io.rollcall.job;

import io.rollcall.job.chaos.Feed;
import io.rollcall.job.chaos.Still;
import io.rollcall.job.chaos.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The whole job against real Kafka and a Marketo, with TaskManagers that die on the way. */
class PipelineITCase {

    private static final List<String> AUDIENCES = List.of("gold", "silver");

    private static final int EVENTS = 1_500;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyListHoldsTheRightPeopleThoughTaskManagersDie() throws Exception {
        Feed feed = new Feed(42, AUDIENCES);
        try (Stand stand = Stand.start(folder)) {
            Town town = new Town(stand.sandbox, AUDIENCES);
            stand.broker.create(Stand.EVENTS, 3);
            stand.submit(stand.settings(town.yaml()));

            for (int i = 0; i < EVENTS; i++) {
                stand.say(feed.next());
                if (i == EVENTS / 3) {
                    Awaitility.await("the first people are on their lists")
                            .atMost(Duration.ofSeconds(60))
                            .until(town::everyListHasGrown);
                    stand.replaceTaskManager(0);
                } else if (i == 2 * EVENTS / 3) {
                    stand.replaceTaskManager(1);
                }
            }

            // Calls that were under way when a TaskManager died may run for their time-out.
            Awaitility.await("every list is right")
                    .atMost(Duration.ofMinutes(4))
                    .untilAsserted(() -> town.isRight(feed));
            Still<Long> still = new Still<>();
            Awaitility.await("and stays so, without a call")
                    .during(Duration.ofSeconds(7))
                    .atMost(Duration.ofSeconds(30))
                    .until(town::calls, still::test);
            town.isRight(feed);
            town.keptItsLimits();
        }
    }
}

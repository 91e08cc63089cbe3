package io.rollcall.job;

import io.rollcall.job.config.Settings;
import io.rollcall.sandbox.marketo.Subscription;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.flink.api.common.JobID;
import org.awaitility.Awaitility;

/** Lets things go wrong with a running job, by the dice of a seed, and counts them. */
final class Havocs {

    private final Stand stand;
    private final Town town;
    private final Settings settings;
    private final SplittableRandom random;
    private final Map<Havoc, Integer> struck = new EnumMap<>(Havoc.class);
    private JobID job;
    private String savepoint;

    Havocs(Stand stand, Town town, Settings settings, long seed) throws Exception {
        this.stand = stand;
        this.town = town;
        this.settings = settings;
        this.random = new SplittableRandom(seed);
        this.job = stand.submit(settings);
    }

    Map<Havoc, Integer> struck() {
        return struck;
    }

    void strike(Havoc havoc) throws Exception {
        struck.merge(havoc, 1, Integer::sum);
        switch (havoc) {
            case TASKMANAGER_KILLED -> stand.replaceTaskManager(struck.get(havoc) - 1);
            case KAFKA_KILLED -> {
                stand.broker.kill();
                stand.broker.revive();
            }
            case STOPPED_AND_RESCALED -> {
                savepoint = savepoint(true);
                job = stand.submit(settings, savepoint, 1 + random.nextInt(3));
            }
            case BACK_TO_AN_OLDER_SAVEPOINT -> {
                if (savepoint != null) {
                    stand.cancel(job);
                    job = stand.submit(settings, savepoint, 2);
                }
                savepoint = savepoint(false);
            }
            case PEOPLE_DELETED_IN_MARKETO -> town.targets.forEach(this::perhapsErase);
            case GARBAGE_IN_THE_TOPIC -> garbage();
            default -> marketo().faults().add(havoc.fault);
        }
    }

    /** Refused while the job recovers from the trouble before. */
    private String savepoint(boolean stop) {
        return Awaitility.await("a savepoint")
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> stand.savepoint(job, stop), Objects::nonNull);
    }

    private Subscription marketo() {
        return town.subscriptions.get(random.nextInt(town.subscriptions.size()));
    }

    private void perhapsErase(Town.Target target) {
        if (random.nextInt(5) == 0) {
            town.erase(target);
        }
    }

    private void garbage() throws Exception {
        for (int i = 0; i < 50; i++) {
            stand.say(
                    "{\"person\":{\"email\":\"x@example.com\"},\"memberships\":[" + "[".repeat(i));
        }
        stand.say("\0" + "9".repeat(800_000));
    }

    /** Marketo is well again. */
    void calm() {
        town.subscriptions.forEach(marketo -> marketo.faults().clear());
    }
}

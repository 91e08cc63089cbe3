package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.AsyncHttp;
import io.rollcall.job.config.Settings;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.checkpoint.CheckpointStatsCounts;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * An instance beside one whose credentials are refused, one that hangs and one whose name server
 * does not answer: it works on as if it were alone.
 */
class NeighboursITCase {

    private static final String SILENT = "silent.example";
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final Semaphore NEVER = new Semaphore(0);

    private static final int WARM_UP = 10;
    private static final int CHANGES = 50;
    private static final long EVERY_NS = 150_000_000;
    private static final int TROUBLED = 200;
    private static final long MARKETO_MS = 50;
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final SyncYaml YAML =
            SyncYaml.identities("email").activation("gold", "healthy", "id: 1001");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private JobID job;
    private StaticList gold;
    private int said;

    @Test
    void keepsItsLatencyAndCheckpointsComplete() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            Subscription healthy = subscription("111-AAA-111");
            Subscription hanging = subscription("333-CCC-333");
            gold = healthy.lists().get(1001);
            subscription("222-BBB-222")
                    .faults()
                    .add(FaultSpec.of(Effect.UNAUTHORIZED).on(CallKind.TOKEN));
            for (CallKind kind : List.of(CallKind.LOOKUP, CallKind.LIST_READ, CallKind.OTHER)) {
                hanging.faults().add(FaultSpec.of(Effect.HANG).lasting(300_000).on(kind));
            }
            stand.broker.create(Stand.EVENTS, 1);
            Settings settings = settings();
            job = stand.submit(settings, Rules.of(settings, NeighboursITCase::network));

            medianOf(WARM_UP);
            double alone = medianOf(CHANGES);
            trouble(hanging);
            CheckpointStatsCounts before = checkpoints().getCounts();
            double beside = medianOf(CHANGES);

            System.out.printf(
                    "A change takes %.0f ms alone and %.0f ms beside three in trouble (median of %d)%n",
                    alone, beside, CHANGES);
            assertThat(beside).isLessThan(2 * alone + MARKETO_MS);
            CheckpointStatsCounts now = checkpoints().getCounts();
            assertThat(now.getNumberOfCompletedCheckpoints())
                    .isGreaterThan(before.getNumberOfCompletedCheckpoints() + 2);
            assertThat(now.getNumberOfFailedCheckpoints())
                    .isEqualTo(before.getNumberOfFailedCheckpoints());
            assertThat(now.getNumberOfRestoredCheckpoints()).isZero();
        }
    }

    private static AsyncHttp network() {
        return new AsyncHttp(NeighboursITCase::lookup);
    }

    private static InetAddress[] lookup(String host) throws UnknownHostException {
        if (host.equals(SILENT)) {
            ASKED.incrementAndGet();
            NEVER.acquireUninterruptibly();
        }
        return InetAddress.getAllByName(host);
    }

    private Settings settings() throws Exception {
        String yaml =
                YAML.instance("healthy", "111-AAA-111", endpoint("/111-AAA-111"))
                        .instance("refused", "222-BBB-222", endpoint("/222-BBB-222"))
                        .instance("hanging", "333-CCC-333", endpoint("/333-CCC-333"))
                        .instance("silent", "444-DDD-444", "endpoint: https://" + SILENT)
                        .text("file:" + stand.secret());
        return Settings.parse(
                "--config=" + Files.writeString(folder.resolve("rollcall.yaml"), yaml),
                "--kafka.bootstrap-servers=" + stand.broker.servers(),
                "--topics.activations=activations",
                "--flush.min-age=50 ms");
    }

    private String endpoint(String path) {
        return "endpoint: " + stand.sandbox.url() + path;
    }

    private Subscription subscription(String id) {
        Subscription marketo = stand.sandbox.marketo(id);
        marketo.latency(Latency.of(MARKETO_MS));
        marketo.lists().create(1001, "List");
        for (int i = 0; i < WARM_UP + 2 * CHANGES; i++) {
            marketo.leads().create("person" + i + "@example.com");
        }
        return marketo;
    }

    /** Each of them gets people to put on a list, and shows what is wrong with it. */
    private void trouble(Subscription hanging) throws Exception {
        for (String name : List.of("refused", "hanging", "silent")) {
            String activation =
                    "{\"audience\": \"other\", \"instance\": \"%s\", \"list\": {\"id\": 1001}}";
            stand.put("rollcall.activations", name, activation.formatted(name));
        }
        for (int i = 0; i < TROUBLED; i++) {
            say("troubled" + i, "other");
        }
        Awaitility.await("all three are in trouble")
                .atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(ASKED).hasPositiveValue();
                            assertThat(hanging.meter().mostInFlight()).isPositive();
                            assertThat(Files.readString(Stand.LOG))
                                    .contains("Instance refused (222-BBB-222): token: ");
                        });
    }

    /** From the event to the list, look-up included, in ms; so many changes, seven a second. */
    private double medianOf(int changes) throws Exception {
        Map<Long, Long> begun = new HashMap<>();
        List<Double> took = new ArrayList<>();
        long from = System.nanoTime();
        while (took.size() < changes) {
            long now = System.nanoTime();
            if (begun.size() < changes && now - from >= begun.size() * EVERY_NS) {
                begun.put(come(), now);
            }
            arrived(begun)
                    .forEach(lead -> took.add((System.nanoTime() - begun.put(lead, 0L)) / 1e6));
            assertThat(now - from).as("all come at last").isLessThan(SOON.toNanos());
            Thread.sleep(5);
        }
        took.sort(null);
        return took.get(changes / 2);
    }

    private List<Long> arrived(Map<Long, Long> begun) {
        return gold.members().stream().filter(lead -> begun.getOrDefault(lead, 0L) != 0).toList();
    }

    /** The lead who is to come onto the list. */
    private long come() {
        String name = "person" + said++;
        say(name, "gold");
        return stand.sandbox
                .marketo("111-AAA-111")
                .leads()
                .byEmail(name + "@example.com")
                .get(0)
                .id();
    }

    private void say(String name, String audience) {
        try {
            stand.say(name + "@example.com", audience, "realized");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private CheckpointStatsSnapshot checkpoints() throws Exception {
        return stand.flink.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
    }
}

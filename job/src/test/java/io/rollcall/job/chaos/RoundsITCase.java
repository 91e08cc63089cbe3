package io.rollcall.job.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.SyncYaml;
import io.rollcall.sandbox.Sandbox;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A job that is submitted, works and is cancelled leaves nothing behind in a TaskManager that goes
 * on: no thread, no class loader, no socket.
 */
class RoundsITCase {

    private static final int ROUNDS =
            Integer.getInteger("rollcall.rounds", Boolean.getBoolean("rollcall.long") ? 20 : 3);
    private static final String EVENTS = "audience-events";
    private static final Duration SOON = Duration.ofMinutes(2);

    /** The method handles of its records (ObjectMethods) keep the type that they last compared. */
    private static final int HELD_BY_THE_JDK = 1;

    /** Else what is only softly held would stay until memory is short. */
    private static final String OPTIONS = "-XX:SoftRefLRUPolicyMSPerMB=0";

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance("emea", "123-ABC-456")
                    .activation("gold", "emea", "id: 1001");

    private final Path folder = Path.of("target", "rounds").toAbsolutePath();
    private Stack stack;
    private KafkaProducer<String, String> producer;
    private StaticList gold;
    private List<String> parameters;

    @Test
    void aJobLeavesNothingBehind() throws Exception {
        try (Sandbox sandbox = Sandbox.start(0);
                Stack started = Stack.start(folder, 1, "", OPTIONS)) {
            stack = started;
            producer = stack.kafka.producer();
            set(sandbox);
            String taskManager = stack.pid(Stack.TASKMANAGERS.get(0));
            round(1); // starts what Flink keeps for all jobs
            Remains first = Remains.of(taskManager);
            for (int round = 2; round <= ROUNDS; round++) {
                round(round);
            }
            Awaitility.await("nothing is left behind")
                    .pollInterval(Duration.ofSeconds(2))
                    .atMost(SOON)
                    .untilAsserted(
                            () -> {
                                Remains now = Remains.of(taskManager);
                                assertThat(now.classLoaders())
                                        .as("class loaders")
                                        .isLessThanOrEqualTo(HELD_BY_THE_JDK);
                                assertThat(now.threadsSince(first)).as("threads").isEmpty();
                                assertThat(now.sockets())
                                        .as("sockets")
                                        .isLessThanOrEqualTo(first.sockets());
                            });
        } finally {
            // With the broker gone it would wait for it.
            producer.close(Duration.ZERO);
        }
    }

    private void set(Sandbox sandbox) throws Exception {
        Subscription marketo = sandbox.marketo("123-ABC-456");
        marketo.latency(Latency.of(20));
        gold = marketo.lists().create(1001, "Gold");
        for (int i = 1; i <= ROUNDS; i++) {
            marketo.leads().create(email(i));
        }
        stack.kafka.create(EVENTS, 1);
        Path secret = Files.writeString(folder.resolve("secret"), "sandbox");
        Path yaml = Files.writeString(folder.resolve("rollcall.yaml"), YAML.text("file:" + secret));
        parameters =
                List.of(
                        "--config=" + yaml,
                        "--kafka.bootstrap-servers=" + stack.kafka.servers(),
                        "--marketo.endpoint=" + sandbox.url(),
                        "--topics.activations=activations",
                        "--start-without-state=true",
                        "--flush.min-age=50 ms");
    }

    private void round(int round) throws Exception {
        String job = stack.submit(null, 2, parameters);
        producer.send(new ProducerRecord<>(EVENTS, event(round)));
        Awaitility.await("somebody more on the list")
                .atMost(SOON)
                .until(() -> gold.size() == round);
        stack.cancel(job);
        Awaitility.await("the job is cancelled")
                .atMost(SOON)
                .until(() -> stack.rest("/jobs/" + job).path("state").asText().equals("CANCELED"));
    }

    private static String event(int person) {
        return "{\"person\":{\"email\":\"%s\"},\"audience\":\"gold\",\"status\":\"realized\"}"
                .formatted(email(person));
    }

    private static String email(int person) {
        return "person" + person + "@example.com";
    }
}

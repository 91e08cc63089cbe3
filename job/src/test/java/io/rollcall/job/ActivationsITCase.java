package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Activations come, change, pause, move and go while the job runs; a bad one harms nobody. */
class ActivationsITCase {

    private static final int PEOPLE = 40;
    private static final String TOPIC = "rollcall.activations";
    private static final String VIP =
            "{\"audience\": \"vip\", \"instance\": \"emea\", \"list\": {\"id\": %d}%s}";

    private static final String NAMED =
            "{\"audience\": \"vip\", \"instance\": \"emea\","
                    + " \"list\": {\"name\": \"%s\", \"folder\": \"Audiences\", \"rename\": true}}";

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance("emea", "111-AAA-111")
                    .activation("gold", "emea", "id: 1001");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private Subscription emea;

    @Test
    void activationsChangeWithoutARestart() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            emea = stand.sandbox.marketo("111-AAA-111");
            emea.latency(Latency.of(20));
            StaticList gold = list(1001);
            StaticList vip = list(1002);
            StaticList other = list(1003);
            long stranger = emea.leads().create("stranger@example.com").id();
            vip.add(stranger);
            start();
            for (int i = 0; i < PEOPLE; i++) {
                enters(i, "vip");
            }
            enters(0, "gold");
            holds(gold, 1);

            stand.put(TOPIC, "vip", VIP.formatted(1002, ""));
            holds(vip, PEOPLE + 1);

            stand.put(TOPIC, "wrong", VIP.formatted(1001, ", \"dryrun\": true"));
            told("activation wrong refused: dryrun: no such key; did you mean dry-run?");

            stand.put(TOPIC, "vip", VIP.formatted(1002, ", \"paused\": true"));
            told("paused");
            enters(PEOPLE, "vip");
            told("the activation is paused");
            enters(PEOPLE, "gold");
            holds(gold, 2);
            assertThat(vip.members()).hasSize(PEOPLE + 1);
            stand.put(TOPIC, "vip", VIP.formatted(1002, ""));
            holds(vip, PEOPLE + 2);

            stand.put(TOPIC, "vip", VIP.formatted(1003, ", \"on-unmap\": \"clear\""));
            holds(other, PEOPLE + 1);
            holds(vip, 1);
            assertThat(vip.members()).containsExactly(stranger);

            stand.put(TOPIC, "vip", null);
            holds(other, 0);
            told("activation vip removed");
            assertThat(gold.members()).hasSize(2);

            stand.put(TOPIC, "vip", NAMED.formatted("Best"));
            StaticList best = made("Best");
            holds(best, PEOPLE + 1);
            stand.put(TOPIC, "vip", NAMED.formatted("Very best"));
            assertThat(made("Very best").id()).isEqualTo(best.id());
            assertThat(emea.lists().find("Best")).isEmpty();
            assertThat(best.members()).hasSize(PEOPLE + 1);
        }
    }

    private StaticList made(String name) {
        Awaitility.await("there is a list " + name)
                .atMost(Duration.ofMinutes(1))
                .until(() -> emea.lists().find(name).isPresent());
        return emea.lists().find(name).orElseThrow();
    }

    private void start() throws Exception {
        for (int i = 0; i <= PEOPLE; i++) {
            emea.leads().create(email(i));
        }
        stand.broker.create(Stand.EVENTS, 2);
        stand.submit(stand.settings(YAML, "--topics.activations=activations"));
    }

    private StaticList list(long id) {
        return emea.lists().create(id, "List " + id, emea.lists().folder("Audiences"));
    }

    private static String email(int person) {
        return "p" + person + "@example.com";
    }

    private void enters(int person, String audience) throws Exception {
        stand.say(
                """
                {"person": {"email": "%s"}, "audience": "%s", "status": "realized", "at": "%s"}"""
                        .formatted(email(person), audience, Instant.now().minusSeconds(5)));
    }

    private static void holds(StaticList list, int people) {
        Awaitility.await(list.name() + " holds " + people)
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(list.members()).hasSize(people));
    }

    private void told(String words) {
        Awaitility.await(words)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () ->
                                isTold("rollcall.outcomes", words)
                                        || isTold("rollcall.memberships", words));
    }

    private boolean isTold(String topic, String words) {
        return stand.values(topic).toString().contains(words);
    }
}

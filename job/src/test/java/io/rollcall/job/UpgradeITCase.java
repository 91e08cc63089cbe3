package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.config.Settings;
import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Today's job goes on from the savepoint of the version before, which is kept here with the records
 * of the topics that it had read. Kept anew, when a version is released, by
 *
 * <pre>
 * mvn -pl udfs,deploy/sandbox,job verify -Dtest=NONE -Dit.test=UpgradeITCase -Drollcall.keep=true \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
 * </pre>
 */
class UpgradeITCase {

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance(
                            "emea",
                            "111-AAA-111",
                            "person-creation: match-and-create",
                            "mapping: [{source: firstName, target: firstName}]")
                    .activation(
                            "gold",
                            "emea",
                            "id: 1001",
                            "consent: {attribute: consents.news, rule: opt-out}");

    private static final int PEOPLE = 30;
    private static final String REPORTS = "rollcall.reports";

    /** Of the release that is upgraded from. */
    private static final Path KEPT =
            Path.of("src", "test", "resources", "io", "rollcall", "job", "savepoint-0.1");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private Subscription emea;
    private StaticList gold;
    private Settings settings;

    @Test
    void aSavepointOfTheVersionBeforeKeepsItsState() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            emea = stand.sandbox.marketo("111-AAA-111");
            emea.latency(Latency.of(20));
            gold = emea.lists().create(1001, "Gold");
            settings = stand.settings(YAML);
            for (int i = 0; i < PEOPLE; i++) {
                emea.leads().create(email(i));
            }
            stand.broker.create(Stand.EVENTS, 1);
            if (Boolean.getBoolean("rollcall.keep")) {
                keep();
            } else {
                goOn();
            }
        }
    }

    /** All but the last of those whom Marketo knows, one whom it does not, and one who said no. */
    private void keep() throws Exception {
        JobID job = stand.submit(settings);
        for (int i = 0; i < PEOPLE - 1; i++) {
            stand.say(event(i, "realized", 1, i == 7 ? "n" : "y"));
        }
        stand.say(event(PEOPLE, "realized", 1, "y"));
        stand.say(event(3, "exited", 2, "y"));
        holdsAllBut(3, 7, PEOPLE - 1);
        String savepoint = stand.stop(job);
        FileUtils.deleteDirectory(KEPT.toFile());
        FileUtils.copy(
                new org.apache.flink.core.fs.Path(savepoint),
                new org.apache.flink.core.fs.Path(KEPT.toUri()),
                false);
        keep(Stand.EVENTS);
        keep(REPORTS);
    }

    /** Partition, key and value of each record. */
    private void keep(String topic) throws Exception {
        List<String> lines = new ArrayList<>();
        for (ConsumerRecord<String, String> record : stand.records(topic)) {
            lines.add(
                    record.partition()
                            + "\t"
                            + Objects.toString(record.key(), "")
                            + "\t"
                            + record.value());
        }
        Files.write(KEPT.resolve(topic), lines);
    }

    private void goOn() throws Exception {
        emea.leads().create(email(PEOPLE));
        for (int i = 0; i <= PEOPLE; i++) {
            if (!Set.of(3, 7, PEOPLE - 1).contains(i)) {
                gold.add(leadOf(i));
            }
        }
        stand.prepare(settings);
        say(Stand.EVENTS);
        say(REPORTS);
        stand.submit(settings, KEPT.toAbsolutePath().toUri() + "");

        // Of these nothing is news but the one who leaves.
        stand.say(event(2, "realized", 1, "y"));
        stand.say(event(3, "realized", 1, "y"));
        stand.say(event(1, "exited", 2, "y"));
        holdsAllBut(1, 3, 7, PEOPLE - 1);
        hasMade(CallKind.LIST_REMOVE);

        // Who said no is known to have said it; who is new is asked for.
        stand.say(event(7, "realized", 3, null));
        stand.say(event(PEOPLE - 1, "realized", 3, "y"));
        holdsAllBut(1, 3, 7);
        hasMade(CallKind.LIST_REMOVE, CallKind.UPSERT, CallKind.LIST_ADD);
    }

    private void say(String topic) throws Exception {
        for (String line : Files.readAllLines(KEPT.resolve(topic))) {
            String[] parts = line.split("\t", 3);
            stand.say(topic, Integer.valueOf(parts[0]), parts[1], parts[2]);
        }
    }

    /** 0 as long as there is none. */
    private long leadOf(int person) {
        return emea.leads().byEmail(email(person)).stream()
                .mapToLong(Lead::id)
                .findFirst()
                .orElse(0);
    }

    private static String email(int person) {
        return "p" + person + "@example.com";
    }

    /** The same in the kept savepoint's day and in ours. */
    private static String event(int person, String status, int minute, String news) {
        return """
        {"person": {"email": "%s"}, "audience": "gold", "status": "%s", "at": "2026-11-21T10:%02d:00Z", "attributes": {"firstName": "P"%s}}\
        """
                .formatted(
                        email(person),
                        status,
                        minute,
                        news == null ? "" : ", \"consents\": {\"news\": \"" + news + "\"}");
    }

    private void holdsAllBut(Integer... people) {
        Set<Integer> out = Set.of(people);
        Awaitility.await("the list holds all but " + out)
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () ->
                                assertThat(gold.members())
                                        .containsExactlyElementsOf(
                                                IntStream.rangeClosed(0, PEOPLE)
                                                        .filter(i -> !out.contains(i))
                                                        .mapToObj(this::leadOf)
                                                        .toList()));
    }

    /** A call stands in the log once it is answered, a moment after its work. */
    private void hasMade(CallKind... calls) {
        Awaitility.await("the log has the calls")
                .untilAsserted(() -> assertThat(changes()).containsExactly(calls));
    }

    private List<CallKind> changes() {
        return emea.calls().all().stream()
                .map(Call::kind)
                .filter(kind -> kind != CallKind.TOKEN && kind != CallKind.USAGE)
                .filter(kind -> kind != CallKind.OTHER)
                .toList();
    }
}

package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Audiences as CSV: snapshots from a folder, rows from Kafka, and what a user gets wrong. */
class UploadsITCase {

    private static final String DEAD_LETTERS = "rollcall.dead-letters";

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .source(
                            """
                            topic: rows
                            format: csv
                            csv: {audience: silver, identity: email, status: status}
                            """)
                    .instance("emea", "111-AAA-111")
                    // Two snapshots that empty the list one after the other would be held else.
                    .activation("gold", "emea", "id: 1001", "brake: {at-least: 2000}")
                    .activation("silver", "emea", "id: 1002");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Path uploads;
    private Stand stand;

    @Test
    void listsFollowUploadsAndBrokenOnesHarmNobody() throws Exception {
        uploads = Files.createDirectories(folder.resolve("uploads"));
        try (Stand started = Stand.start(folder)) {
            stand = started;
            Subscription emea = stand.sandbox.marketo("111-AAA-111");
            emea.latency(Latency.of(20));
            StaticList gold = list(emea, 1001);
            StaticList silver = list(emea, 1002);
            IntStream.range(0, 2_000).forEach(i -> emea.leads().create(email(i)));
            stand.broker.create("rows", 2);
            stand.submit(
                    stand.settings(YAML.source(snapshots()), "--files.discovery-interval=1 s"));

            upload("first.csv", rows(0, 1_200));
            holds(gold, 1_200);
            upload("second.csv", rows(600, 1_300));
            holds(gold, 700);

            upload("broken.csv", rows(600, 610) + "nobody;x\n");
            upload("empty.csv", "");
            Awaitility.await("the broken row, its upload, and the empty one are dead letters")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> stand.values(DEAD_LETTERS).size() == 3);
            assertThat(stand.values(DEAD_LETTERS)).contains("nobody;x");
            stand.put(
                    "rows",
                    null,
                    "email,status\n%s,realized\n%s,exited\n".formatted(email(1), email(2)));
            holds(silver, 1);
            assertThat(gold.members()).hasSize(700);

            upload("last.csv", rows(600, 601));
            holds(gold, 1);
        }
    }

    private String snapshots() {
        return """
                path: %s
                format: csv-snapshot
                csv: {audience: gold, identity: E-Mail, delimiter: ";"}
                """
                .formatted(uploads);
    }

    /** As a user should: whole, by renaming. */
    private void upload(String name, String rows) throws Exception {
        Path hidden = Files.writeString(uploads.resolve("." + name), "E-Mail;Name\n" + rows);
        Files.move(hidden, uploads.resolve(name));
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> email(i) + ";\"P; " + i + "\"\n")
                .collect(Collectors.joining());
    }

    private static String email(int person) {
        return "p" + person + "@example.com";
    }

    private static StaticList list(Subscription marketo, long id) {
        return marketo.lists().create(id, "List " + id);
    }

    private static void holds(StaticList list, int people) {
        Awaitility.await(list.name() + " holds " + people)
                .atMost(Duration.ofMinutes(3))
                .until(() -> list.members().size() == people);
    }
}

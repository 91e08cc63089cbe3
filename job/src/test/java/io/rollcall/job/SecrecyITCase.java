package io.rollcall.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.job.config.Settings;
import io.rollcall.job.kafka.Acls;
import io.rollcall.job.kafka.Topics;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks for the secrets of a running job wherever it leaves something behind. It works under a name
 * of its own, with no more rights than its ACLs give.
 */
class SecrecyITCase {

    private static final String ID = "client-id-of-nobodys-business";
    private static final String SECRET = "client-secret-of-nobodys-business";
    private static final String KAFKA_SECRET = "kafka-secret-of-nobodys-business";
    private static final String PERSON = "ada.lovelace@example.com";
    private static final List<String> SECRETS = List.of(ID, SECRET, KAFKA_SECRET, "Bearer ");

    private static final SyncYaml YAML =
            SyncYaml.identities("email").activation("gold", "emea", "id: 1001");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void secretsAndPeopleStayOut() throws Exception {
        Path id = Files.writeString(folder.resolve("id"), ID);
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        Guard guard = new Guard(Ports.free(), KAFKA_SECRET);
        try (Stand stand = Stand.start(Files.createDirectories(folder.resolve("stand")), guard)) {
            StaticList gold = list(stand);
            stand.broker.create(Stand.EVENTS, 1);
            SyncYaml yaml =
                    YAML.instance(
                            "emea",
                            "123-ABC-456",
                            "client-id: file:" + id,
                            "client-secret: file:" + secret,
                            "person-creation: match-and-create");
            String[] through = guard.parameters(folder).toArray(new String[0]);
            Settings settings = stand.settings(yaml, through);
            allow(stand.settings(yaml), settings);
            JobID job = stand.submit(settings);
            stand.say("not json, of " + PERSON);
            stand.say(PERSON, "gold", "realized");
            Awaitility.await("she is on the list")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> gold.size() == 1);
            Path savepoints = folder.resolve("savepoints");
            stand.flink
                    .triggerSavepoint(
                            job,
                            savepoints.toUri().toString(),
                            false,
                            SavepointFormatType.CANONICAL)
                    .get(30, TimeUnit.SECONDS);

            assertThat(files(savepoints).values())
                    .as("the search finds what is there")
                    .anyMatch(content -> content.contains(PERSON));
            holdNone(files(savepoints), SECRETS);
            holdNone(files(stand.folder.resolve("checkpoints")), SECRETS);
            holdNone(files(stand.folder.resolve("kafka/data")), SECRETS);
            holdNone(Map.of("graph", graph(stand.graph(settings))), SECRETS);
            List<String> all = List.of(ID, SECRET, KAFKA_SECRET, "Bearer ", PERSON);
            holdNone(answers(stand, job), all);
            holdNone(files(Stand.LOG), all);
        }
    }

    /**
     * As {@code scripts/topics --create --acl} does: before it nothing, after it all that it needs.
     */
    private static void allow(Settings administrator, Settings job) throws Exception {
        assertThatThrownBy(() -> Topics.check(job))
                .hasMessageContaining("has not told about topic audience-events")
                .hasMessageContaining("scripts/topics --acl PRINCIPAL says what has to be allowed");
        new Acls(administrator, Guard.PRINCIPAL).create();
        Topics.prepare(administrator);
        Awaitility.await("the broker knows of them")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThatCode(() -> Topics.check(job)).doesNotThrowAnyException());
    }

    private static StaticList list(Stand stand) {
        Subscription marketo =
                stand.sandbox.create(
                        new SubscriptionSpec("123-ABC-456", ID, SECRET, null, null, null));
        marketo.latency(Latency.NONE);
        marketo.faults().add(FaultSpec.http(502).times(2));
        return marketo.lists().create(1001, "Gold");
    }

    private static Map<String, String> answers(Stand stand, JobID job) throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : List.of("", "/config", "/plan", "/checkpoints", "/exceptions")) {
            answers.put(path, get(stand.rest().resolve("/jobs/" + job + path)));
        }
        answers.put("cluster", get(stand.rest().resolve("/jobmanager/config")));
        assertThat(answers.get("/config")).contains("123-ABC-456");
        return answers;
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** As it travels to the JobManager and lies in its storage. */
    private static String graph(StreamGraph graph) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(graph.getJobGraph());
        }
        return bytes.toString(ISO_8859_1);
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        contents.put(file.toString(), text(file));
                        return FileVisitResult.CONTINUE;
                    }

                    /** The job goes on, and old checkpoints go meanwhile. */
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        assertThat(contents).isNotEmpty();
        return contents;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        }
    }

    private static void holdNone(Map<String, String> contents, List<String> words) {
        contents.forEach(
                (name, content) ->
                        words.forEach(
                                word ->
                                        assertThat(content.contains(word))
                                                .as(name + " holds " + word)
                                                .isFalse()));
    }
}

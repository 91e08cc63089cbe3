package io.rollcall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.call.CallerMetric;
import io.rollcall.event.decode.DecodeMetric;
import io.rollcall.job.Stand;
import io.rollcall.job.SyncYaml;
import io.rollcall.job.kafka.ReportsMetric;
import io.rollcall.ledger.LedgerMetric;
import io.rollcall.metric.Metric;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.schedule.SchedulerMetric;
import io.rollcall.sweep.SweepMetric;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What the people who run Rollcall look at, while it runs: metrics, the web UI, the sandbox. */
class OperatedITCase {

    private static final String EMEA = "123-ABC-456";
    private static final String SECRET = "a-secret-of-nobodys-business";
    private static final int PEOPLE = 40;

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance("emea", EMEA)
                    .activation("gold", "emea", "id: 1001")
                    .activation("gone", "emea", "id: 1002");

    /** In a run of a minute these have nothing to say. */
    private static final Set<Metric> SILENT = Set.of(CallerMetric.ENDS_LOST);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static PushTarget pushed;
    private static Stand stand;
    private static JobID job;
    private static Subscription emea;

    @BeforeAll
    static void run() throws Exception {
        pushed = PushTarget.start();
        stand = Stand.start(folder, pushed.settings());
        emea = stand.sandbox.marketo(EMEA);
        emea.latency(Latency.of(50));
        emea.lists().create(1001, "Gold customers");
        for (int i = 0; i < PEOPLE; i++) {
            emea.leads().create("person" + i + "@example.com");
        }
        long refused = emea.leads().byEmail("person7@example.com").get(0).id();
        emea.faults().add(FaultSpec.recordCode("1037").onLead(refused));
        stand.broker.create(Stand.EVENTS, 2);
        job = stand.submit(stand.settings(YAML));
        events();
    }

    private static void events() throws Exception {
        for (int i = 0; i < PEOPLE; i++) {
            say("person" + i, "gold", "realized");
        }
        say("nobody", "gold", "realized");
        say("person1", "gone", "realized");
        stand.say("no JSON at all");
        Awaitility.await("everybody is on the list")
                .atMost(Duration.ofMinutes(1))
                .until(() -> emea.lists().get(1001).size() == PEOPLE - 1);
        say("person2", "gold", "exited");
        Awaitility.await("somebody has left it")
                .atMost(Duration.ofMinutes(1))
                .until(() -> emea.lists().get(1001).size() == PEOPLE - 2);
    }

    private static void say(String name, String audience, String status) throws Exception {
        stand.say(
                """
                {"person": {"email": "%s@example.com"}, "audience": "%s", "status": "%s", "at": "%s"}"""
                        .formatted(name, audience, status, Instant.now().minusSeconds(1)));
    }

    @AfterAll
    static void stop() throws Exception {
        stand.close();
        pushed.close();
    }

    @Test
    void dashboardAndAlertsNameOnlyWhatThereIs() throws Exception {
        Map<String, String> queries = Queries.all();
        assertThat(queries).hasSizeGreaterThan(40);
        Set<String> wanted =
                queries.values().stream()
                        .flatMap(query -> PromQl.metrics(query).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        awaitNames(wanted);
    }

    @Test
    void everyMetricOfTheEnumsIsThere() {
        awaitNames(
                Stream.<Metric[]>of(
                                DecodeMetric.values(),
                                ReportsMetric.values(),
                                LedgerMetric.values(),
                                SchedulerMetric.values(),
                                CallerMetric.values(),
                                SweepMetric.values())
                        .flatMap(Stream::of)
                        .filter(metric -> !SILENT.contains(metric))
                        .map(Metric::prometheus)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aLabelReadsAsItIsWritten() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () ->
                                assertThat(pushed.newest())
                                        .contains("activation=\"123-ABC-456/1001\"")
                                        .contains("reason=\"1013\"")
                                        .doesNotContain("person1@"));
    }

    /** Their number is a part of what they promise. */
    @Test
    void theAutoscalerLeavesAloneWhatRunsOnce() throws Exception {
        Set<String> once = new TreeSet<>();
        for (JsonNode vertex : rest("/jobs/" + job).path("vertices")) {
            if (vertex.path("parallelism").asInt() == 1) {
                once.add(vertex.path("id").asText());
            }
        }
        Map<String, Map<String, Map<String, String>>> deployment =
                Queries.yaml("deploy/kubernetes/rollcall.yaml");
        String excluded =
                deployment
                        .get("spec")
                        .get("flinkConfiguration")
                        .get("job.autoscaler.vertex.exclude.ids");

        assertThat(excluded.split(";")).containsExactlyInAnyOrderElementsOf(once);
    }

    private static void awaitNames(Set<String> wanted) {
        Awaitility.await("all of them are scraped")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(pushed.names()).containsAll(wanted));
    }

    @Test
    void theWebUiShowsThePicture() throws Exception {
        try (Browser browser = browser()) {
            String page = stand.rest() + "/#/job/running/" + job;
            browser.go(page + "/overview");
            browser.awaitText("Rollcall rollcall", "RUNNING", "Checkpoints");
            browser.awaitText("decode-audience-events", "sweep", "ledger", "scheduler -> caller");
            awaitPicture(browser);
            keep(browser, "web-ui");
            // What a click on a task shows.
            assertThat(rest("/jobs/" + job + "/plan").toString())
                    .contains("gathers wishes into calls", "one HTTP exchange a call");
            browser.go(page + "/configuration");
            browser.awaitText("flush.min-age", "activations.123-ABC-456.1001", "gold, mirror");
            assertThat(browser.text()).doesNotContain(folder.resolve("secret").toString(), SECRET);
            keep(browser, "web-ui-configuration");
        }
    }

    @Test
    void theSandboxsPageShowsWhatIsOnAListAndTakesFaultsByClick() throws Exception {
        try (Browser browser = browser()) {
            browser.go(stand.sandbox.url() + "/#" + EMEA);
            browser.awaitText("Gold customers", "Calls in 20 s", "At the same time", "list-add");
            String width = "document.querySelector('#gauges .bar i').style.width";
            assertThat(browser.run(width)).matches("[0-9.]+%");

            browser.click("Gold customers");
            browser.awaitText("GOLD CUSTOMERS: 38 MEMBERS", "person0@example.com");
            browser.click("Close");
            browser.click("502 pages × 10");
            browser.awaitText("2 in force", "http 502");
            assertThat(emea.faults().inForce()).hasSize(2);
            say("person3", "gold", "exited");
            browser.awaitText("502");
            keep(browser, "sandbox");

            browser.click("Clear all");
            browser.awaitText("none in force");
        }
    }

    /** The graph is drawn once all of its boxes have found their places. */
    private static void awaitPicture(Browser browser) {
        String drawn =
                "new Set([...document.querySelectorAll('foreignObject')]"
                        + ".map(box => box.getBoundingClientRect().left + '/'"
                        + " + box.getBoundingClientRect().top)).size > 5";
        Awaitility.await("the picture")
                .atMost(Duration.ofMinutes(1))
                .until(() -> browser.is(drawn));
    }

    private static JsonNode rest(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stand.rest().resolve(path)).build();
        String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(body);
    }

    private static Browser browser() throws Exception {
        assumeTrue(
                Browser.installed().isPresent(),
                "no Chromium here, and Maven has none: scripts/browser fetches one where there is"
                        + " npm; else install one, or set ROLLCALL_BROWSER");
        return Browser.open(
                Browser.installed().orElseThrow(), Files.createTempDirectory(folder, "b"));
    }

    /** For the README: -Drollcall.look=true keeps them there. */
    private static void keep(Browser browser, String name) throws Exception {
        String to = Boolean.getBoolean("rollcall.look") ? "docs/images/" : "deploy/checks/target/";
        browser.keep(Repository.path(to + name + ".png"));
    }
}

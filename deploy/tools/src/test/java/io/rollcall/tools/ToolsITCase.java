package io.rollcall.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.Stand;
import io.rollcall.job.SyncYaml;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The tools' answers about a running job, and that a dry run and a pause harm nothing. */
class ToolsITCase {

    private static final String EMEA = "111-AAA-111";

    private static final SyncYaml YAML =
            SyncYaml.identities("email, ecid")
                    .instance("emea", EMEA)
                    .activation(
                            "gold",
                            "emea",
                            "id: 1001",
                            "consent: {attribute: consents.marketing.email.val, rule: opt-out}")
                    .activation("vip", "emea", "id: 1002", "dry-run: true")
                    .activation("soon", "emea", "id: 1003", "start: 2099-01-01T00:00:00Z")
                    .activation("idle", "emea", "id: 1004", "paused: true");

    private static final String WEB_SERVICE =
            """
              - format: dataverse
                dataverse:
                  audiences: [{audience: synced}]
                  url: https://contoso.crm4.dynamics.com
                  tenant: contoso.onmicrosoft.com
                  client-id: env:ID
                  client-secret: env:SECRET
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private Subscription emea;

    @Test
    void saysWhyPeopleAreOnAListOrNotAndHowAudiencesDo() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            emea = stand.sandbox.marketo(EMEA);
            emea.latency(Latency.of(20));
            StaticList gold = list(1001);
            StaticList vip = list(1002);
            list(1003);
            list(1004);
            Lead ada = emea.leads().create("ada@example.com");
            emea.leads().create("dan@example.com");
            vip.add(emea.leads().create("eve@example.com").id());
            emea.leads().resetCreated();
            stand.broker.create(Stand.EVENTS, 3);
            stand.submit(stand.settings(YAML));

            say("Ada@Example.com", "realized", "gold", "soon", "idle");
            say("bob@example.com", "realized", "gold");
            stand.say(
                    """
                    {"person": {"email": "dan@example.com", "ecid": "e-dan"},
                     "audience": "vip", "status": "realized"}""");
            say("eve@example.com", "exited", "vip");
            stand.say(
                    """
                    {"person": {"email": "cleo@example.com"},
                     "memberships": [{"audience": "gold", "status": "realized"}],
                     "attributes": {"consents": {"marketing": {"email": {"val": "n"}}}}}""");

            eventually("ada@example.com", "gold", "ON the list", "added to list 1001");
            eventually("ada@example.com", "soon", "before the activation's start");
            eventually("ADA@example.com", "idle", "the activation is paused");
            eventually("bob@example.com", "gold", "unmatched", "looked up, not found");
            eventually("cleo@example.com", "gold", "NOT on", "no consent", "nothing was sent");
            eventually("dan@example.com", "vip", "dry run: would be added");
            eventually("ecid:e-dan", "vip", "is known as email:dan@", "would be added");
            eventually("eve@example.com", "vip", "ON the list", "dry run: would be removed");

            assertThat(gold.members()).containsExactly(ada.id());
            plans();
            harmedNothing(vip);
            reports();
            topics();
            replaysDeadLetters();
            showsItsStatus();
            triesAgainWhatWasMended();
            refusesWhatCannotBeMeant();
        }
    }

    private StaticList list(long id) {
        return emea.lists().create(id, "List " + id);
    }

    private void say(String email, String status, String... audiences) throws Exception {
        for (String audience : audiences) {
            stand.say(
                    """
                    {"person": {"email": "%s"}, "audience": "%s", "status": "%s", "at": "%s"}"""
                            .formatted(email, audience, status, Instant.now().minusSeconds(5)));
        }
    }

    private void eventually(String person, String audience, String... words) {
        Awaitility.await(person + " and " + audience)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            Answer answer = ask("why", "--person", person, "--audience", audience);
                            assertThat(answer.out()).contains(words);
                            assertThat(answer.code()).isZero();
                        });
    }

    private Answer ask(String tool, String... arguments) {
        List<String> all =
                new java.util.ArrayList<>(List.of(tool, "--kafka", stand.broker.servers()));
        all.addAll(List.of(arguments));
        return Answer.to(all.toArray(new String[0]));
    }

    /** As Marketo's own log has it: the list was read, and nothing else. */
    private void harmedNothing(StaticList vip) {
        assertThat(vip.members()).hasSize(1);
        assertThat(emea.calls().all())
                .filteredOn(call -> call.listId() != null && call.listId() == 1002)
                .isNotEmpty()
                .allMatch(call -> call.kind() == CallKind.LIST_READ);
        assertThat(emea.leads().created()).isZero();
    }

    private void reports() throws Exception {
        Path page = folder.resolve("report.html");
        Answer answer = ask("report", "--audience", "gold", "--html", page.toString());

        assertThat(answer.out())
                .containsPattern("profiles received +3")
                .containsPattern("identities activated +1")
                .containsPattern("excluded +1 \\(no consent 1\\)")
                .containsPattern("unmatched +1")
                .containsPattern("on the list now +1")
                .containsPattern("match rate +50.0 %");
        assertThat(Files.readString(page)).contains("<svg", "gold");
    }

    /** At most twenty calls, by Marketo's own count, and none that writes. */
    private void plans() throws Exception {
        long before = emea.calls().all().size();
        Answer answer = plan(folder.resolve("rollcall.yaml"));

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains(
                        "ok     credentials; today",
                        "ok     field email (email): searchable",
                        "the list holds 1 people now",
                        "ok     Marketo knows 1 of 3 people sampled (33.3 %)",
                        "note   nobody is excluded: there is no consent rule",
                        "an audience of 30,000 people: 100 look-ups, 34 additions",
                        "nothing was written. Nothing stands in the way.");
        assertThat(answer.code()).isZero();
        var asked = emea.calls().all();
        assertThat(asked.subList((int) before, asked.size()))
                .hasSizeLessThanOrEqualTo(21)
                .noneMatch(call -> call.kind() == CallKind.UPSERT)
                .noneMatch(call -> call.kind() == CallKind.LIST_ADD)
                .noneMatch(call -> call.kind() == CallKind.LIST_REMOVE);
        plansFilesAndIngestion();
        plansWhatCannotWork();
    }

    private void plansFilesAndIngestion() throws Exception {
        String yaml = Files.readString(folder.resolve("rollcall.yaml"));
        String lookup = "    lookup: {email: email}\n";
        Path other = folder.resolve("other.yaml");
        Files.writeString(
                other,
                yaml.replace(
                        lookup,
                        lookup
                                + "    person-creation: match-and-create\n"
                                + "    limits: {creates-per-day: 30000}\n"));
        assertThat(plan(other).out())
                .contains("an audience of 30,000 people: 1 file of 6 calls, 1 list read = 7 calls");
        assertThat(plan(other, "--bulk.max-jobs=0").out())
                .contains("an audience of 30,000 people: 100 upserts, 100 additions, 1 list read");

        Files.writeString(other, yaml.replace(lookup, lookup + "    transport: ingestion\n"));
        assertThat(plan(other).out())
                .contains("100 look-ups, 1 list read = 101 calls and 10 requests of ingestion");
    }

    private void plansWhatCannotWork() throws Exception {
        String yaml = Files.readString(folder.resolve("rollcall.yaml"));
        Path wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, yaml.replace("{email: email}", "{email: emial}"));
        Answer answer = plan(wrong);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .containsPattern("FAULT  field emial: no such field; use .*email")
                .doesNotContain("1006");

        Files.writeString(wrong, yaml.replace("{id: 1004}", "{id: 4004}"));
        assertThat(plan(wrong).out()).contains("FAULT  list 4004: 1013:");

        Files.writeString(wrong, yaml.replace("instance: emea", "instance: amer"));
        assertThat(plan(wrong).err()).contains("activations[0].instance: no instance of this name");
    }

    private Answer plan(Path config, String... more) {
        List<String> line =
                List.of(
                        "plan",
                        "--config",
                        config.toString(),
                        "--kafka",
                        stand.broker.servers(),
                        "--sample",
                        "100",
                        "--size",
                        "30000",
                        "--marketo.endpoint=" + stand.sandbox.url());
        return Answer.to(Stream.concat(line.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private void topics() throws Exception {
        String config = folder.resolve("rollcall.yaml").toString();
        Answer fit = ask("topics", "--config", config, "--acl", "User:rollcall");
        assertThat(fit.out())
                .contains(
                        "rollcall.reports             partitions: exactly 1; cleanup.policy=delete"
                                + " retention.ms=1209600000",
                        "rollcall.memberships         partitions: any; cleanup.policy=compact",
                        "kafka-acls.sh --add --allow-principal User:rollcall --operation READ"
                                + " --operation DESCRIBE --topic audience-events",
                        "--operation READ --group rollcall --resource-pattern-type prefixed",
                        "All topics are there and as they should be.");

        Answer missing = ask("topics", "--config", config, "--topics.prefix=new.");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("4 faults", "topic new.outcomes: it is missing");
        assertThat(ask("topics", "--config", config, "--topics.prefix=new.", "--create").code())
                .isZero();
        Awaitility.await("the broker knows of them")
                .until(() -> ask("topics", "--config", config, "--topics.prefix=new.").code() == 0);
        Path web = folder.resolve("web.yaml");
        Files.writeString(
                web,
                Files.readString(Path.of(config))
                        .replace("sources:\n", "sources:\n" + WEB_SERVICE)
                        .replace("[email,", "[dynamics_id, email,"));
        assertThat(ask("topics", "--config", web.toString()).out())
                .contains("contoso.crm4.dynamics.com    a web service")
                .doesNotContain("null");
        Answer acls = ask("topics", "--config", config, "--create", "--acl", "User:rollcall");
        assertThat(acls.err()).contains("Kafka at", "has not taken the ACLs (SecurityDisabled");
    }

    private void replaysDeadLetters() throws Exception {
        stand.say("this was never JSON");
        Awaitility.await("a dead letter")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () ->
                                assertThat(ask("replay-dead-letters", "--list").out())
                                        .contains(
                                                "1  audience-events: not-json",
                                                "1 could be sent again; nothing was sent"));
        assertThat(ask("replay-dead-letters", "--reason", "not-csv").out()).startsWith("0 sent");
        assertThat(ask("replay-dead-letters", "--reason", "not-json").out())
                .contains("1 sent again, with the times that they had");

        assertThat(stand.records(Stand.EVENTS))
                .filteredOn(record -> record.value().equals("this was never JSON"))
                .hasSize(2)
                .extracting(ConsumerRecord::timestamp)
                .satisfies(times -> assertThat(times.get(0)).isEqualTo(times.get(1)));
    }

    private void showsItsStatus() throws Exception {
        String rest = stand.rest().toString();
        Awaitility.await("a sweep has counted everybody")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () ->
                                assertThat(Answer.to("status", "--flink", rest).out())
                                        .contains("Rollcall rollcall  RUNNING for ")
                                        .containsPattern("checkpoints +the last one took [0-9]+ ms")
                                        .containsPattern("111-AAA-111/1001 +3 +1 +0 +1 +1 +0 +1 +0")
                                        .containsPattern("paused +nothing")
                                        .containsPattern("not-json: [12]"));
        assertThat(Answer.to("status", "--flink", rest, "--job", "other").err())
                .contains("no job other is running at http://");
        assertThat(Answer.to("status", "--flink", "http://127.0.0.1:1").err())
                .contains("no Flink cluster answers at http://127.0.0.1:1");
    }

    private void triesAgainWhatWasMended() throws Exception {
        emea.leads().create("ray@example.com");
        emea.faults().add(FaultSpec.recordCode("1037").onEmail("ray@example.com"));
        say("ray@example.com", "realized", "gold");
        eventually("ray@example.com", "gold", "rejected by Marketo: 1037");
        assertThat(ask("retry", "--activation", "gold").out()).contains("refused are 1 with 1037");
        assertThat(ask("retry", "--activation", "gold", "--code", "1008").code()).isEqualTo(1);

        emea.faults().clear();
        assertThat(ask("retry", "--activation", "gold", "--code", "1037").out())
                .contains("1 people of list 1001 who were refused with 1037 are tried once more");
        eventually("ray@example.com", "gold", "ON the list");
    }

    private void refusesWhatCannotBeMeant() {
        Answer nobody = ask("why", "--person", "nobody@example.com");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.out()).contains("No event ever put this person into any audience");

        Answer wrong = ask("why", "--person", "ada@example.com", "--prefix", "other.");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("there is no topic other.memberships");

        assertThat(ask("why", "--person", "ada").err()).contains("neither an e-mail address");
    }
}

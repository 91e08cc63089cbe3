package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lists by name, other identities than e-mail, mapped fields and lead partitions, each beside what
 * somebody would get wrong and what they then read in the outcomes.
 */
class SetUpITCase {

    private static final String WELL = "111-AAA-111";
    private static final String MISSPELT = "222-BBB-222";
    private static final String ASTRAY = "333-CCC-333";
    private static final String ECID = "38143298721938712398712398712398712398";

    /** Of hashed@example.com. */
    private static final String HASH =
            "a552f92cec517d42d66471e033158c672445d078d54a1d4211791471bcb2148f";

    private static final SyncYaml YAML =
            SyncYaml.identities("email, ecid, email_lc_sha256")
                    .instance(
                            "well",
                            WELL,
                            "person-creation: match-and-create",
                            "lookup: {email: email, ecid: ecidText, email_lc_sha256: emailHash}",
                            "lead-partition: EMEA",
                            """
                            mapping:
                              - {source: name, target: firstName, too-long: truncate}
                              - {source: score, target: leadScore}
                              - {source: birth, target: dateOfBirth}
                              - {source: firm, target: company}""")
                    .instance(
                            "misspelt",
                            MISSPELT,
                            "person-creation: match-and-create",
                            "lookup: {email: email, ecid: firstName}",
                            "mapping: [{source: name, target: frstName}, {source: score, target: createdAt}]")
                    .instance("astray", ASTRAY, "lead-partition: EMEA")
                    .activation("gold", "well", "name: Gold, folder: Audiences")
                    .activation("silver", "well", "name: Silver, program: Webinar")
                    .activation("gold", "misspelt", "id: 1001")
                    .activation("gold", "astray", "name: Gold, folder: Nowhere")
                    .activation("silver", "astray", "id: 1001")
                    .activation("bronze", "astray", "name: Silver");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private static Subscription marketo(Stand stand, String id) {
        Subscription marketo =
                stand.sandbox.create(
                        new SubscriptionSpec(
                                id,
                                null,
                                null,
                                null,
                                List.of(
                                        new SubscriptionSpec.FieldSpec("ecidText", "string"),
                                        new SubscriptionSpec.FieldSpec("emailHash", "string")),
                                List.of("Default", "EMEA")));
        marketo.latency(Latency.NONE);
        return marketo;
    }

    private static String event(String person, String audience, String attributes) {
        return "{\"person\":{%s},\"audience\":\"%s\",\"status\":\"realized\",\"attributes\":{%s}}"
                .formatted(person, audience, attributes);
    }

    private static String email(String name) {
        return "\"email\":\"" + name + "@example.com\"";
    }

    @Test
    void everyListIsSetUpOnceAndWhatIsWrongHarmsNobodyElse() throws Exception {
        try (Stand stand = Stand.start(folder)) {
            Subscription well = marketo(stand, WELL);
            Subscription misspelt = marketo(stand, MISSPELT);
            Subscription astray = marketo(stand, ASTRAY);
            well.lists().folder("Audiences");
            StaticList silver = well.lists().create("Silver", well.lists().program("Webinar"));
            well.leads().create(Map.of("ecidText", ECID), "EMEA");
            well.leads().create(Map.of("emailHash", HASH), "EMEA");
            misspelt.lists().create("Any");
            astray.lists().create("Silver");
            for (Subscription marketo : List.of(well, astray)) {
                marketo.leads().create(Map.of("email", "home@example.com"), "Default");
            }
            // The list is made, and the answer never comes: the job dies before it could.
            well.faults()
                    .add(
                            FaultSpec.of(Effect.HANG)
                                    .on(CallKind.ASSET_CHANGE)
                                    .lasting(20_000)
                                    .times(1));

            stand.broker.create(Stand.EVENTS, 1);
            stand.submit(
                    stand.settings(YAML, "--marketo.probe-access=2 s", "--marketo.probe-list=2 s"));
            await("Gold is made").until(() -> well.lists().find("Gold").isPresent());
            stand.replaceTaskManager(0);
            stand.replaceTaskManager(1);

            String facts =
                    "\"name\":\"Ada\",\"score\":\"7.0\",\"birth\":\"1990-12-10T00:00:00Z\",\"firm\":\"Acme\"";
            stand.say(event(email("ada"), "gold", facts));
            stand.say(event(email("home"), "gold", ""));
            stand.say(event("\"ecid\":\"" + ECID + "\"", "silver", ""));
            stand.say(event("\"email_lc_sha256\":\"" + HASH.toUpperCase() + "\"", "silver", ""));
            stand.say(event(email("home"), "silver", ""));

            await("who is wanted is on their lists")
                    .untilAsserted(
                            () -> {
                                assertThat(on(well, "Gold")).contains("ada@example.com");
                                assertThat(silver.size()).isEqualTo(2);
                            });
            assertThat(creations(well)).isEqualTo(1);
            Map<String, Object> ada = well.leads().byEmail("ada@example.com").get(0).values();
            assertThat(ada)
                    .containsEntry("leadScore", 7)
                    .containsEntry("dateOfBirth", "1990-12-10")
                    .containsEntry("company", "Acme");
            assertThat(well.leads().byEmail("ada@example.com").get(0).partition())
                    .isEqualTo("EMEA");

            outcomes(
                    stand,
                    WELL + ".*found: list folder Audiences > Gold",
                    WELL + ".*found: list program Webinar > Silver",
                    WELL + ".*home@example.com.*other-partition.*left alone",
                    MISSPELT
                            + ".*held.*lookup.ecid: Marketo cannot search the field firstName;"
                            + " it can search .*email",
                    MISSPELT + ".*held.*Marketo has no field frstName; near it are firstName",
                    MISSPELT + ".*held.*the field createdAt is read-only",
                    ASTRAY + ".*held.*Marketo has no folder Nowhere; make it there",
                    ASTRAY + ".*held.*list 1001 is fed by audience silver already",
                    ASTRAY + ".*home@example.com.*other-partition.*left alone");
            assertThat(misspelt.leads().count()).isZero();
            assertThat(misspelt.calls().count(call -> !call.kind().label().matches("token|usage")))
                    .as("only Describe was asked")
                    .isEqualTo(misspelt.calls().count(c -> c.path().endsWith("describe2.json")));
            assertThat(astray.leads().created()).isEqualTo(1);

            astray.lists().folder("Nowhere");
            await("a folder made later is found")
                    .until(() -> astray.lists().find("Gold").isPresent());

            long upserts = upserts(well);
            stand.say(event(email("ada"), "gold", "\"score\":\"7\""));
            stand.say(event(email("ada"), "gold", "\"score\":\"8\",\"firm\":\"Other\""));
            await("only a value that changed is written")
                    .until(() -> value(well, "leadScore").equals(8));
            assertThat(value(well, "company")).isEqualTo("Acme");
            // Its call is in the log only once it has been answered.
            await("by one call").untilAsserted(() -> assertThat(upserts(well) - upserts).isOne());

            deletedAndMadeAnew(stand, well);
        }
    }

    private static void deletedAndMadeAnew(Stand stand, Subscription well) throws Exception {
        well.lists().delete(well.lists().find("Gold").orElseThrow().id());
        stand.say(event(email("bob"), "gold", ""));
        outcomes(stand, WELL + ".*held.*1013.*the list is gone from Marketo");
        long searches = searches(well);
        await("it is looked for, again and again").until(() -> searches(well) > searches + 2);
        assertThat(creations(well)).isEqualTo(1);
        assertThat(well.lists().find("Gold")).isEmpty();

        well.lists().create("Gold", well.lists().folder("Audiences"));
        await("the list that people made anew holds everybody")
                .untilAsserted(
                        () ->
                                assertThat(on(well, "Gold"))
                                        .containsExactly("ada@example.com", "bob@example.com"));
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(2));
    }

    private static Object value(Subscription marketo, String field) {
        return marketo.leads().byEmail("ada@example.com").get(0).values().get(field);
    }

    private static TreeSet<String> on(Subscription marketo, String list) {
        TreeSet<String> emails = new TreeSet<>();
        for (long id : marketo.lists().find(list).orElseThrow().members()) {
            emails.add(marketo.leads().get(id).orElseThrow().email());
        }
        return emails;
    }

    private static long creations(Subscription marketo) {
        return marketo.calls()
                .count(c -> c.method().equals("POST") && c.path().endsWith("/staticLists.json"));
    }

    private static long searches(Subscription marketo) {
        return marketo.calls().count(call -> call.path().endsWith("staticList/byName.json"));
    }

    private static long upserts(Subscription marketo) {
        return marketo.calls().count(call -> call.kind() == CallKind.UPSERT);
    }

    /** Each of these is told, in one outcome. */
    private static void outcomes(Stand stand, String... patterns) {
        await("the outcomes tell it")
                .untilAsserted(
                        () -> {
                            List<String> told = told(stand);
                            for (String pattern : patterns) {
                                assertThat(told).anyMatch(t -> t.matches(".*" + pattern + ".*"));
                            }
                        });
    }

    /** Instance, person, status, code and reason, line by line. */
    private static List<String> told(Stand stand) throws Exception {
        List<String> told = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", stand.broker.servers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> parts =
                    consumer.partitionsFor("rollcall.outcomes").stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (parts.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
                for (var one : consumer.poll(Duration.ofMillis(200))) {
                    told.add(line(JSON.readTree(one.value())));
                }
            }
        }
        return told;
    }

    private static String line(JsonNode outcome) {
        StringBuilder line = new StringBuilder();
        for (String field : List.of("instance", "person", "status", "code", "reason")) {
            line.append(outcome.path(field).asText()).append(' ');
        }
        return line.toString();
    }
}

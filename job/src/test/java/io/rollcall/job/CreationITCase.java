package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Who is created in Marketo, who never is, and whom Marketo's own refusal keeps off. */
class CreationITCase {

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance("matching", "222-BBB-222")
                    .activation("gold", "creating", "id: 1001")
                    .activation("silver", "creating", "id: 1002", "person-creation: match-only")
                    .activation("gold", "matching", "id: 1001");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private Subscription creating;
    private Subscription matching;
    private StaticList gold;

    @Test
    void onlyWhoMayBeCreatedIs() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            creating = marketo("111-AAA-111");
            matching = marketo("222-BBB-222");
            gold = list(creating, 1001);
            StaticList silver = list(creating, 1002);
            list(matching, 1001);
            stand.broker.create(Stand.EVENTS, 1);
            refusesDeniedLabels();
            stand.submit(stand.settings(labelled("C9")));

            joins("eve", "gold", "Known");
            joins("bob", "silver", "Unknown");
            joins("cyd", "gold", null);
            joins("ada", "gold", "Lovelace");
            joins("fay", "gold", "Wray");
            await(() -> assertThat(on(gold)).containsExactly("ada", "fay"));
            joins("gus", "gold", "Late");
            told("cyd@example.com.*required field without a value: lastName");
            told("2 people were created today, all that limits.creates-per-day allows");
            standing("eve@example.com.*no consent: unsubscribed in Marketo");
            standing("bob@example.com.*unmatched");
            standing("gus@example.com.*in the queue");

            joins("cyd", "gold", "Late too");
            assertThat(on(gold)).containsExactly("ada", "fay");
            assertThat(silver.size()).isZero();
            assertThat(creating.leads().count()).as("eve, ada and fay").isEqualTo(3);
            assertThat(matching.leads().count()).as("eve alone, as before").isEqualTo(1);
            assertThat(matching.calls().count(call -> call.kind() == CallKind.UPSERT)).isZero();
        }
    }

    private static SyncYaml labelled(String label) {
        return YAML.instance(
                "creating",
                "111-AAA-111",
                "person-creation: match-and-create",
                "mapping: [{source: name, target: lastName, labels: [" + label + "]}]",
                "required-fields: [lastName]",
                "respect-unsubscribed: true",
                "marketing-actions: [email-targeting, export-to-third-party]",
                "limits: {creates-per-day: 2}");
    }

    private void refusesDeniedLabels() {
        assertThatThrownBy(() -> stand.settings(labelled("C2")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "instances[1].mapping[0].labels: C2: not to a third party, which denies"
                                + " export-to-third-party");
    }

    /** Both know eve, who wants no mail. */
    private Subscription marketo(String id) {
        Subscription marketo = stand.sandbox.create(SubscriptionSpec.of(id));
        marketo.latency(Latency.NONE);
        marketo.leads()
                .create(
                        Map.of("email", "eve@example.com", "unsubscribed", true),
                        Subscription.DEFAULT_PARTITION);
        return marketo;
    }

    private static StaticList list(Subscription marketo, long id) {
        return marketo.lists().create(id, "List " + id);
    }

    private void joins(String name, String audience, String lastName) throws Exception {
        String attributes = lastName == null ? "" : "\"name\":\"" + lastName + "\"";
        stand.say(
                ("{\"person\":{\"email\":\"%s@example.com\"},\"audience\":\"%s\","
                                + "\"status\":\"realized\",\"attributes\":{%s}}")
                        .formatted(name, audience, attributes));
    }

    private Set<String> on(StaticList list) {
        return list.members().stream()
                .map(id -> creating.leads().get(id).orElseThrow().email())
                .map(email -> email.replace("@example.com", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void told(String pattern) {
        records("rollcall.outcomes", pattern);
    }

    private void standing(String pattern) {
        records("rollcall.memberships", pattern);
    }

    private void records(String topic, String pattern) {
        await(
                () ->
                        assertThat(stand.broker.records(topic))
                                .anyMatch(
                                        r -> (r.key() + r.value()).matches(".*" + pattern + ".*")));
    }

    private static void await(org.awaitility.core.ThrowingRunnable condition) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(condition);
    }
}

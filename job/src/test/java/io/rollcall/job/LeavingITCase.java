package io.rollcall.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** People leave: by asking to be forgotten and by refusing consent, ahead of all else. */
class LeavingITCase {

    private static final String INSTANCE = "333-CCC-333";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CROWD = 1_500;
    private static final SyncYaml YAML =
            SyncYaml.identities("email, ecid")
                    .instance(
                            "emea",
                            INSTANCE,
                            "person-creation: match-and-create",
                            "lookup: {email: email, ecid: ecidText}",
                            "limits: {max-in-flight: 1}")
                    .activation(
                            "gold",
                            "emea",
                            "id: 1001",
                            "consent: {attribute: consents.marketing.email.val, rule: opt-out}");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final List<String> said = new ArrayList<>();
    private Stand stand;
    private Subscription marketo;
    private StaticList gold;

    @Test
    void whoLeavesStaysAwayThoughEverythingIsSaidAgain() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            marketo = subscription();
            marketo.latency(Latency.of(30));
            gold = marketo.lists().create(1001, "gold");
            stand.broker.create(Stand.EVENTS, 3);
            stand.submit(stand.settings(YAML.with("forget-key: file:" + stand.secret())));

            for (String name : List.of("ada", "bob", "cyd")) {
                say(joined(name, "10:00"));
            }
            await(() -> assertThat(onList()).containsExactly("ada", "bob", "cyd"));

            say(forgotten("ada", "11:00"));
            say(refused("bob", "11:00"));
            await(() -> assertThat(onList()).containsExactly("cyd"));
            await(() -> assertThat(leads()).containsExactly("bob", "cyd"));
            await(
                    () ->
                            assertThat(stand.broker.records("rollcall.memberships"))
                                    .filteredOn(r -> r.key().contains("ada@example.com"))
                                    .last()
                                    .satisfies(r -> assertThat(r.value()).isNull()));

            forgetsByAnotherName();
            for (String line : List.copyOf(said)) {
                stand.say(line);
            }
            say(joined("dan", "12:00"));
            await(() -> assertThat(onList()).containsExactly("cyd", "dan"));
            assertThat(leads()).containsExactly("bob", "cyd", "dan");
            assertThat(marketo.leads().created()).isEqualTo(5);

            say(joined("ada", "13:00"));
            await(() -> assertThat(onList()).containsExactly("ada", "cyd", "dan"));
            whoRefusesLeavesAheadOfAllElse();
        }
    }

    /** By the ECID alone: the address is known from the lead that it leads to. */
    private void forgetsByAnotherName() throws Exception {
        marketo.leads()
                .create(
                        Map.of("email", "eve@example.com", "ecidText", "381"),
                        Subscription.DEFAULT_PARTITION);
        say(joined("eve", "10:00"));
        await(() -> assertThat(onList()).contains("eve"));
        say("{\"person\":{\"ecid\":\"381\"},\"status\":\"forgotten\"," + at("11:00") + "}");
        await(() -> assertThat(onList()).doesNotContain("eve", "nobody"));
        await(() -> assertThat(marketo.leads().byEmail("eve@example.com")).isEmpty());
    }

    /** The crowd's additions wait in the same queue, for one call at a time. */
    private void whoRefusesLeavesAheadOfAllElse() throws Exception {
        marketo.latency(Latency.of(500));
        for (int i = 0; i < CROWD; i++) {
            stand.say(joined("crowd" + i, "14:00"));
        }
        await(() -> assertThat(gold.size()).isGreaterThan(3));
        int before = marketo.calls().all().size();
        say(refused("cyd", "15:00"));
        await(() -> assertThat(gold.size()).isEqualTo(CROWD + 2));
        List<Call> since = marketo.calls().all();
        assertThat(since.subList(before, since.size()))
                .extracting(Call::kind)
                .filteredOn(kind -> kind == CallKind.LIST_ADD || kind == CallKind.LIST_REMOVE)
                .contains(CallKind.LIST_REMOVE)
                .last()
                .isEqualTo(CallKind.LIST_ADD);
    }

    /** The failing twin: without a key nobody could be remembered, so nobody is forgotten. */
    @Test
    void withoutAForgetKeyTheRequestIsADeadLetter() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            marketo = subscription();
            gold = marketo.lists().create(1001, "gold");
            stand.broker.create(Stand.EVENTS, 1);
            stand.submit(stand.settings(YAML));
            say(joined("ada", "10:00"));
            await(() -> assertThat(onList()).containsExactly("ada"));
            say(forgotten("ada", "11:00"));
            await(
                    () ->
                            assertThat(stand.broker.records("rollcall.dead-letters"))
                                    .extracting(
                                            r ->
                                                    new String(
                                                            r.headers()
                                                                    .lastHeader("reason")
                                                                    .value(),
                                                            UTF_8))
                                    .containsExactly("forgotten-without-forget-key"));
            assertThat(onList()).containsExactly("ada");
        }
    }

    private Subscription subscription() {
        return stand.sandbox.create(SubscriptionSpec.of(INSTANCE).withField("ecidText", "string"));
    }

    private void say(String line) throws Exception {
        said.add(line);
        stand.say(line);
    }

    private static String joined(String name, String time) {
        return person(name) + ",\"audience\":\"gold\",\"status\":\"realized\"," + at(time) + "}";
    }

    private static String forgotten(String name, String time) {
        return person(name) + ",\"status\":\"forgotten\"," + at(time) + "}";
    }

    private static String refused(String name, String time) {
        return person(name)
                + ",\"attributes\":{\"consents\":{\"marketing\":{\"email\":{\"val\":\"n\"}}}},"
                + at(time)
                + "}";
    }

    private static String person(String name) {
        return "{\"person\":{\"email\":\"" + name + "@example.com\"}";
    }

    private static String at(String time) {
        return "\"at\":\"2026-11-20T" + time + ":00Z\"";
    }

    private Set<String> onList() {
        return gold.members().stream()
                .map(id -> marketo.leads().get(id).map(LeavingITCase::name).orElse("nobody"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> leads() {
        return List.of("ada", "bob", "cyd", "dan", "eve").stream()
                .filter(name -> !marketo.leads().find("email", name + "@example.com").isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Lead lead) {
        return lead.email().replace("@example.com", "");
    }

    private static void await(org.awaitility.core.ThrowingRunnable condition) {
        Awaitility.await().atMost(SOON).untilAsserted(condition);
    }
}

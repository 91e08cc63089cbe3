package io.rollcall.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.Stand;
import io.rollcall.job.SyncYaml;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are not empty, the end of an activation, and the brake that a person releases. */
class RulesITCase {

    private static final String EMEA = "111-AAA-111";
    private static final int STRANGERS = 10;

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance("emea", EMEA)
                    .activation(
                            "gold",
                            "emea",
                            "id: 1001",
                            "initial-members: replace",
                            "brake: {at-least: 2}")
                    .activation("silver", "emea", "id: 1002", "initial-members: refuse");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private Subscription emea;

    @Test
    void strangersAreRefusedAdoptedOrReplacedAndABrakeWaitsForAPersonsWord() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            emea = stand.sandbox.marketo(EMEA);
            emea.latency(Latency.of(20));
            StaticList gold = list(1001, STRANGERS);
            StaticList silver = list(1002, 3);
            StaticList bronze = list(1003, 2);
            StaticList copper = list(1004, 1);
            for (String name : List.of("ada", "bob", "cyd", "dan")) {
                emea.leads().create(name + "@example.com");
            }
            Instant end = Instant.now().plusSeconds(75).truncatedTo(ChronoUnit.SECONDS);
            stand.broker.create(Stand.EVENTS, 2);
            stand.submit(stand.settings(ending(end)));
            say("ada", "gold");
            say("bob", "silver");
            say("cyd", "bronze");
            say("dan", "copper");

            await(() -> assertThat(names(gold)).hasSize(STRANGERS + 1).contains("ada"));
            await(() -> assertThat(names(bronze)).containsExactly("cyd", "s0-1003", "s1-1003"));
            await(() -> assertThat(names(copper)).containsExactly("dan", "s0-1004"));
            assertThat(Instant.now()).as("the end must not have come yet").isBefore(end);
            tellsWhatIsHeld();
            assertThat(names(gold)).hasSize(STRANGERS + 1);
            assertThat(names(silver)).doesNotContain("bob");

            refusesWhatIsNotHeld();
            releases(silver);
            replaces(gold);

            await(() -> assertThat(names(bronze)).isEmpty());
            await(() -> assertThat(names(copper)).containsExactly("s0-1004"));
        }
    }

    private static SyncYaml ending(Instant end) {
        String then = "at-end: clear, end: " + end;
        return YAML.activation("bronze", "emea", "id: 1003", "initial-members: adopt", then)
                .activation("copper", "emea", "id: 1004", then);
    }

    private void tellsWhatIsHeld() {
        await(
                () ->
                        assertThat(release().out())
                                .containsPattern(
                                        "gold \\(list 1001\\): gold would remove \\d+ of 1[01]")
                                .contains(
                                        "silver (list 1002): list 1002 holds 3 people that audience"
                                                + " silver did not put there",
                                        "2 held"));
        assertThat(stand.values("rollcall.memberships").toString()).contains("held");
    }

    private void refusesWhatIsNotHeld() {
        Answer answer = release("platinum");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains("no activation platinum is held; held are ")
                .contains("gold", "silver", "name its list and --instance");
    }

    /** Whoever accepts the strangers keeps them. */
    private void releases(StaticList silver) {
        Answer answer = release("silver");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("released silver (list 1002)");
        await(() -> assertThat(names(silver)).hasSize(4).contains("bob"));
    }

    /** Named by its list, as a hold has to be that is older than the topic. */
    private void replaces(StaticList gold) {
        assertThat(release("gold", "--instance", EMEA).err())
                .contains("--instance: write the id of the list before it");
        assertThat(release("1001", "--instance", EMEA).out())
                .startsWith("released list 1001 of " + EMEA + ", if it was held");
        await(() -> assertThat(names(gold)).containsExactly("ada"));
        await(() -> assertThat(release().out()).isEqualToIgnoringNewLines("nothing is held"));
    }

    private Answer release(String... activation) {
        List<String> all =
                new java.util.ArrayList<>(List.of("release", "--kafka", stand.broker.servers()));
        all.addAll(List.of(activation));
        return Answer.to(all.toArray(new String[0]));
    }

    private StaticList list(long id, int strangers) {
        StaticList list = emea.lists().create(id, "l" + id);
        for (int i = 0; i < strangers; i++) {
            list.add(emea.leads().create("s" + i + "-" + id + "@example.com").id());
        }
        return list;
    }

    private Set<String> names(StaticList list) {
        return list.members().stream()
                .map(id -> emea.leads().get(id).orElseThrow().email())
                .map(email -> email.replace("@example.com", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void say(String name, String audience) throws Exception {
        stand.say(
                """
                {"person": {"email": "%s@example.com"}, "audience": "%s", "status": "realized", "at": "%s"}"""
                        .formatted(name, audience, Instant.now().minusSeconds(5)));
    }

    private static void await(org.awaitility.core.ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(condition);
    }
}

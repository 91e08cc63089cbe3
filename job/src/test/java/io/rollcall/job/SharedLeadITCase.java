package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * People with several names and one lead, in the running job: whoever leaves under any of them is
 * off the list. Beside it an instance that was not told the field which holds the ECID: there it
 * works for those alone whose names stood in one message.
 */
class SharedLeadITCase {

    private static final String KNOWING = "111-AAA-111";
    private static final String DEAF = "222-BBB-222";
    private static final long GOLD = 1001;

    private static final SyncYaml YAML =
            SyncYaml.identities("email, ecid")
                    .instance("knowing", KNOWING, "lookup: {email: email, ecid: ecidText}")
                    .instance("deaf", DEAF)
                    .activation("gold", "knowing", "id: " + GOLD)
                    .activation("gold", "deaf", "id: " + GOLD);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void anExitUnderAnyNameReachesTheLead() throws Exception {
        try (Stand stand = Stand.start(folder)) {
            Subscription knowing = subscription(stand, KNOWING);
            Subscription deaf = subscription(stand, DEAF);
            stand.broker.create(Stand.EVENTS, 1);
            stand.submit(stand.settings(YAML));

            stand.say(said("{\"email\":\"ada@example.com\"}", "realized"));
            stand.say(said("{\"email\":\"bob@example.com\",\"ecid\":\"e-bob\"}", "realized"));
            stand.say(said("{\"email\":\"cyd@example.com\"}", "realized"));
            stand.say(said("{\"email\":\"dan@example.com\"}", "realized"));
            awaitOn(knowing, "ada", "bob", "cyd", "dan");
            awaitOn(deaf, "ada", "bob", "cyd", "dan");

            stand.replaceTaskManager(0);
            stand.say(said("{\"ecid\":\"e-ada\"}", "exited"));
            stand.say(said("{\"ecid\":\"e-bob\"}", "exited"));
            awaitOn(knowing, "cyd", "dan");
            awaitOn(deaf, "ada", "cyd", "dan");

            // Cyd's address changes in Marketo as well as in what is said of her.
            long cyd = lead(knowing, "cyd").id();
            knowing.leads().update(cyd, Map.of("email", "cyd@new.example"));
            stand.say(said("{\"email\":\"cyd@new.example\",\"ecid\":\"e-cyd\"}", "exited"));
            awaitOn(knowing, "dan");

            // The newest assertion wins, whichever name it came under.
            stand.say(said("{\"email\":\"ada@example.com\"}", "realized"));
            stand.say(said("{\"email\":\"cyd@new.example\"}", "realized"));
            awaitOn(knowing, "ada", "cyd", "dan");
            assertThat(knowing.leads().created()).isZero();
        }
    }

    private static Subscription subscription(Stand stand, String id) {
        Subscription marketo =
                stand.sandbox.create(SubscriptionSpec.of(id).withField("ecidText", "string"));
        marketo.latency(Latency.NONE);
        for (String name : Set.of("ada", "bob", "cyd", "dan")) {
            Lead lead = marketo.leads().create(name + "@example.com");
            if (!name.equals("bob")) {
                marketo.leads().update(lead.id(), Map.of("ecidText", "e-" + name));
            }
        }
        marketo.leads().resetCreated();
        marketo.lists().create(GOLD, "Gold");
        return marketo;
    }

    private static Lead lead(Subscription marketo, String name) {
        return marketo.leads().byEmail(name + "@example.com").get(0);
    }

    private static String said(String person, String status) {
        return "{\"person\":%s,\"audience\":\"gold\",\"status\":\"%s\"}".formatted(person, status);
    }

    private static void awaitOn(Subscription marketo, String... names) {
        Awaitility.await(String.join(", ", names) + " on gold of " + marketo.munchkinId())
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(members(marketo)).containsExactly(names));
    }

    private static Set<String> members(Subscription marketo) {
        Set<String> members = new TreeSet<>();
        for (long id : marketo.lists().get(GOLD).members()) {
            String email = marketo.leads().get(id).map(Lead::email).orElse("nobody");
            members.add(email.replaceFirst("@.*", ""));
        }
        return members;
    }
}

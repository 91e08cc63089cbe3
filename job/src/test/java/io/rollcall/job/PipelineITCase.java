package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The whole job against real Kafka and a Marketo, with TaskManagers that die on the way. */
class PipelineITCase {

    private static final String MATCHING = "111-AAA-111";
    private static final String CREATING = "222-BBB-222";
    private static final String GOLD = "gold";
    private static final String SILVER = "silver";

    private static final String YAML =
            """
            sources:
              - topic: audience-events
                format: rollcall
            identities: [email, ecid]
            instances:
              - name: matching
                munchkin-id: 111-AAA-111
                client-id: file:%1$s
                client-secret: file:%1$s
                lookup: {email: email}
              - name: creating
                munchkin-id: 222-BBB-222
                client-id: file:%1$s
                client-secret: file:%1$s
                person-creation: match-and-create
                lookup: {email: email}
                mapping: [{source: firstName, target: firstName}]
            activations:
              - {audience: gold, instance: matching, list: {id: 1001}}
              - {audience: silver, instance: matching, list: {id: 1002}}
              - {audience: gold, instance: creating, list: {id: 2001}}
              - {audience: silver, instance: creating, list: {id: 2002}}
            """;

    /** A list and who was on it before anything was said. */
    private record Target(
            Subscription marketo, StaticList list, String audience, Set<String> before) {

        Set<String> members() {
            return list.members().stream()
                    .map(id -> marketo.leads().get(id).map(Lead::email).orElse("nobody"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyListHoldsTheRightPeopleThoughTaskManagersDie() throws Exception {
        Feed feed = new Feed(42, 1_500, List.of(GOLD, SILVER));
        try (Stand stand = Stand.start(folder)) {
            List<Target> targets = targets(stand);
            Path secret = Files.writeString(folder.resolve("secret"), "sandbox");
            stand.broker.create(Stand.EVENTS, 3);
            stand.submit(stand.settings(YAML.formatted(secret)));

            List<String> lines = feed.lines();
            for (int i = 0; i < lines.size(); i++) {
                stand.say(lines.get(i));
                if (i == lines.size() / 3) {
                    awaitSomeone(targets);
                    stand.replaceTaskManager(0);
                } else if (i == 2 * lines.size() / 3) {
                    stand.replaceTaskManager(1);
                }
            }

            // Calls that were under way when a TaskManager died may run for their time-out.
            Awaitility.await("every list is right")
                    .atMost(Duration.ofMinutes(4))
                    .untilAsserted(() -> targets.forEach(target -> isRight(target, feed)));
            Still<Long> still = new Still<>();
            Awaitility.await("and stays so, without a call")
                    .during(Duration.ofSeconds(7))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> changes(stand), still::test);
            targets.forEach(target -> isRight(target, feed));
            for (String id : List.of(MATCHING, CREATING)) {
                keptItsLimits(stand.sandbox.marketo(id));
            }
            assertThat(stand.sandbox.marketo(MATCHING).leads().created()).isZero();
        }
    }

    private static List<Target> targets(Stand stand) {
        Subscription matching = stand.sandbox.marketo(MATCHING);
        Subscription creating = stand.sandbox.marketo(CREATING);
        List<Target> targets =
                List.of(
                        target(matching, 1001, GOLD),
                        target(matching, 1002, SILVER),
                        target(creating, 2001, GOLD),
                        target(creating, 2002, SILVER));
        people(matching, 4, targets.subList(0, 2));
        people(creating, 2, targets.subList(2, 4));
        return targets;
    }

    private static Target target(Subscription marketo, long id, String audience) {
        StaticList list = marketo.lists().create(id, audience, marketo.lists().folder("Audiences"));
        return new Target(marketo, list, audience, new HashSet<>());
    }

    /** All but every nth person is a lead; some leads, and strangers, are on lists already. */
    private static void people(Subscription marketo, int missing, List<Target> targets) {
        marketo.latency(Latency.of(60));
        for (int i = 0; i < Feed.PEOPLE + 10; i++) {
            if (i % missing != 0) {
                Lead lead = marketo.leads().create(Feed.email(i));
                if (i % 7 == 0) {
                    targets.forEach(target -> putOn(target, lead));
                }
            }
        }
        marketo.leads().resetCreated();
    }

    private static void putOn(Target target, Lead lead) {
        target.list().add(lead.id());
        target.before().add(lead.email());
    }

    private static void awaitSomeone(List<Target> targets) {
        Awaitility.await("the first people are on their lists")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                targets.stream()
                                        .allMatch(t -> t.members().size() > t.before().size()));
    }

    private static void isRight(Target target, Feed feed) {
        assertThat(target.members()).isEqualTo(expected(target, feed));
    }

    private static Set<String> expected(Target target, Feed feed) {
        boolean creates = target.marketo().munchkinId().equals(CREATING);
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < Feed.PEOPLE + 10; i++) {
            String email = Feed.email(i);
            Boolean said = feed.says(email, target.audience());
            boolean known = i % 4 != 0;
            boolean in =
                    said == null ? target.before().contains(email) : said && (creates || known);
            if (in) {
                expected.add(email);
            }
        }
        return expected;
    }

    private static long changes(Stand stand) {
        return List.of(MATCHING, CREATING).stream()
                .map(stand.sandbox::marketo)
                .mapToLong(m -> m.calls().count(call -> call.kind() != CallKind.USAGE))
                .sum();
    }

    private static void keptItsLimits(Subscription marketo) {
        assertThat(marketo.meter().mostInWindow()).isBetween(1, 50);
        assertThat(marketo.meter().mostInFlight()).isBetween(1, 5);
        assertThat(marketo.leads().duplicates()).isEmpty();
        assertThat(marketo.calls().all()).allMatch(call -> call.records() <= 300);
    }
}

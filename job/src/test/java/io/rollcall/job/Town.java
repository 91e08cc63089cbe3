package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Two Marketo subscriptions, one that only matches and one that creates, with a list for each
 * audience; and who should be on them in the end.
 */
final class Town {

    static final String MATCHING = "111-AAA-111";
    static final String CREATING = "222-BBB-222";

    private static final String HEAD =
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
            """;

    private static final String ACTIVATION = "  - {audience: %s, instance: %s, list: {id: %d}}%n";

    /** A list and who was on it before anything was said. */
    record Target(Subscription marketo, StaticList list, String audience, Set<String> before) {

        Set<String> members() {
            return list.members().stream()
                    .map(id -> marketo.leads().get(id).map(Lead::email).orElse("nobody"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    final List<Target> targets = new ArrayList<>();
    final List<Subscription> subscriptions;
    private final List<String> audiences;

    /** Whom somebody deleted in Marketo, by subscription and e-mail: they must stay away. */
    private final Set<String> erased = new HashSet<>();

    Town(Stand stand, List<String> audiences) {
        this.audiences = audiences;
        Subscription matching = stand.sandbox.marketo(MATCHING);
        Subscription creating = stand.sandbox.marketo(CREATING);
        this.subscriptions = List.of(matching, creating);
        targets(matching, 1001);
        people(matching, 4);
        targets(creating, 2001);
        people(creating, 2);
    }

    String yaml(Path secret) {
        StringBuilder yaml = new StringBuilder(HEAD.formatted(secret));
        for (int i = 0; i < audiences.size(); i++) {
            yaml.append(ACTIVATION.formatted(audiences.get(i), "matching", 1001 + i));
            yaml.append(ACTIVATION.formatted(audiences.get(i), "creating", 2001 + i));
        }
        return yaml.toString();
    }

    private void targets(Subscription marketo, long firstId) {
        for (int i = 0; i < audiences.size(); i++) {
            String audience = audiences.get(i);
            StaticList list =
                    marketo.lists()
                            .create(firstId + i, audience, marketo.lists().folder("Audiences"));
            targets.add(new Target(marketo, list, audience, new HashSet<>()));
        }
    }

    /** All but every nth person is a lead; some leads, and strangers, are on lists already. */
    private void people(Subscription marketo, int missing) {
        marketo.latency(Latency.of(60));
        for (int i = 0; i < Feed.PEOPLE + 10; i++) {
            if (i % missing != 0) {
                Lead lead = marketo.leads().create(Feed.email(i));
                if (i % 7 == 0) {
                    of(marketo).forEach(target -> putOn(target, lead));
                }
            }
        }
        marketo.leads().resetCreated();
    }

    private static void putOn(Target target, Lead lead) {
        target.list().add(lead.id());
        target.before().add(lead.email());
    }

    private List<Target> of(Subscription marketo) {
        return targets.stream().filter(target -> target.marketo() == marketo).toList();
    }

    /** Somebody deletes a person in Marketo whom Rollcall has put on a list. */
    Optional<Lead> erase(Target target) {
        Optional<Lead> lead =
                target.list().members().stream()
                        .flatMap(id -> target.marketo().leads().get(id).stream())
                        .filter(one -> !target.before().contains(one.email()))
                        .findFirst();
        lead.ifPresent(
                one -> {
                    erased.add(key(target.marketo(), one.email()));
                    target.marketo().delete(one.id());
                });
        return lead;
    }

    private static String key(Subscription marketo, String email) {
        return marketo.munchkinId() + " " + email;
    }

    boolean everyListHasGrown() {
        return targets.stream().allMatch(t -> t.members().size() > t.before().size());
    }

    void isRight(Feed feed) {
        for (Target target : targets) {
            assertThat(target.members())
                    .as(target.audience() + " at " + target.marketo().munchkinId())
                    .isEqualTo(expected(target, feed));
        }
    }

    private Set<String> expected(Target target, Feed feed) {
        boolean creates = target.marketo().munchkinId().equals(CREATING);
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < Feed.PEOPLE + 10; i++) {
            String email = Feed.email(i);
            Boolean said = feed.says(email, target.audience());
            boolean known = i % 4 != 0;
            boolean in =
                    said == null ? target.before().contains(email) : said && (creates || known);
            if (in && !erased.contains(key(target.marketo(), email))) {
                expected.add(email);
            }
        }
        return expected;
    }

    /** Calls so far that are about people. */
    long calls() {
        return subscriptions.stream()
                .mapToLong(m -> m.calls().count(call -> call.kind() != CallKind.USAGE))
                .sum();
    }

    /** As Marketo saw it. */
    void keptItsLimits() {
        for (Subscription marketo : subscriptions) {
            assertThat(marketo.meter().mostInWindow()).isBetween(1, 50);
            assertThat(marketo.meter().mostInFlight()).isBetween(1, 5);
            assertThat(marketo.leads().duplicates()).isEmpty();
            assertThat(marketo.calls().all()).allMatch(call -> call.records() <= 300);
        }
        assertThat(subscriptions.get(0).leads().created()).isZero();
    }
}

package io.rollcall.job.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.SyncYaml;
import io.rollcall.sandbox.Sandbox;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.IngestionPace;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Two Marketo subscriptions, one that only matches and one that creates, with a list for each
 * audience, and perhaps a third where people join by the Data Ingestion API; and who should be on
 * them in the end.
 */
public final class Town {

    static final String MATCHING = "111-AAA-111";
    static final String CREATING = "222-BBB-222";
    static final String INGESTING = "333-CCC-333";

    /** What Marketo has accepted it carries out soon, and always once more. */
    static final IngestionPace SOON = IngestionPace.DEFAULT.after(200).againAfter(5_000);

    static final IngestionPace LATE = IngestionPace.DEFAULT.after(5_000).againAfter(9_000);

    /** Longer than either. */
    static final String INGESTION_RETRIES = "--marketo.ingestion-retries=15 s";

    /** Lists of whom somebody joins by the Data Ingestion API. */
    private static final int INGESTED = 4;

    private static final SyncYaml HEAD =
            SyncYaml.identities("email, ecid")
                    .instance("matching", MATCHING)
                    .instance(
                            "creating",
                            CREATING,
                            "person-creation: match-and-create",
                            "mapping: [{source: firstName, target: firstName}]");

    /**
     * A list and who was on it before anything was said, or was put there by hand: they stay until
     * something is said of them.
     */
    record Target(Subscription marketo, StaticList list, String audience, Set<String> before) {

        Set<String> members() {
            return list.members().stream()
                    .map(id -> marketo.leads().get(id).map(Lead::email).orElse("nobody"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        boolean creates() {
            return marketo.munchkinId().equals(CREATING);
        }

        boolean ingests() {
            return marketo.munchkinId().equals(INGESTING);
        }

        private String instance() {
            return ingests() ? "ingesting" : creates() ? "creating" : "matching";
        }

        /** An item of {@code activations}. */
        String activation() {
            return "{audience: %s, instance: %s, list: {id: %d}}"
                    .formatted(audience, instance(), list.id());
        }

        @Override
        public String toString() {
            return audience + " at " + marketo.munchkinId();
        }
    }

    final List<Target> targets = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();

    /** Whom somebody deleted in Marketo, by subscription and e-mail: they must stay away. */
    final Set<String> erased = ConcurrentHashMap.newKeySet();

    public Town(Sandbox sandbox, List<String> audiences) {
        add(sandbox.marketo(MATCHING), 1001, audiences, 4);
        add(sandbox.marketo(CREATING), 2001, audiences, 2);
    }

    /** With a third subscription, for the last of the audiences. */
    static Town withIngestion(Sandbox sandbox, List<String> audiences) {
        Town town = new Town(sandbox, audiences);
        Subscription ingesting = sandbox.marketo(INGESTING);
        ingesting.ingestion().pace(SOON);
        int all = audiences.size();
        town.add(ingesting, 3001, audiences.subList(all - INGESTED, all), 4);
        return town;
    }

    private void add(Subscription marketo, long firstId, List<String> audiences, int missing) {
        subscriptions.add(marketo);
        targets(marketo, firstId, audiences);
        people(marketo, missing);
    }

    public SyncYaml yaml() {
        return yaml(targets);
    }

    /** With the activations of these lists only. */
    SyncYaml yaml(List<Target> fixed) {
        boolean ingests = fixed.stream().anyMatch(Target::ingests);
        SyncYaml yaml =
                ingests ? HEAD.instance("ingesting", INGESTING, "transport: ingestion") : HEAD;
        for (Target target : fixed) {
            yaml = yaml.activation(target.activation());
        }
        return yaml;
    }

    private void targets(Subscription marketo, long firstId, List<String> audiences) {
        for (int i = 0; i < audiences.size(); i++) {
            String audience = audiences.get(i);
            StaticList list = marketo.lists().create(firstId + i, audience);
            targets.add(new Target(marketo, list, audience, ConcurrentHashMap.newKeySet()));
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

    /**
     * The lists that people may work on by hand. Nobody is told of an addition that Marketo accepts
     * and cannot carry out, since the lead or the list is gone by then (docs/ingestion.md).
     */
    List<Target> handled() {
        return targets.stream().filter(target -> !target.ingests()).toList();
    }

    private List<Target> of(Subscription marketo) {
        return targets.stream().filter(target -> target.marketo() == marketo).toList();
    }

    static String key(Subscription marketo, String email) {
        return marketo.munchkinId() + " " + email;
    }

    public boolean everyListHasGrown() {
        return targets.stream().allMatch(t -> t.members().size() > t.before().size());
    }

    public void isRight(Feed feed) {
        for (Target target : targets) {
            assertThat(target.members()).as(target + "").isEqualTo(expected(target, feed));
        }
    }

    Set<String> expected(Target target, Feed feed) {
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < Feed.PEOPLE + 10; i++) {
            String email = Feed.email(i);
            Boolean said = feed.says(email, target.audience());
            boolean known = target.creates() || i % 4 != 0;
            boolean in = said == null ? target.before().contains(email) : said && known;
            if (in && !erased.contains(key(target.marketo(), email))) {
                expected.add(email);
            }
        }
        return expected;
    }

    /** Whether Marketo has carried out all that it accepted, as often as it is going to. */
    boolean nothingIsLate() {
        return subscriptions.stream().allMatch(marketo -> marketo.ingestion().waiting() == 0);
    }

    /** Calls so far that are about people. */
    public long calls() {
        return subscriptions.stream()
                .mapToLong(m -> m.calls().count(call -> call.kind() != CallKind.USAGE))
                .sum();
    }

    /** As Marketo saw it. */
    public void keptItsLimits() {
        for (Subscription marketo : subscriptions) {
            assertThat(marketo.meter().mostInWindow()).isBetween(1, 50);
            assertThat(marketo.meter().mostInFlight()).isBetween(1, 5);
            assertThat(marketo.leads().duplicates()).isEmpty();
            assertThat(marketo.calls().all()).allMatch(call -> call.records() <= 300);
        }
        assertThat(subscriptions.get(0).leads().created()).isZero();
    }
}

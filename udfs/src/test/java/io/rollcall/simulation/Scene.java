package io.rollcall.simulation;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Limits;
import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import io.rollcall.ledger.LedgerSettings;
import io.rollcall.schedule.ProtocolRule;
import io.rollcall.schedule.SchedulerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The stage: who there is, what is activated, what was said, and the world around the job. */
final class Scene {

    static final String INSTANCE = "123-ABC-456";
    static final List<Long> LISTS = List.of(1001L, 1002L);
    static final LedgerSettings LEDGER =
            new LedgerSettings(
                    List.of("email"), Duration.ofDays(90), Duration.ofDays(1), Duration.ofDays(90));

    final World world;
    final Set<ProtocolRule> rules;
    final Topic topic;
    final ModelMarketo marketo;
    final HttpModel http;
    final Instance instance;
    final ActivationSet activations;
    final boolean creates;
    final List<String> people = new ArrayList<>();
    final List<AudienceEvent> arrived = new ArrayList<>();

    Scene(World world, Set<ProtocolRule> rules) {
        this.world = world;
        this.rules = rules;
        this.topic = new Topic(world);
        this.marketo = new ModelMarketo(world);
        this.http = new HttpModel(world, marketo);
        this.creates = world.chance(0.5);
        this.instance = instance();
        List<Activation> all = new ArrayList<>();
        for (long list : LISTS) {
            marketo.lists.put(list, new java.util.TreeSet<>());
            all.add(
                    new Activation(
                            audience(list),
                            null,
                            INSTANCE,
                            list,
                            Activation.Mode.MIRROR,
                            0,
                            0,
                            null,
                            null));
        }
        this.activations = new ActivationSet(all);
        people();
    }

    private Instance instance() {
        return new Instance(
                INSTANCE,
                "emea",
                "http://127.0.0.1",
                "env:ID",
                "env:SECRET",
                creates
                        ? Instance.PersonCreation.MATCH_AND_CREATE
                        : Instance.PersonCreation.MATCH_ONLY,
                List.of(new Instance.Lookup("email", "email")),
                Instance.Duplicates.MOST_RECENTLY_UPDATED,
                List.of(),
                null,
                new Limits(8, 3, 25_000, 50_000, 10_000, 0.1, 10_000));
    }

    private void people() {
        int count = (int) world.between(1, 5);
        for (int i = 0; i < count; i++) {
            String email = "p" + i + "@example.com";
            people.add(email);
            for (int leads = leads(); leads > 0; leads--) {
                long lead = marketo.create(email);
                marketo.lists
                        .values()
                        .forEach(
                                members -> {
                                    if (world.chance(0.25)) {
                                        members.add(lead);
                                    }
                                });
            }
        }
    }

    /** Most have one lead, some none, a few two. */
    private int leads() {
        double dice = world.random.nextDouble();
        return dice < 0.25 ? 0 : dice < 0.9 ? 1 : 2;
    }

    SchedulerSettings schedulerSettings() {
        return new SchedulerSettings(
                "rollcall", Duration.ofMillis(250), Duration.ofSeconds(10), 200, rules);
    }

    static String audience(long list) {
        return "audience-" + list;
    }

    /** Says something new, or repeats or delays something old, of one person. */
    void someEvent() {
        if (!arrived.isEmpty() && world.chance(0.2)) {
            arrive(world.oneOf(arrived));
            return;
        }
        String email = world.oneOf(people);
        long at = world.now() - (world.chance(0.2) ? world.between(0, 60_000) : 0);
        Assertion said =
                new Assertion("ups", audience(world.oneOf(LISTS)), world.chance(0.55), at, 0);
        Identity identity = Identity.of("email", email);
        arrive(
                new AudienceEvent(
                        AudienceEvent.Kind.MEMBERSHIPS,
                        identity.key(),
                        world.now(),
                        List.of(identity),
                        List.of(said),
                        List.of(),
                        new Origin("events", 0, arrived.size(), world.now())));
    }

    private void arrive(AudienceEvent event) {
        arrived.add(event);
        world.tell(() -> "said: " + event.person() + " " + event.assertions());
    }

    /** What the events say should be: true in, false out, null nothing. Shares no code with us. */
    Boolean desired(String email, long list) {
        Assertion newest = null;
        for (AudienceEvent event : arrived) {
            Assertion said = event.assertions().get(0);
            boolean about =
                    event.person().equals("email:" + email)
                            && said.audience().equals(audience(list));
            boolean newer =
                    newest == null
                            || said.at() > newest.at()
                            || said.at() == newest.at() && !said.in();
            if (about && newer) {
                newest = said;
            }
        }
        return newest == null ? null : newest.in();
    }
}

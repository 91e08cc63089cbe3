package io.rollcall.simulation;

import io.rollcall.report.Report;
import io.rollcall.schedule.ProtocolRule;
import io.rollcall.schedule.SchedulerStore.Space;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One seeded run: people join and leave while calls get lost or late, processes die, freeze and
 * come back as zombies, and the job restarts from the last savepoint or an older one. Then
 * everything heals, and the lists must be right.
 */
final class Simulation {

    private static final long TROUBLE = 120_000;
    private static final long PATIENCE = 1_800_000;

    private static final long QUIET = 60_000;

    /** Whom an import has made and no search finds is looked for again after minutes. */
    private static final long QUIET_WITH_IMPORTS = 900_000;

    /** An import of which nothing is known is given an hour. */
    private static final long LONG_PATIENCE = 3 * 3_600_000;

    private final World world;
    private final Scene scene;
    private final List<Checkpoint> checkpoints = new ArrayList<>(List.of(Checkpoint.none()));
    private final Map<Long, TreeSet<Long>> before = new TreeMap<>();
    private final Set<String> erased = new HashSet<>();
    private final Set<String> erasedAndKnown = new TreeSet<>();

    /** Drawn from the seed itself, so that the stories of the other seeds stay as they are. */
    private final boolean retries;

    private Job job;
    private int runs;
    private long checkpointId;

    private Simulation(long seed, Set<ProtocolRule> rules, boolean telling) {
        this.world = new World(seed, telling);
        this.retries = seed % 4 == 3;
        this.scene = new Scene(world, rules, seed % 3, pages(seed));
        scene.marketo.lists.forEach((list, members) -> before.put(list, new TreeSet<>(members)));
    }

    /**
     * Every fifth reads its lists by extracts, most of those at once and the others after a page.
     */
    private static int pages(long seed) {
        return seed % 5 == 2 ? (int) (seed / 5 % 3 / 2) : -1;
    }

    /** What is wrong at the end, empty when all is well; and the story when it was asked for. */
    record Verdict(List<String> problems, String story, int calls) {}

    static Verdict run(long seed, Set<ProtocolRule> rules, boolean telling) {
        Simulation simulation = new Simulation(seed, rules, telling);
        simulation.play();
        return new Verdict(
                simulation.problems(), simulation.world.story(), simulation.scene.marketo.calls);
    }

    static Verdict run(long seed) {
        return run(seed, EnumSet.allOf(ProtocolRule.class), false);
    }

    private void play() {
        start(checkpoints.get(0));
        for (long events = world.between(3, 14); events > 0; events--) {
            world.in(
                    world.between(0, TROUBLE),
                    () -> {
                        scene.someEvent();
                        job.soon();
                    });
        }
        for (long t = world.between(500, 8_000); t < TROUBLE; t += world.between(1_000, 15_000)) {
            world.in(t, this::checkpoint);
        }
        for (long crashes = world.between(0, 4); crashes > 0; crashes--) {
            world.in(world.between(1_000, TROUBLE), this::crash);
        }
        if (world.chance(0.3)) {
            world.in(world.between(1_000, TROUBLE), this::byHand);
        }
        if (retries) {
            world.in(TROUBLE / 2, this::someoneAsksToTryAgain);
        }
        world.runUntil(World.START + TROUBLE);
        world.tell(() -> "-- all trouble ends --");
        scene.replayEverything();
        job.soon();
        scene.http.heal();
        // No membership that ends by itself ends after this.
        world.runUntil(world.now() + Scene.LONGEST_STAY);
        long deadline = world.now() + (scene.imports || scene.ingests ? LONG_PATIENCE : PATIENCE);
        long quietSince = world.now();
        long quiet = quiet();
        while (world.now() < deadline && world.now() - quietSince < quiet) {
            world.runUntil(world.now() + 5_000);
            job.held.keySet().forEach(list -> scene.topic.append(release(list), "someone"));
            if (!job.held.isEmpty() || !job.isQuiet() || !settled()) {
                quietSince = world.now();
            }
        }
    }

    private long quiet() {
        if (scene.ingests) {
            return ModelIngestion.RETRIES.toMillis() + 2 * QUIET;
        }
        return scene.imports ? QUIET_WITH_IMPORTS : QUIET;
    }

    private void someoneAsksToTryAgain() {
        for (long list : Scene.LISTS) {
            scene.topic.append(word(Report.Kind.RETRY, list, "1004"), "someone");
        }
    }

    private static Report release(String list) {
        return word(Report.Kind.RELEASED, Long.parseLong(list), null);
    }

    /** What a person says through a tool. */
    private static Report word(Report.Kind kind, long list, String code) {
        return Report.of(kind, "rollcall", Scene.INSTANCE).run("").list(list).code(code).build();
    }

    /** Also while a pause holds up the read of a list, who is on it waits for that. */
    private boolean settled() {
        return job.store.size(Space.WISHES) == 0
                && job.store.size(Space.CALLS) == 0
                && job.store.size(Space.IMPORTS) == 0
                && Scene.LISTS.stream().allMatch(scene.topic::tellsOfRead);
    }

    private void start(Checkpoint from) {
        job = new Job(scene, from, "job" + ++runs);
        world.tell(() -> job.name + " starts from checkpoint " + from.id());
        job.start();
    }

    private void checkpoint() {
        if (job.isAlive()) {
            checkpoints.add(job.checkpoint(++checkpointId));
        }
    }

    /** The process dies at once, or lives on as a zombie for a while, perhaps frozen. */
    private void crash() {
        Job old = job;
        if (world.chance(0.5)) {
            old.kill();
        } else {
            if (world.chance(0.5)) {
                old.freeze(world.between(1_000, 30_000));
            }
            world.tell(() -> old.name + " is a zombie now");
            world.in(world.between(500, 60_000), old::kill);
        }
        int newest = checkpoints.size() - 1;
        boolean older = newest > 0 && world.chance(0.3);
        Checkpoint from = checkpoints.get(older ? newest - 1 : newest);
        if (older) {
            checkpoints.remove(newest);
        }
        start(from);
    }

    /** Someone works in Marketo: deletes a lead, merges two, or corrects an address. */
    private void byHand() {
        List<Long> leads = List.copyOf(scene.marketo.leads.keySet());
        if (leads.isEmpty()) {
            return;
        }
        long id = world.oneOf(leads);
        ModelMarketo.Lead lead = scene.marketo.leads.get(id);
        Human human = scene.people.stream().filter(h -> h.is(lead)).findFirst().orElseThrow();
        if (scene.marketo.mayStillCreate(human)) {
            // Erased under a creation that Marketo has accepted: it comes back by Marketo's hand.
            return;
        }
        List<Long> same = leads.stream().filter(l -> human.is(scene.marketo.leads.get(l))).toList();
        human.touched = true;
        if (same.size() > 1) {
            world.tell(() -> "by hand: merges the leads of " + human);
            ModelMarketo.Lead loser = scene.marketo.leads.get(same.get(0));
            scene.marketo.merge(same.get(1), same.get(0));
            human.merged |=
                    !loser.identities().equals(scene.marketo.leads.get(same.get(1)).identities());
            human.moved |= human.merged;
            scene.marketo.inherit(same.get(1), loser);
        } else if (scene.severalNames && lead.email() != null && world.chance(0.7)) {
            human.emails.add("new-" + human.email());
            human.moved = true;
            world.tell(() -> "by hand: " + id + " gets the address " + human.email());
            if (!scene.topic.hasNamed(id)) {
                // As good as erased for a creation whose answer was lost.
                erased.add(lead.email());
            }
            scene.marketo.rename(id, human.email());
        } else {
            world.tell(() -> "by hand: deletes " + id + " " + human);
            scene.marketo.delete(id);
            erased.add(lead.email() == null ? lead.ecid() : lead.email());
            if (scene.topic.hasNamed(id) && lead.email() != null) {
                erasedAndKnown.add(lead.email());
            }
        }
    }

    /** Who once asked to be forgotten, by whichever name, may have a lead again. */
    private boolean mayBeginAnew(String value) {
        return scene.people.stream()
                .filter(human -> human.emails.contains(value) || value.equals(human.ecid))
                .anyMatch(human -> scene.forgottenAt(human.rows()) > 0);
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        Audit audit = new Audit(scene, before, erased, problems);
        scene.people.forEach(audit::of);
        scene.marketo.created.forEach(
                (email, times) -> {
                    // Created by a call whose answer was lost, and erased before anybody could
                    // learn its id: not to be told from a creation that never ran.
                    boolean unknowable = erased.contains(email) && !erasedAndKnown.contains(email);
                    if (!mayBeginAnew(email) && times > (unknowable ? 2 : 1)) {
                        problems.add(email + " was created " + times + " times");
                    }
                });
        for (String email : erasedAndKnown) {
            if (!mayBeginAnew(email) && !scene.marketo.withEmail(email).isEmpty()) {
                problems.add(email + " was erased and came back");
            }
        }
        for (Human human : scene.people) {
            human.rows().stream()
                    .filter(row -> scene.isForgotten(row) && job.remembers(row))
                    .forEach(row -> problems.add(row + " is forgotten and remembered"));
        }
        if (scene.marketo.made != (scene.making ? 1 : 0)) {
            problems.add("made " + scene.marketo.made + " lists");
        }
        if (scene.marketo.mostInWindow > scene.instance.limits().callsPer20s()) {
            problems.add(scene.marketo.mostInWindow + " calls in 20 s");
        }
        if (scene.marketo.mostInFlight > scene.instance.limits().maxInFlight()) {
            problems.add(scene.marketo.mostInFlight + " calls in flight");
        }
        if (!settled()) {
            problems.add(
                    "not settled: "
                            + job.store.size(Space.WISHES)
                            + " wishes, "
                            + job.store.size(Space.CALLS)
                            + " calls");
        }
        if (!job.openWishes.isEmpty()) {
            problems.add("wishes without an outcome: " + job.openWishes);
        }
        return problems;
    }
}

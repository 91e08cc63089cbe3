package io.rollcall.schedule.calls;

import io.rollcall.activation.Limits;
import io.rollcall.schedule.SchedulerSettings;
import io.rollcall.testing.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints what each workload costs in calls, and how long people wait, on a fast clock. */
public final class CallsModel {

    /** Midnight in Chicago: a day of Marketo's quota begins. */
    private static final long START = Instant.parse("2026-11-22T06:00:00Z").toEpochMilli();

    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600_000;
    private static final Limits ALL = new Limits(100, 10, 50_000, 50_000, 0, 0.1, 10_000);
    private static final Limits USUAL = new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 10_000);

    /** The pace of a whole day is not what a backlog of a minute measures. */
    private static final int NO_PACE = 100_000;

    /** Who leaves came so many changes before: some five hours. */
    private static final int STAY = 400_000;

    private static final int USUAL_BURST = 200;

    private final Random random = new Random(1);

    private final List<Measured> measured = new ArrayList<>();

    public static void main(String[] arguments) {
        List<String> names = List.of("backlog", "flips", "trickle", "burst", "day");
        for (String name : arguments.length == 0 ? names : List.of(arguments)) {
            run(name).forEach(each -> System.out.println(each.told()));
        }
    }

    static List<Measured> run(String workload) {
        CallsModel models = new CallsModel();
        switch (workload) {
            case "backlog" -> models.backlog();
            case "flips" -> models.flips();
            case "trickle" -> models.trickle();
            case "burst" -> models.burst();
            case "day" -> models.day();
            default -> throw new IllegalArgumentException("no workload " + workload);
        }
        return models.measured;
    }

    /** People come onto three lists, leave, and come again, as fast as Kafka can say it. */
    private void backlog() {
        int people = 30_000;
        Model model = model(ALL, NO_PACE, 0.1);
        model.activate(3);
        for (String phase : new String[] {"cold: come", "warm: leave", "warm: come again"}) {
            boolean in = phase.endsWith("come") || phase.endsWith("again");
            long from = model.now() + 100;
            Stream<Change> all =
                    IntStream.range(0, people)
                            .mapToObj(i -> new Change(from + i / 20, i, 1 + i % 3, in));
            measure(phase, model, all.iterator(), people, model.now() + HOUR);
        }
    }

    /** All come; then all leave, and each is back at once. */
    private void flips() {
        int people = 9_000;
        Model model = model(USUAL, USUAL_BURST, 1);
        model.activate(3);
        model.people().know(0, people);
        long from = model.now();
        Stream<Change> come =
                IntStream.range(0, people).mapToObj(i -> new Change(from + i, i, 1 + i % 3, true));
        measure("flips: come", model, come.iterator(), people, from + HOUR);
        long later = model.now();
        Stream<Change> flips =
                IntStream.range(0, people)
                        .mapToObj(
                                i ->
                                        new Change(
                                                later + i / 2 * 40L,
                                                i / 2,
                                                1 + i / 2 % 3,
                                                i % 2 == 1));
        measure("flips: leave and return at once", model, flips.iterator(), people, later + HOUR);
    }

    private void trickle() {
        Model model = model(USUAL, USUAL_BURST, 1);
        model.activate(200);
        int changes = 2 * 3_600 * 12;
        model.people().know(0, changes);
        long from = model.now();
        Stream<Change> all =
                IntStream.range(0, changes)
                        .mapToObj(
                                i ->
                                        new Change(
                                                from + i * SECOND / 2,
                                                i,
                                                1 + random.nextInt(200),
                                                true));
        measure("trickle: 12 h, 2/s, 200 lists", model, all.iterator(), changes, from + 24 * HOUR);
    }

    private void burst() {
        Model model = model(ALL, NO_PACE, 1);
        model.activate(10);
        int changes = 100_000;
        model.people().know(0, changes);
        long from = model.now();
        Stream<Change> all =
                IntStream.range(0, changes)
                        .mapToObj(i -> new Change(from + i / 50, i, 1 + i % 10, true));
        measure("burst: 100,000 onto 10 lists", model, all.iterator(), changes, from + HOUR);
    }

    /** 2 million net changes over 300 lists, more by day than by night; every fourth leaves. */
    private void day() {
        Model model = model(USUAL, USUAL_BURST, 1);
        model.activate(300);
        int changes = 2_000_000;
        model.people().know(0, changes);
        measure(
                "day: 2,000,000 over 300 lists",
                model,
                wholeDay(changes),
                changes,
                START + 24 * HOUR);
    }

    private Iterator<Change> wholeDay(int changes) {
        return IntStream.range(0, changes)
                .mapToObj(
                        i -> {
                            double share = (double) i / changes;
                            double time = share - 0.08 * Math.sin(2 * Math.PI * share);
                            boolean leaves = i % 4 == 3 && i > STAY;
                            int person = leaves ? i - 3 - STAY : i;
                            long list = 1 + Math.floorMod(person * 2_654_435_761L, 300);
                            return new Change(
                                    START + (long) (time * 24 * HOUR), person, list, !leaves);
                        })
                .iterator();
    }

    private static Model model(Limits limits, int burst, double latencies) {
        SchedulerSettings usual = Example.schedulerSettings();
        SchedulerSettings settings =
                new SchedulerSettings(
                        usual.job(),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(10),
                        burst,
                        usual.probes(),
                        usual.rules(),
                        usual.imports());
        return new Model(START, settings, limits, new Latencies(latencies));
    }

    private void measure(
            String name, Model model, Iterator<Change> changes, int wanted, long until) {
        Tally tally = model.begin();
        long from = model.now();
        model.run(changes, wanted, until);
        measured.add(new Measured(name, wanted, tally, (model.now() - from) / SECOND));
    }
}

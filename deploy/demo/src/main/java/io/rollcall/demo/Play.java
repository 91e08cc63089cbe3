package io.rollcall.demo;

import io.rollcall.demo.check.Plan;
import io.rollcall.demo.check.Roll;
import io.rollcall.demo.kafka.Answers;
import io.rollcall.demo.kafka.Feed;
import io.rollcall.demo.marketo.SandboxAdmin;
import io.rollcall.demo.story.Message;
import io.rollcall.demo.story.People;
import io.rollcall.demo.story.Person;
import io.rollcall.demo.story.Story;
import io.rollcall.demo.view.Board;
import io.rollcall.demo.view.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One performance: feeds the story, watches the lists, and says in the end whether all is right.
 */
final class Play {

    private static final long TICK_MILLIS = 1_000;
    private static final int QUIET_TICKS = 3;

    private final Options options;
    private final Story story;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Tally tally = new Tally(stopwatch);
    private final Ear ear;
    private final Watch watch;
    private final Board board;
    private final Instant start;

    Play(Options options, Plan plan) {
        this.options = options;
        int seed = options.number("seed", 1);
        int count = options.number("people", 2_000);
        System.out.println("Reading whom Marketo knows and what is on its lists");
        this.ear = new Ear(plan, stopwatch);
        this.watch =
                new Watch(
                        plan,
                        new SandboxAdmin(options.text("sandbox")),
                        refused(People.of(seed, count)));
        this.board = new Board(System.out, options.has("terminal"), watch.names());
        System.out.println("Writing the story");
        this.start = Instant.now();
        long millis = options.number("seconds", 60) * 1_000L;
        this.story = Story.of(new Story.Script(seed, count, start, millis));
    }

    private static Map<String, Set<String>> refused(List<Person> people) {
        return Map.of(
                "amer",
                people.stream()
                        .filter(Person::refusedByAmer)
                        .map(person -> "email:" + person.email())
                        .collect(Collectors.toSet()));
    }

    int run() throws InterruptedException {
        String kafka = options.text("kafka");
        Interruption interruption = new Interruption(options, board);
        try (Answers answers = new Answers(kafka, tally::outcome, tally::deadLetter);
                Feed feed = new Feed(kafka, ear::hear)) {
            answers.start();
            Thread feeding = new Thread(() -> feed(feed), "feed");
            feeding.setDaemon(true);
            feeding.start();
            Figures end = watch(interruption);
            new Summary(System.out, watch.names()).show(end, stopwatch);
            return end.right() ? 0 : 1;
        }
    }

    /** The clock runs from the first message, however long the story took to write. */
    private void feed(Feed feed) {
        long from = now();
        stopwatch.liveFrom(from + Story.BACKFILL_MILLIS);
        try {
            for (Message message : story.messages()) {
                long early = from + message.offsetMillis() - now();
                if (early > 0) {
                    Thread.sleep(early);
                }
                feed.send(message);
            }
            feed.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            board.say("Feeding stopped: " + e.getCause());
        }
    }

    private Figures watch(Interruption interruption) throws InterruptedException {
        long limit = options.number("limit", 240) * 1_000L;
        int quiet = 0;
        int callsBefore = -1;
        while (true) {
            Figures figures = figures();
            board.show(figures);
            interruption.when(figures.fed() > figures.messages() * 2 / 5);
            boolean done = figures.finished() && figures.right() && interruption.over();
            quiet = done && figures.callsUsed() == callsBefore ? quiet + 1 : 0;
            callsBefore = figures.callsUsed();
            if (quiet >= QUIET_TICKS) {
                return figures;
            }
            if (now() - start.toEpochMilli() > limit) {
                board.say("Not settled within " + limit / 1_000 + " s. What is not right yet:");
                return figures;
            }
            Thread.sleep(TICK_MILLIS);
        }
    }

    private Figures figures() {
        List<Roll.Verdict> lists = watch.judge(ear);
        return new Figures(
                (now() - start.toEpochMilli()) / 1_000,
                ear.heard(),
                story.messages().size(),
                ear.assertions(),
                watch.calls(),
                lists,
                tally,
                ear.unusable().size());
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}

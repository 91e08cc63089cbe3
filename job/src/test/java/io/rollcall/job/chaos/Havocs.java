package io.rollcall.job.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets things go wrong, several at once, and mends processes as the runbook says. */
final class Havocs implements AutoCloseable {

    private final Scene scene;
    private final Stack stack;
    private final Runs runs;
    private final Input input;
    private final Hands hands;
    private final Answers answers;
    private final SplittableRandom random;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final List<Runnable> ends = new ArrayList<>();

    Havocs(Scene scene, SplittableRandom random) {
        this.scene = scene;
        this.stack = scene.stack;
        this.runs = scene.runs;
        this.input = scene.input;
        this.hands = scene.hands;
        this.answers = new Answers(scene.town.subscriptions, scene.pace.isLong(), random.split());
        this.random = random;
    }

    /** All of them; then whatever is dead is started again, and with it the job. */
    void strike(List<Havoc> havocs) throws Exception {
        for (Havoc havoc : inOrder(havocs)) {
            strike(havoc);
        }
        if (havocs.stream().anyMatch(havoc -> havoc.kind == Havoc.Kind.PROCESS)) {
            mend(havocs);
        }
    }

    /** What needs a running job first, and processes last: they die in the middle of it all. */
    private static List<Havoc> inOrder(List<Havoc> havocs) {
        return havocs.stream()
                .sorted(
                        Comparator.comparing(
                                havoc ->
                                        switch (havoc.kind) {
                                            case JOB -> 0;
                                            case PROCESS -> 2;
                                            default -> 1;
                                        }))
                .toList();
    }

    private void mend(List<Havoc> havocs) throws Exception {
        boolean jobIsGone = havocs.contains(Havoc.JOBMANAGER_KILLED);
        long from = System.currentTimeMillis();
        stack.mend();
        if (jobIsGone) {
            runs.resume();
        }
        if (jobIsGone || havocs.contains(Havoc.KAFKA_KILLED)) {
            scene.watch.wasDown(from, System.currentTimeMillis());
        }
    }

    private void strike(Havoc havoc) throws Exception {
        switch (havoc.kind) {
            case ANSWER -> scene.watch.add(answers.strike(havoc));
            case LATE -> {
                scene.watch.add(answers.late());
                forAWhile(answers::inTime);
            }
            case HAND -> byHand(havoc);
            default -> {
                scene.watch.add(new Strike(havoc, null, () -> true));
                elsewhere(havoc);
            }
        }
    }

    /** Nothing happens if midnight is about to come: it would be a day until the next. */
    void exhaust() {
        long left = Duration.between(Instant.now(), scene.midnight).toMillis();
        if (left > TimeUnit.SECONDS.toMillis(5)) {
            scene.watch.add(answers.exhaust());
            // The new day has begun by every clock.
            later.schedule(answers::replenish, left + 5_000, TimeUnit.MILLISECONDS);
        }
    }

    private void elsewhere(Havoc havoc) throws Exception {
        switch (havoc) {
            case STOPPED_AND_RESCALED -> runs.rescale(1 + random.nextInt(4));
            case BACK_TO_AN_OLDER_SAVEPOINT -> runs.goBack();
            case TASKMANAGER_KILLED -> stack.kill(taskManager());
            case TASKMANAGER_HALTED -> halt(taskManager());
            case JOBMANAGER_KILLED -> {
                stack.wakeAll();
                stack.kill("jobmanager");
            }
            case KAFKA_KILLED -> stack.kill("kafka");
            case GARBAGE_IN_FLOODS -> input.flood();
            case RECORDS_OVER_THE_LIMIT -> input.tooLarge();
            case A_PARTITION_FALLS_SILENT -> forAWhile(input.silence());
            case MORE_PARTITIONS -> input.grow();
            default -> throw new IllegalArgumentException(havoc + "");
        }
    }

    private String taskManager() {
        return Stack.TASKMANAGERS.get(random.nextInt(Stack.TASKMANAGERS.size()));
    }

    private void halt(String taskManager) throws Exception {
        stack.halt(taskManager);
        later.schedule(
                () -> {
                    stack.wake(taskManager);
                    return taskManager;
                },
                scene.pace.haltMs(),
                TimeUnit.MILLISECONDS);
    }

    private void byHand(Havoc havoc) throws Exception {
        Town.Target target = scene.movable.get(random.nextInt(scene.movable.size()));
        scene.watch.add(new Strike(havoc, target.marketo(), () -> true));
        switch (havoc) {
            case LIST_DELETED_FOR_A_WHILE -> forAWhile(hands.deleteList());
            case PEOPLE_DELETED -> hands.delete();
            case PEOPLE_MERGED -> hands.merge();
            case DUPLICATE_EMAILS -> hands.enterTwice();
            case PUT_ON_AND_OFF_BY_HAND -> {
                hands.putOnAndOff(target);
                scene.readAnew(target);
            }
            default -> throw new IllegalArgumentException(havoc + "");
        }
    }

    private void forAWhile(Runnable end) {
        ends.add(end);
        later.schedule(end, scene.pace.whileMs(), TimeUnit.MILLISECONDS);
    }

    /** Nothing is wrong any more. */
    void calm() throws Exception {
        close();
        later.awaitTermination(1, TimeUnit.MINUTES);
        ends.forEach(Runnable::run);
        stack.wakeAll();
        answers.clear();
        stack.mend();
        scene.watch.await(Duration.ofMinutes(3));
        scene.readAllAnew();
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}

package io.rollcall.job.chaos;

import io.rollcall.sandbox.marketo.Fault;
import io.rollcall.sandbox.marketo.Limits;
import io.rollcall.sandbox.marketo.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets things go wrong, several at once, and mends processes as the runbook says. */
final class Havocs implements AutoCloseable {

    private static final String ACTIVATIONS = "rollcall.activations";

    private final Stack stack;
    private final Runs runs;
    private final Town town;
    private final Hands hands;
    private final Input input;
    private final Watch watch;
    private final Pace pace;
    private final SplittableRandom random;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final List<Runnable> ends = new ArrayList<>();

    /** Those whose activation stands in the topic, so that they can be read anew. */
    private final List<Town.Target> movable;

    /**
     * @param haltMs how long a TaskManager stands still
     * @param whileMs how long a list is gone or a partition silent
     */
    record Pace(boolean longRun, long haltMs, long whileMs) {}

    Havocs(Stack stack, Runs runs, Scene scene, Watch watch, Pace pace, SplittableRandom random) {
        this.stack = stack;
        this.runs = runs;
        this.town = scene.town();
        this.hands = scene.hands();
        this.input = scene.input();
        this.movable = scene.movable();
        this.watch = watch;
        this.pace = pace;
        this.random = random;
    }

    /** What a job meets besides the processes. */
    record Scene(Town town, Hands hands, Input input, List<Town.Target> movable) {}

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
            watch.wasDown(from, System.currentTimeMillis());
        }
    }

    private void strike(Havoc havoc) throws Exception {
        switch (havoc.kind) {
            case ANSWER -> answer(havoc);
            case HAND -> byHand(havoc);
            default -> {
                watch.add(new Strike(havoc, null, () -> true));
                elsewhere(havoc);
            }
        }
    }

    private void answer(Havoc havoc) {
        Subscription marketo = town.subscriptions.get(random.nextInt(town.subscriptions.size()));
        Fault fault = marketo.faults().add(havoc.fault(pace.longRun()));
        BooleanSupplier over =
                () -> marketo.faults().inForce().stream().noneMatch(f -> f.id() == fault.id());
        watch.add(new Strike(havoc, marketo, over, () -> fault.struck() > 0));
    }

    /** Marketo's day is used up, until midnight in Chicago; too late if that is about to come. */
    void exhaust(Instant midnight) {
        long left = Duration.between(Instant.now(), midnight).toMillis();
        if (left < 5_000) {
            return;
        }
        Subscription marketo = town.subscriptions.get(random.nextInt(town.subscriptions.size()));
        LocalDate day = marketo.clock().today();
        marketo.limits(marketo.limits().withCallsPerDay(marketo.meter().today().total()));
        later.schedule(() -> marketo.limits(Limits.DOCUMENTED), left, TimeUnit.MILLISECONDS);
        BooleanSupplier over = () -> !marketo.clock().today().equals(day);
        watch.add(new Strike(Havoc.QUOTA_USED_UP_UNTIL_MIDNIGHT, marketo, over));
    }

    private void elsewhere(Havoc havoc) throws Exception {
        switch (havoc) {
            case STOPPED_AND_RESCALED -> runs.rescale(1 + random.nextInt(4));
            case BACK_TO_AN_OLDER_SAVEPOINT -> runs.goBack();
            case TASKMANAGER_KILLED -> stack.kill(taskManager());
            case TASKMANAGER_HALTED -> halt(taskManager());
            case JOBMANAGER_KILLED -> {
                wakeAll();
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
        later.schedule(() -> wake(taskManager), pace.haltMs(), TimeUnit.MILLISECONDS);
    }

    private void wake(String taskManager) {
        try {
            stack.wake(taskManager);
        } catch (Exception e) {
            throw new IllegalStateException(taskManager + " sleeps on", e);
        }
    }

    private void wakeAll() {
        Stack.TASKMANAGERS.forEach(this::wake);
    }

    private void byHand(Havoc havoc) throws Exception {
        Town.Target target = movable.get(random.nextInt(movable.size()));
        watch.add(new Strike(havoc, target.marketo(), () -> true));
        switch (havoc) {
            case LIST_DELETED_FOR_A_WHILE -> forAWhile(hands.deleteList());
            case PEOPLE_DELETED -> hands.delete();
            case PEOPLE_MERGED -> hands.merge();
            case DUPLICATE_EMAILS -> hands.enterTwice();
            case PUT_ON_AND_OFF_BY_HAND -> {
                hands.putOnAndOff(target);
                readAnew(target);
            }
            default -> throw new IllegalArgumentException(havoc + "");
        }
    }

    /** As the runbook says: the activation is removed and added. */
    private void readAnew(Town.Target target) throws Exception {
        input.put(ACTIVATIONS, target.list().id() + "", null);
        TimeUnit.SECONDS.sleep(2);
        activate(target);
    }

    void activateAll() throws Exception {
        for (Town.Target target : movable) {
            activate(target);
        }
    }

    private void activate(Town.Target target) throws Exception {
        input.put(ACTIVATIONS, target.list().id() + "", target.activation());
    }

    private synchronized void forAWhile(Runnable end) {
        ends.add(end);
        later.schedule(end, pace.whileMs(), TimeUnit.MILLISECONDS);
    }

    /** Nothing is wrong any more. */
    void calm() throws Exception {
        town.subscriptions.forEach(marketo -> marketo.limits(Limits.DOCUMENTED));
        later.shutdownNow();
        later.awaitTermination(1, TimeUnit.MINUTES);
        ends.forEach(Runnable::run);
        wakeAll();
        town.subscriptions.forEach(marketo -> marketo.faults().clear());
        stack.mend();
        watch.await(Duration.ofMinutes(3));
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}

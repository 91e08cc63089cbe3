package io.rollcall.simulation;

import io.rollcall.call.Call;
import io.rollcall.event.AudienceEvent;
import io.rollcall.ledger.Bundled;
import io.rollcall.ledger.Ledger;
import io.rollcall.ledger.LedgerControl;
import io.rollcall.ledger.LedgerInput;
import io.rollcall.ledger.LedgerMetric;
import io.rollcall.ledger.LedgerOutput;
import io.rollcall.ledger.Plan;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.ProtocolRule;
import io.rollcall.schedule.Scheduler;
import io.rollcall.schedule.SchedulerInput;
import io.rollcall.schedule.SchedulerMetric;
import io.rollcall.schedule.SchedulerOutput;
import io.rollcall.testing.MemoryStore;
import io.rollcall.wish.Wish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One run of the job: the real ledger and scheduler between modelled channels. */
final class Job implements LedgerOutput, SchedulerOutput {

    private static final long SWEEP_EVERY = 15_000;
    private static final long STALE = 5_000;

    final String name;
    private final Scene scene;
    private final World world;
    private final long restoredFrom;
    private final MemoryRows rows;
    final MemoryStore store;
    private final Plan plan;
    private final List<LedgerControl> controls = new ArrayList<>();
    final Map<String, String> held = new TreeMap<>();
    private final Ledger ledger;
    private final Scheduler scheduler;
    private final ArrayDeque<Wish> wishes = new ArrayDeque<>();
    private final Map<String, Call> inCaller = new LinkedHashMap<>();
    private final ArrayDeque<Report> unwritten = new ArrayDeque<>();
    final Set<String> openWishes;
    private int events;
    private int ledgerAt;
    private int schedulerAt;
    private boolean alive = true;
    private long frozenUntil;
    private long wakeAt;
    private long nextStep = Long.MAX_VALUE;

    Job(Scene scene, Checkpoint from, String name) {
        this.scene = scene;
        this.world = scene.world;
        this.name = name;
        this.restoredFrom = from.id();
        this.rows = from.rows().copy();
        this.store = from.store().copy();
        this.openWishes = new HashSet<>(from.openWishes());
        this.plan = new Plan(List.of(scene.instance));
        plan.activate(scene.activations);
        from.controls().forEach(this::tell);
        this.ledger = new Ledger(plan, scene.ledgerSettings(), world, this, scene.forgetKey);
        this.scheduler =
                new Scheduler(
                        List.of(scene.instance),
                        scene.schedulerSettings(),
                        from.id() + "-" + Long.toHexString(world.random.nextLong()),
                        world,
                        new java.util.Random(world.random.nextLong()));
        this.events = from.positions().events();
        this.ledgerAt = from.positions().ledger();
        this.schedulerAt = from.positions().scheduler();
        wishes.addAll(from.underWay());
        from.inCaller().forEach(this::replay);
    }

    void start() {
        scene.topic.onAppend(this::soon);
        activations();
        sweep();
        soon();
    }

    private void activations() {
        if (alive) {
            if (!frozen(this::activations)) {
                take(SchedulerInput.of(Scene.INSTANCE, scene.activations));
                world.in(10_000, this::activations);
            }
        }
    }

    private void sweep() {
        if (alive && !frozen(this::sweep)) {
            ledger.take(LedgerInput.sweep(0), rows);
            world.in(SWEEP_EVERY, this::sweep);
            soon();
        }
    }

    private boolean frozen(Runnable later) {
        if (world.now() < frozenUntil) {
            world.in(frozenUntil - world.now() + 1, later);
            return true;
        }
        return false;
    }

    void freeze(long millis) {
        frozenUntil = world.now() + millis;
        world.tell(() -> name + " freezes for " + millis + " ms");
    }

    void kill() {
        alive = false;
        world.tell(() -> name + " dies");
    }

    boolean isAlive() {
        return alive;
    }

    void soon() {
        stepAt(world.now() + world.between(1, 40));
    }

    private void stepAt(long time) {
        if (time < nextStep) {
            nextStep = time;
            world.in(time - world.now(), () -> step(time));
        }
    }

    private void step(long planned) {
        if (planned != nextStep) {
            return;
        }
        nextStep = Long.MAX_VALUE;
        if (!alive) {
            return;
        }
        if (world.now() < frozenUntil) {
            stepAt(frozenUntil + 1);
            return;
        }
        readSome();
        if (world.now() >= wakeAt) {
            wakeAt = scheduler.tick(Scene.INSTANCE, store, this);
        }
        write();
        if (busy()) {
            soon();
        } else {
            stepAt(Math.max(world.now() + 1, wakeAt));
        }
    }

    private boolean busy() {
        return !wishes.isEmpty()
                || !unwritten.isEmpty()
                || ledgerAt < scene.topic.end()
                || schedulerAt < scene.topic.end()
                || events < scene.arrived.size();
    }

    /** Each source and channel moves on by chance: no order between them may matter. */
    private void readSome() {
        for (int i = 0; i < 4; i++) {
            switch (world.random.nextInt(4)) {
                case 0 -> event();
                case 1 -> ledgerReport();
                case 2 -> schedulerReport();
                default -> {
                    if (!wishes.isEmpty()) {
                        take(SchedulerInput.of(wishes.poll()));
                    }
                }
            }
        }
    }

    private void event() {
        if (events < scene.arrived.size()) {
            AudienceEvent event = scene.arrived.get(events++);
            world.tell(() -> name + " ledger takes " + event.person() + " " + event.assertions());
            ledger.take(Bundled.alone(event), rows);
        }
    }

    private void ledgerReport() {
        if (ledgerAt >= scene.topic.end()) {
            return;
        }
        Report report = believed(scene.topic.at(ledgerAt++));
        if (report == null) {
            return;
        }
        LedgerControl.read(report).ifPresent(this::tell);
        LedgerInput.split(report, input -> ledger.take(input, rows));
    }

    /** As the broadcast state does. */
    private void tell(LedgerControl control) {
        controls.add(control);
        switch (control.kind()) {
            case LIST_READ -> plan.read(control.read());
            case LIST_FOUND -> plan.found(control.found());
            case FIELDS -> plan.described(control.fields());
            case LIST_HOLD -> plan.hold(control.hold());
            case RETRY -> plan.retry(control.retry());
            default -> throw new IllegalArgumentException("no report says " + control.kind());
        }
    }

    private void schedulerReport() {
        if (schedulerAt < scene.topic.end()) {
            Report report = believed(scene.topic.at(schedulerAt++));
            if (report != null) {
                take(SchedulerInput.of(report));
            }
        }
    }

    /** Rules that are about how reports are read are switched off here. */
    private Report believed(Report report) {
        if (report.concernsLead() && !scene.rules.contains(ProtocolRule.ONE_OWNER)) {
            return null;
        }
        boolean others =
                !report.run().startsWith(restoredFrom + "-") && report.kind() == Report.Kind.ENDED;
        if (others && !scene.rules.contains(ProtocolRule.REPORTS_ARE_FACTS)) {
            return null;
        }
        boolean perhaps = report.verdict() == Verdict.PERHAPS;
        if (perhaps && !scene.rules.contains(ProtocolRule.PERHAPS_IS_UNKNOWN)) {
            return report.but().verdict(Verdict.NOT_DONE).build();
        }
        return report;
    }

    private void take(SchedulerInput input) {
        wakeAt = Math.min(wakeAt, scheduler.take(input, store, this));
        if (wakeAt <= world.now()) {
            wakeAt = world.now();
        }
        stepAt(Math.max(world.now() + 1, wakeAt));
    }

    /** What is buffered in the producer is lost with the process, or doubled by a retry. */
    private void write() {
        while (!unwritten.isEmpty() && world.chance(0.7)) {
            Report report = unwritten.poll();
            scene.topic.append(report, name);
            if (world.chance(0.03)) {
                scene.topic.append(report, name);
            }
        }
    }

    Checkpoint checkpoint(long id) {
        while (!unwritten.isEmpty()) {
            scene.topic.append(unwritten.poll(), name);
        }
        world.tell(() -> name + " completes checkpoint " + id);
        return new Checkpoint(
                id,
                rows.copy(),
                store.copy(),
                List.copyOf(controls),
                List.copyOf(wishes),
                List.copyOf(inCaller.values()),
                Set.copyOf(openWishes),
                new Checkpoint.Positions(events, ledgerAt, schedulerAt));
    }

    boolean remembers(String person) {
        return rows.get(person) != null;
    }

    boolean isQuiet() {
        return alive && !busy() && inCaller.isEmpty();
    }

    // ---- caller

    private void replay(Call call) {
        if (scene.rules.contains(ProtocolRule.NEVER_SEND_RESTORED)) {
            Report end =
                    HttpModel.end(call, Verdict.PERHAPS, "restored", HttpModel.sent(call), null);
            unwritten.add(end.but().at(world.now()).build());
        } else {
            send(call);
        }
    }

    @Override
    public void release(Call call) {
        world.tell(() -> name + " releases " + call.kind() + " " + call.id());
        inCaller.put(call.id(), call);
        world.in(world.between(0, 60), () -> send(call));
    }

    private void send(Call call) {
        if (!alive || frozen(() -> send(call))) {
            return;
        }
        boolean stale = world.now() - call.readBackAt() > STALE;
        if (stale && scene.rules.contains(ProtocolRule.ANNOUNCE_FIRST)) {
            ended(HttpModel.end(call, Verdict.NOT_DONE, "stale", HttpModel.sent(call), null));
        } else {
            scene.http.send(call, this::ended);
        }
    }

    private void ended(Report end) {
        if (alive && !frozen(() -> ended(end))) {
            inCaller.remove(end.callId());
            unwritten.add(end.but().at(world.now()).build());
            soon();
        }
    }

    // ---- outputs

    @Override
    public void wish(Wish wish) {
        world.tell(
                () -> name + " wishes " + wish.kind() + " " + wish.key() + " asOf " + wish.asOf());
        if (wish.kind().withdraws()) {
            openWishes.remove(wish.key());
        } else {
            openWishes.add(wish.key());
        }
        wishes.add(wish);
        soon();
    }

    @Override
    public void outcome(Outcome outcome) {
        boolean aboutList =
                outcome.change() == Outcome.Change.ADD || outcome.change() == Outcome.Change.REMOVE;
        openWishes.remove(
                aboutList
                        ? Wish.listKey(outcome.listId(), outcome.leadId())
                        : Wish.leadKey(outcome.person()));
    }

    @Override
    public void held(String instance, Map<String, String> why) {
        held.clear();
        held.putAll(why);
    }

    @Override
    public void fact(MembershipFact fact) {}

    @Override
    public void note(Report note) {
        report(note);
    }

    @Override
    public void count(LedgerMetric what) {}

    @Override
    public void count(SchedulerMetric what, long by) {}

    @Override
    public void report(Report report) {
        unwritten.add(report);
        soon();
    }
}

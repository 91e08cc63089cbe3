package io.rollcall.schedule.calls;

import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.report.CallKind;
import io.rollcall.report.LeadField;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.report.Usage;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.Scheduler;
import io.rollcall.schedule.SchedulerInput;
import io.rollcall.schedule.SchedulerMetric;
import io.rollcall.schedule.SchedulerOutput;
import io.rollcall.schedule.SchedulerSettings;
import io.rollcall.testing.Example;
import io.rollcall.testing.MemoryStore;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** The real scheduler between modelled people and a modelled Marketo, one of each. */
final class Model implements SchedulerOutput {

    /** From being written to being read back, as measured on a real topic. */
    private static final long LOOP_MS = 20;

    private static final List<LeadField> FIELDS =
            List.of(new LeadField("email", "email", 255, true, true, List.of()));

    private Tally tally = new Tally();
    private int callsEver;
    private final Timetable time;
    private final Latencies latencies;
    private final Scheduler scheduler;
    private final MemoryStore store = new MemoryStore();
    private final People people;
    private long offsets;
    private long wakeAt = Long.MAX_VALUE;

    Model(long start, SchedulerSettings settings, Limits limits, Latencies latencies) {
        this.time = new Timetable(start);
        this.latencies = latencies;
        this.scheduler =
                new Scheduler(
                        List.of(Example.instance(limits)), settings, "0-1", time, new Random(1));
        this.people =
                new People(
                        wish -> time.in(1, () -> take(SchedulerInput.of(wish))),
                        (in, wait) -> tally.applied(in, wait));
    }

    People people() {
        return people;
    }

    void activate(int lists) {
        ActivationSet set = Example.activations(LongStream.rangeClosed(1, lists).toArray());
        take(SchedulerInput.of(Example.INSTANCE, set));
    }

    /** What happens from now on is counted here. */
    Tally begin() {
        tally = new Tally();
        return tally;
    }

    long now() {
        return time.now();
    }

    /** Lets all this be said, and goes on until so many changes are true in all. */
    void run(Iterator<Change> changes, int wanted, long until) {
        feed(changes);
        boolean more = true;
        while (more && tally.changes() < wanted) {
            more = time.step(until);
        }
    }

    private void feed(Iterator<Change> changes) {
        if (changes.hasNext()) {
            Change change = changes.next();
            time.at(
                    change.at(),
                    () -> {
                        people.change(change, time.now());
                        feed(changes);
                    });
        }
    }

    private void take(SchedulerInput input) {
        wake(scheduler.take(input, store, this));
    }

    private void wake(long at) {
        if (at < wakeAt || wakeAt <= time.now()) {
            wakeAt = at;
            time.at(at, () -> tick(at));
        }
    }

    private void tick(long at) {
        if (at == wakeAt) {
            wakeAt = Long.MAX_VALUE;
            wake(scheduler.tick(Example.INSTANCE, store, this));
        }
    }

    @Override
    public void report(Report report) {
        Report read = report.readAt(offsets++);
        time.in(
                LOOP_MS,
                () -> {
                    people.report(read, time.now());
                    take(SchedulerInput.of(read));
                });
    }

    @Override
    public void release(Call call) {
        tally.called(call.kind(), time.now());
        callsEver++;
        time.in(latencies.of(call.kind()), () -> report(done(call)));
    }

    @Override
    public void count(SchedulerMetric what, long by) {}

    private Report done(Call call) {
        boolean read = call.kind() == CallKind.READ;
        return call.ended()
                .at(time.now())
                .verdict(Verdict.DONE)
                .members(call.members().stream().map(sent -> done(call.kind(), sent)).toList())
                .page(read ? new ListPage(call.page().generation(), null, true, 0) : call.page())
                .setUp(call.kind() == CallKind.DESCRIBE ? SetUp.described(FIELDS) : null)
                .usage(call.kind() == CallKind.USAGE ? new Usage(callsEver, callsEver) : null)
                .build();
    }

    private static Member done(CallKind kind, Sent sent) {
        return switch (kind) {
            case ADD -> sent.report(MemberStatus.ADDED, null);
            case REMOVE -> sent.report(MemberStatus.REMOVED, null);
            default -> sent.report(Integer.parseInt(sent.person()) + 1L, MemberStatus.FOUND, null);
        };
    }
}

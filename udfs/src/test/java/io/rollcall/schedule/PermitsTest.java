package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.report.Verdict;
import io.rollcall.testing.MemoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * At most N calls reach Marketo in any 20 s, and at most so many are there at once. The proof: of
 * the calls that arrive in some window of 20 s take Z, the one released last. Any other, W, was
 * released before, arrived less than 20 s before the window's end and so after release(Z) - 20 s;
 * its end was read after it arrived; so W still held its permit when Z was released, and Z got one.
 * The property drives the real scheduler against it, with up to 5 s on the wire each way, lost
 * answers, calls that run on after the client gave up, and restarts from older state.
 */
class PermitsTest {

    private static final int PERMITS = 8;
    private static final int IN_FLIGHT = 3;
    private static final long PLAYED = 240_000;
    private static final long[] LISTS = LongStream.rangeClosed(1, 60).toArray();

    @Property(tries = 60)
    void keepsTheLimitsAsTheServerSeesThem(@ForAll long seed) {
        Play play = new Play(new Random(seed));
        play.run();

        assertThat(play.mostInWindow()).isLessThanOrEqualTo(PERMITS);
        assertThat(play.mostAtOnce()).isLessThanOrEqualTo(IN_FLIGHT);
        assertThat(play.arrivals).as("it is worth looking").hasSizeGreaterThan(10);
    }

    private static final class Play {

        private final Random random;
        private final Bench bench =
                new Bench(new Limits(PERMITS, IN_FLIGHT, 25_000, 50_000, 10_000, 0.1, 10_000));
        private final PriorityQueue<Event> agenda =
                new PriorityQueue<>(Comparator.comparingLong(Event::at));
        private final List<Long> arrivals = new ArrayList<>();
        private final List<Long> departures = new ArrayList<>();

        private MemoryStore checkpoint;
        private int checkpointPosition;
        private int sent;
        private int runs;

        private record Event(long at, Runnable action) {}

        Play(Random random) {
            this.random = random;
            bench.begin(LISTS);
            checkpoint();
        }

        void run() {
            long end = bench.now + PLAYED;
            for (long t = bench.now; t < end; t += between(200, 3_000)) {
                at(t, this::wish);
            }
            for (long t = bench.now; t < end; t += between(5_000, 40_000)) {
                at(t, this::checkpoint);
            }
            for (int restarts = random.nextInt(5); restarts > 0; restarts--) {
                at(bench.now + between(1_000, PLAYED), this::restart);
            }
            at(bench.now, this::step);
            while (!agenda.isEmpty() && agenda.peek().at() < end) {
                Event next = agenda.poll();
                bench.now = Math.max(bench.now, next.at());
                next.action().run();
            }
        }

        private void wish() {
            for (int i = random.nextInt(5); i >= 0; i--) {
                long list = LISTS[random.nextInt(LISTS.length)];
                long lead = 1 + random.nextInt(1_000_000);
                bench.wish(random.nextBoolean() ? Bench.add(list, lead) : Bench.remove(list, lead));
            }
        }

        private void checkpoint() {
            checkpoint = bench.store.copy();
            checkpointPosition = bench.readTo;
        }

        private void restart() {
            runs++;
            bench.restart(checkpoint.copy(), checkpointPosition);
        }

        /** The topic is read with some delay, and time passes. */
        private void step() {
            for (int some = random.nextInt(4); some > 0 && bench.readTo < bench.topic.size(); ) {
                bench.readNext();
                some--;
            }
            bench.tick();
            while (sent < bench.released.size()) {
                send(bench.released.get(sent++));
            }
            at(bench.now + between(1, 400), this::step);
        }

        private void send(Call call) {
            int run = runs;
            long released = bench.now;
            long patience = call.kind().timeout().toMillis();
            long arrives = released + delay();
            boolean runsOn = random.nextInt(10) == 0;
            long gone =
                    runsOn ? between(arrives, released + patience) : arrives + between(0, 3_000);
            at(arrives, () -> arrivals.add(bench.now));
            at(gone, () -> departures.add(bench.now));
            boolean lost = runsOn || random.nextInt(8) == 0;
            long ended = lost ? Math.max(arrives, between(released, gone)) : gone + delay();
            at(ended, () -> end(call, run, lost));
        }

        /** The answer reaches a process that still lives, or nobody. */
        private void end(Call call, int run, boolean lost) {
            if (run == runs) {
                Verdict verdict = lost ? Verdict.PERHAPS : Verdict.DONE;
                bench.end(call, verdict, lost ? "io" : null);
            }
        }

        private long delay() {
            return random.nextInt(3) == 0 ? between(0, 5_000) : between(0, 200);
        }

        private void at(long time, Runnable action) {
            agenda.add(new Event(time, action));
        }

        private long between(long low, long high) {
            return low + (long) (random.nextDouble() * (high - low + 1));
        }

        int mostInWindow() {
            Collections.sort(arrivals);
            int most = 0;
            int first = 0;
            for (int last = 0; last < arrivals.size(); last++) {
                while (arrivals.get(last) - arrivals.get(first) >= 20_000) {
                    first++;
                }
                most = Math.max(most, last - first + 1);
            }
            return most;
        }

        int mostAtOnce() {
            List<long[]> changes = new ArrayList<>();
            arrivals.forEach(at -> changes.add(new long[] {at, 1}));
            departures.forEach(at -> changes.add(new long[] {at, -1}));
            changes.sort(Comparator.<long[]>comparingLong(c -> c[0]).thenComparingLong(c -> c[1]));
            int now = 0;
            int most = 0;
            for (long[] change : changes) {
                now += (int) change[1];
                most = Math.max(most, now);
            }
            return most;
        }
    }
}

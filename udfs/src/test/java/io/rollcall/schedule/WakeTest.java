package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.report.MemberStatus;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** When the scheduler asks to be woken: never again and again for nothing, never too late. */
class WakeTest {

    private static final long[] LISTS = LongStream.rangeClosed(1, 30).toArray();

    @Test
    void restsWhileThereIsNoCredit() {
        Bench bench = removals(Bench.LIMITS);
        bench.flush();
        assertRests(bench, 20_000);
    }

    @Test
    void restsWhileThereIsNoPermit() {
        Bench bench = removals(new Limits(5, 5, 25_000, 50_000, 10_000, 0.1, 10_000));
        bench.flush().forEach(bench::done);
        assertRests(bench, 19_000);
    }

    @Test
    void restsWhileOnlyBackfillHasNoPermit() {
        Bench bench = Bench.ready(new Limits(10, 5, 25_000, 50_000, 10_000, 0.1, 10_000), LISTS);
        for (long list : LISTS) {
            bench.wish(Bench.listWish(Wish.Kind.ADD, list, 1, Lane.BACKFILL));
        }
        // Small batches wait longer as the window fills.
        while (bench.now < Bench.START + 9_000) {
            bench.flush().forEach(bench::done);
        }
        assertRests(bench, 9_000);
    }

    @Test
    void restsWhileOnlyBackfillHasNoCredit() {
        Bench bench = Bench.ready(LISTS);
        for (long list : LISTS) {
            bench.wish(Bench.listWish(Wish.Kind.ADD, list, 1, Lane.BACKFILL));
        }
        assertThat(bench.flush()).hasSize(4);
        assertRests(bench, 20_000);
    }

    @Test
    void restsWhilePaused() {
        Bench bench = removals(Bench.LIMITS);
        for (Call call : bench.flush()) {
            bench.refused(call, "607");
        }
        assertRests(bench, 60_000);
    }

    @Test
    void restsWhileOneListIsPaused() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.refused(bench.flushOne(), "1013");
        assertRests(bench, 60_000);
    }

    @Test
    void restsBeyondThePaceAndTheDay() {
        Bench bench = Bench.ready(1);
        Book book = bench.book();
        book.callsToday = 24_000;
        book.day = Day.of(bench.now);
        book.save(bench.store);
        bench.restart();
        bench.readAll();
        bench.wish(Bench.add(1, 1));
        assertRests(bench, 60_000);
    }

    @Test
    void restsUntilTheActivationsAreHeard() {
        Bench bench = new Bench();
        bench.tick();
        bench.readAll();
        bench.wish(Bench.lookup("a", Lane.ADDITIONS));
        assertRests(bench, 9_000);
    }

    @Test
    void restsWhileAPutOffMemberWaits() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.remove(1, 1));
        for (int tries = 0; tries < 6; tries++) {
            List<Call> calls = bench.flush();
            while (calls.isEmpty()) {
                calls = bench.flush();
            }
            bench.answered(calls.get(0), MemberStatus.SENT, null);
        }
        assertRests(bench, 60_000);
    }

    @Test
    void restsWhileAWishWaitsForAContraryCall() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.perhaps(bench.flushOne());
        bench.wish(Bench.remove(1, 1));
        assertRests(bench, 30_000);
    }

    /** However it goes, jumping from one wake-up to the next gets everything done. */
    @Property(tries = 25)
    void sleepsPastNothingThatIsDue(@ForAll long seed) {
        Random random = new Random(seed);
        Limits limits =
                new Limits(
                        2 + random.nextInt(20),
                        1 + random.nextInt(6),
                        25_000,
                        50_000,
                        10_000,
                        0.1,
                        10_000);
        Bench bench = Bench.ready(limits, LISTS);
        for (int i = 0; i < 400; i++) {
            bench.wish(anyWish(random));
        }
        long started = bench.now;
        int ended = 0;
        while (!bench.isClean()) {
            assertThat(bench.now - started).as(bench.leftovers()).isLessThan(3_600_000);
            bench.now = Math.max(bench.now + 1, bench.wakeAt);
            bench.tick();
            bench.readAll();
            while (ended < bench.released.size()) {
                end(bench, bench.released.get(ended++), random);
            }
        }
        assertThat(bench.store.size(SchedulerStore.Space.BOOK)).isEqualTo(1);
    }

    private static Wish anyWish(Random random) {
        long list = LISTS[random.nextInt(LISTS.length)];
        long lead = 1 + random.nextInt(50);
        Lane lane = Lane.values()[random.nextInt(Lane.values().length)];
        return switch (random.nextInt(6)) {
            case 0 -> Bench.lookup("p" + lead, lane);
            case 1 -> Bench.create("p" + lead, "p" + lead % 7 + "@example.com");
            case 2 -> Bench.withdraw(list, lead);
            case 3 -> Bench.listWish(Wish.Kind.REMOVE, list, lead, lane);
            default -> Bench.listWish(Wish.Kind.ADD, list, lead, lane);
        };
    }

    private static void end(Bench bench, Call call, Random random) {
        bench.now += 1 + random.nextInt(900);
        switch (random.nextInt(12)) {
            case 0 -> bench.perhaps(call);
            case 1 -> bench.refused(call, "608");
            case 2 -> bench.refused(call, "606");
            case 3 -> bench.answered(call, MemberStatus.SENT, null);
            case 4 -> bench.refused(call, "1002");
            default -> bench.done(call);
        }
    }

    private static Bench removals(Limits limits) {
        Bench bench = Bench.ready(limits, LISTS);
        for (long list : LISTS) {
            bench.wish(Bench.remove(list, 1));
        }
        return bench;
    }

    /** While nothing can be sent, it is woken about once a second. */
    private static void assertRests(Bench bench, long millis) {
        long until = bench.now + millis;
        int before = bench.topic.size();
        int woken = 0;
        while (bench.now < until && bench.topic.size() == before) {
            assertThat(bench.wakeAt).isGreaterThanOrEqualTo(bench.now + 5);
            bench.now = bench.wakeAt;
            bench.tick();
            woken++;
        }
        assertThat(bench.now).as("nothing was sent").isGreaterThanOrEqualTo(until);
        assertThat(woken).isLessThanOrEqualTo((int) (millis / 1_000) + 10);
    }
}

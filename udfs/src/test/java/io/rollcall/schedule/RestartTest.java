package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.MemberStatus;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.testing.MemoryStore;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A new scheduler on the same state goes on where the one before stood. */
class RestartTest {

    private static final long[] LISTS = LongStream.rangeClosed(1, 10).toArray();

    @Test
    void whatIsQueuedGoesOnInItsOrder() {
        Bench bench = Bench.ready(1);
        for (int lead = 1; lead <= 700; lead++) {
            bench.wish(Bench.add(1, lead));
        }
        bench.restart();
        bench.readAll();
        bench.sleep(2_000);
        bench.readAll();

        assertThat(bench.released).hasSize(3);
        assertThat(bench.released.get(0).members()).extracting("lead").startsWith(1L, 2L, 3L);
        bench.released.forEach(bench::done);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void permitsAreNotForgotten() {
        Bench bench = Bench.ready(new Limits(5, 5, 25_000, 50_000, 10_000, 0.1, 100), LISTS);
        removals(bench);
        bench.flush().forEach(bench::done);
        bench.restart();
        bench.readAll();
        assertThat(bench.flush()).isEmpty();
        bench.sleep(21_000);
        bench.readAll();

        assertThat(bench.released).hasSize(10);
    }

    @Test
    void pausesAndLowerLimitsStay() {
        Bench bench = Bench.ready(LISTS);
        removals(bench);
        bench.refused(bench.flush().get(0), "607");
        bench.restart();
        bench.readAll();
        bench.sleep(60_000);

        assertThat(bench.released).hasSize(5);
    }

    @Test
    void theDaysCountStays() {
        Bench bench = Bench.ready(new Limits(50, 5, 7, 50_000, 10_000, 0.1, 100), LISTS);
        removals(bench);
        bench.flush().forEach(bench::done);
        bench.restart();
        bench.readAll();
        bench.flush().forEach(bench::done);
        bench.flush().forEach(bench::done);

        assertThat(bench.released).hasSize(7);
    }

    @Test
    void callsOpenBeforeHoldTheirCreditsUntilTheyCanNoLongerRun() {
        Bench bench = Bench.ready(LISTS);
        removals(bench);
        assertThat(bench.flush()).hasSize(5);
        bench.restart();
        bench.readAll();
        bench.sleep(34_000);
        assertThat(bench.released).hasSize(5);
        bench.sleep(3_000);
        bench.readAll();

        assertThat(bench.released).hasSizeGreaterThan(5);
    }

    @Test
    void aListReadGoesOnAtItsPage() {
        Bench bench = new Bench();
        bench.activate(1);
        bench.readAll();
        Call first = bench.flushOne();
        assertThat(first.kind()).isEqualTo(CallKind.READ);
        bench.append(
                Bench.end(
                        first,
                        io.rollcall.report.Verdict.DONE,
                        null,
                        List.of(),
                        new io.rollcall.report.ListPage(first.sequence(), "two", false, 0),
                        null));
        bench.restart();
        bench.readAll();
        bench.flush();

        Call second = bench.released.get(bench.released.size() - 1);
        assertThat(second.page().nextToken()).isEqualTo("two");
        assertThat(second.page().generation()).isEqualTo(first.sequence());
    }

    @Test
    void aMemberThatWasPutOffStaysPutOff() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.remove(1, 1));
        bench.answered(bench.flushOne(), MemberStatus.SENT, null);
        bench.restart();
        bench.readAll();
        assertThat(bench.flush()).isEmpty();
        bench.pass(2_000);

        assertThat(bench.flush()).hasSize(1);
    }

    /** An end read after the checkpoint settles the wish that comes again, whatever followed. */
    @Test
    void wishesThatComeAgainAreSettledByTheEndsThatFollowedThem() {
        Bench bench = Bench.ready(1);
        MemoryStore checkpoint = bench.store.copy();
        int position = bench.readTo;
        bench.wish(Bench.add(1, 1));
        bench.done(bench.flushOne());
        bench.wish(removeAsOf(bench.topic.size()));
        bench.done(bench.flushOne());
        bench.restart(checkpoint, position);
        bench.readAll();
        bench.wish(Bench.add(1, 1));
        assertThat(bench.flush()).as("it was added, and removed after").isEmpty();

        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void aLaterEndThatSettlesNothingHidesNoEarlierOne() {
        Bench bench = Bench.ready();
        MemoryStore checkpoint = bench.store.copy();
        int position = bench.readTo;
        bench.wish(Bench.create("a", "a@example.com"));
        bench.done(bench.flushOne());
        bench.wish(lookupAsOf(bench.topic.size()));
        bench.refused(bench.flushOne(), "608");
        bench.restart(checkpoint, position);
        bench.readAll();
        bench.wish(Bench.create("a", "a@example.com"));
        bench.flush();

        assertThat(bench.released).extracting(Call::kind).containsOnlyOnce(CallKind.UPSERT);
    }

    /** Whenever it restarts, and from however old a state, nothing is lost or left behind. */
    @Property(tries = 40)
    void restartsLoseNoWish(@ForAll long seed) {
        Random random = new Random(seed);
        Bench bench = Bench.ready(LISTS);
        MemoryStore checkpoint = bench.store.copy();
        int position = bench.readTo;
        int ended = 0;
        for (int i = 0; i < 300; i++) {
            bench.pass(random.nextInt(1_500));
            if (i < 200) {
                bench.wish(
                        Bench.listWish(
                                random.nextBoolean() ? Wish.Kind.ADD : Wish.Kind.REMOVE,
                                LISTS[random.nextInt(LISTS.length)],
                                1 + random.nextInt(20),
                                Lane.values()[random.nextInt(6)]));
            }
            if (random.nextInt(3) > 0) {
                bench.readAll();
            }
            if (random.nextInt(15) == 0) {
                checkpoint = bench.store.copy();
                position = bench.readTo;
            }
            if (random.nextInt(25) == 0) {
                bench.restart(checkpoint.copy(), position);
            }
            ended = endSome(bench, ended, random);
        }
        settle(bench, ended);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
        assertThat(bench.book().pauses.keySet()).contains("USAGE/0");
    }

    private static int endSome(Bench bench, int from, Random random) {
        int ended = from;
        while (ended < bench.released.size() && random.nextInt(3) > 0) {
            Call call = bench.released.get(ended++);
            switch (random.nextInt(5)) {
                case 0 -> bench.perhaps(call);
                case 1 -> bench.refused(call, "608");
                case 2 -> {
                    // Its end is never written.
                }
                default -> bench.done(call);
            }
        }
        return ended;
    }

    private static void settle(Bench bench, int from) {
        int ended = from;
        for (int i = 0; i < 3_600 && !bench.isClean(); i++) {
            bench.pass(1_000);
            bench.readAll();
            while (ended < bench.released.size()) {
                bench.done(bench.released.get(ended++));
            }
        }
        assertThat(bench.store.size(Space.BOOK)).isEqualTo(1);
    }

    private static void removals(Bench bench) {
        for (long list : LISTS) {
            bench.wish(Bench.remove(list, 1));
        }
    }

    private static Wish removeAsOf(long asOf) {
        return new Wish(
                Wish.Kind.REMOVE,
                Bench.INSTANCE,
                "p1",
                1,
                1,
                Lane.REMOVALS,
                Bench.START,
                asOf - 1,
                null,
                null,
                Map.of());
    }

    private static Wish lookupAsOf(long asOf) {
        return new Wish(
                Wish.Kind.LOOKUP,
                Bench.INSTANCE,
                "a",
                0,
                0,
                Lane.ADDITIONS,
                Bench.START,
                asOf - 1,
                "email",
                "a@example.com",
                Map.of());
    }
}

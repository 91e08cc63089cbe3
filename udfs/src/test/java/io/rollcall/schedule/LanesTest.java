package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {

    /** One call at a time, so that order shows. */
    private static final Limits ONE_AT_A_TIME =
            new Limits(1_000, 1, 25_000, 50_000, 10_000, 0.1, 10_000);

    @Test
    void higherLanesGoFirst() {
        Bench bench = Bench.ready(ONE_AT_A_TIME, 1, 2, 3, 4);
        bench.wish(Bench.listWish(Wish.Kind.ADD, 1, 10, Lane.BACKFILL));
        bench.wish(Bench.add(2, 20));
        bench.wish(Bench.remove(3, 30));
        bench.wish(Bench.listWish(Wish.Kind.REMOVE, 4, 40, Lane.CONSENT));

        assertThat(listsInOrder(bench, 4)).containsExactly(4L, 3L, 2L, 1L);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void listsTakeTurnsInsideALane() {
        Bench bench = Bench.ready(ONE_AT_A_TIME, 1, 2, 3);
        fill(bench, 1, 900);
        fill(bench, 2, 900);
        fill(bench, 3, 300);

        assertThat(listsInOrder(bench, 6)).containsExactly(1L, 2L, 3L, 1L, 2L, 1L);
    }

    /** A list whose queue runs empty all the time is no newcomer each time. */
    @Test
    void aTrickleDoesNotStarveABacklog() {
        Bench bench = Bench.ready(ONE_AT_A_TIME, 1, 2);
        fill(bench, 2, 3_000);
        List<Long> order = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            bench.wish(Bench.add(1, 1_000 + i));
            Call call = bench.flushOne();
            order.add(call.list());
            bench.done(call);
        }

        assertThat(order.stream().filter(list -> list == 2)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void additionsGetTheirShareUnderEndlessRemovals() {
        Bench bench = Bench.ready(ONE_AT_A_TIME, 1, 2);
        for (int lead = 1; lead <= 3_000; lead++) {
            bench.wish(Bench.remove(1, lead));
        }
        bench.wish(Bench.add(2, 1));

        assertThat(listsInOrder(bench, 6)).containsExactly(1L, 1L, 1L, 1L, 2L, 1L);
    }

    @Test
    void listReadsGetTheirShareUnderEndlessAdditions() {
        Bench bench = Bench.ready(ONE_AT_A_TIME, 1);
        fill(bench, 1, 3_000);
        bench.activate(1, 2);

        assertThat(kindsInOrder(bench, 3)).contains(CallKind.READ);
    }

    @Test
    void listReadsGetTheirShareUnderEndlessRemovals() {
        Bench bench = Bench.ready(ONE_AT_A_TIME, 1);
        for (int lead = 1; lead <= 3_000; lead++) {
            bench.wish(Bench.remove(1, lead));
        }
        bench.activate(1, 2);

        assertThat(kindsInOrder(bench, 6)).contains(CallKind.READ);
    }

    /** The ledger takes its wishes back too, but only at its next sweep. */
    @Test
    void nothingIsPutOnAListWhoseActivationBecameADryRun() {
        Bench bench = Bench.ready(ONE_AT_A_TIME, 1);
        bench.wish(Bench.add(1, 10));
        bench.activateDryRun(1);

        bench.sleep(60_000);
        assertThat(bench.flush()).isEmpty();
        bench.activate(1);
        assertThat(listsInOrder(bench, 1)).containsExactly(1L);
    }

    /** However much is to be filled in, credits and permits are left for what happens now. */
    @Test
    void backfillDelaysALiveChangeByNoMoreThanOneCall() {
        Bench bench = Bench.ready(new Limits(10, 3, 25_000, 50_000, 10_000, 0.1, 10_000), 1, 2);
        for (int lead = 1; lead <= 6_000; lead++) {
            bench.wish(Bench.listWish(Wish.Kind.ADD, 1, lead, Lane.BACKFILL));
        }
        for (int i = 0; i < 20; i++) {
            bench.flush().forEach(bench::done);
        }
        bench.flush();
        bench.wish(Bench.remove(2, 1));

        assertThat(bench.flush()).extracting(Call::list).contains(2L);
    }

    @Test
    void aFullBatchGoesAtOnceAndNeverHoldsMoreThan300() {
        Bench bench = Bench.ready(1);
        fill(bench, 1, 301);
        bench.tick();
        bench.readAll();

        assertThat(bench.released).hasSize(1);
        assertThat(bench.released.get(0).members()).hasSize(300);
    }

    @Test
    void aPartFullBatchWaitsForTheMinimumAge() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(249);
        assertThat(bench.written(io.rollcall.report.Report.Kind.ANNOUNCED)).isEmpty();
        bench.pass(1);
        assertThat(bench.written(io.rollcall.report.Report.Kind.ANNOUNCED)).hasSize(1);
    }

    @Test
    void whatFollowsAFullBatchWaitsForItsOwnAge() {
        Bench bench = Bench.ready(1);
        fill(bench, 1, 304);
        for (int lead = 1; lead <= 4; lead++) {
            bench.wish(Bench.withdraw(1, lead));
        }
        bench.now += 200;
        bench.wish(Bench.add(1, 305));
        bench.pass(200);
        bench.readAll();

        assertThat(bench.released).hasSize(1);
        assertThat(bench.released.get(0).members()).hasSize(300);
    }

    @Test
    void nearThePaceAPartFullBatchWaitsLongerAndBeyondItForBudget() {
        Limits limits = new Limits(1_000, 5, 24_000, 50_000, 10_000, 0.1, 10_000);
        Pace pace = new Pace(limits, new Bench(limits, 0).settings);
        Book book = new Book();
        long noon = Day.startOf(Day.of(Bench.START)) + 12 * 3_600_000;
        book.callsToday = 8_000;
        assertThat(pace.wait(book, Lane.ADDITIONS, noon)).isEqualTo(250);
        book.callsToday = 9_720;
        assertThat(pace.wait(book, Lane.ADDITIONS, noon)).isBetween(4_000L, 6_000L);
        book.callsToday = 10_800;
        assertThat(pace.wait(book, Lane.ADDITIONS, noon)).isEqualTo(Long.MAX_VALUE);
        assertThat(pace.wait(book, Lane.REMOVALS, noon)).as("a flush at most").isEqualTo(10_000);
        assertThat(pace.wait(book, Lane.CONSENT, noon)).as("who refuses never").isEqualTo(250);
    }

    @Test
    void beyondThePaceRemovalsAndFullBatchesGoAndPartFullOnesWait() {
        Limits limits = new Limits(1_000, 5, 25_000, 50_000, 10_000, 0.1, 10_000);
        Bench bench = Bench.ready(limits, 1, 2, 3);
        Book book = bench.book();
        book.callsToday = 20_000;
        book.save(bench.store);
        bench.restart();
        bench.readAll();
        bench.wish(Bench.add(1, 1));
        bench.wish(Bench.remove(2, 1));
        fill(bench, 3, 300);
        bench.tick();
        bench.readAll();

        assertThat(bench.released).extracting(Call::list).containsExactly(3L);
        bench.pass(bench.settings.flushMaxAge().toMillis());
        bench.readAll();
        assertThat(bench.released).extracting(Call::list).containsExactly(3L, 2L);
    }

    @Test
    void aPartFullCallIsToppedUpFromLowerLanesOfTheSameWork() {
        Bench bench = Bench.ready(1, 2);
        bench.wish(Bench.listWish(Wish.Kind.ADD, 1, 1, Lane.BACKFILL));
        bench.wish(Bench.listWish(Wish.Kind.ADD, 2, 2, Lane.BACKFILL));
        bench.wish(Bench.add(1, 3));

        Call first = bench.flush().get(0);

        assertThat(first.members()).extracting(Sent::lead).containsExactly(3L, 1L);
        assertThat(first.list()).isEqualTo(1);
    }

    @Test
    void aWishThatMovesToAHigherLaneGoesWithIt() {
        Bench bench = Bench.ready(ONE_AT_A_TIME, 1, 2);
        fill(bench, 1, 300);
        bench.wish(Bench.listWish(Wish.Kind.REMOVE, 2, 9, Lane.REMOVALS));
        bench.wish(Bench.listWish(Wish.Kind.REMOVE, 2, 9, Lane.CONSENT));

        assertThat(listsInOrder(bench, 2)).containsExactly(2L, 1L);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void nothingIsSentForAListWithoutAnActivation() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.remove(9, 1));
        bench.wish(Bench.add(1, 1));

        assertThat(bench.flush()).extracting(Call::list).containsExactly(1L);
        assertThat(bench.flush()).isEmpty();
    }

    private static void fill(Bench bench, long list, int count) {
        for (int lead = 1; lead <= count; lead++) {
            bench.wish(Bench.add(list, lead));
        }
    }

    private static List<Long> listsInOrder(Bench bench, int calls) {
        List<Long> lists = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            Call call = bench.flushOne();
            lists.add(call.list());
            bench.done(call);
        }
        return lists;
    }

    private static List<CallKind> kindsInOrder(Bench bench, int calls) {
        List<CallKind> kinds = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            Call call = bench.flushOne();
            kinds.add(call.kind());
            bench.done(call);
        }
        return kinds;
    }
}

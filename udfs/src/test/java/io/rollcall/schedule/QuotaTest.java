package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.MemberStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final int HOUR = 3_600_000;
    private static final long[] LISTS = LongStream.rangeClosed(1, 40).toArray();

    @Test
    void theDayBeginsAtMidnightInChicagoAndMayHave23Or25Hours() {
        long spring = Day.of(Instant.parse("2026-03-08T12:00:00Z").toEpochMilli());
        long autumn = Day.of(Instant.parse("2026-11-01T12:00:00Z").toEpochMilli());

        assertThat(Instant.ofEpochMilli(Day.startOf(spring))).isEqualTo("2026-03-08T06:00:00Z");
        assertThat(Day.endOf(spring) - Day.startOf(spring)).isEqualTo(23 * HOUR);
        assertThat(Instant.ofEpochMilli(Day.startOf(autumn))).isEqualTo("2026-11-01T05:00:00Z");
        assertThat(Day.endOf(autumn) - Day.startOf(autumn)).isEqualTo(25 * HOUR);
        assertThat(Day.elapsed(Day.startOf(autumn) + 25 * HOUR / 2)).isEqualTo(0.5);
        assertThat(Day.of(Day.endOf(spring) - 1)).isEqualTo(spring);
        assertThat(Day.of(Day.endOf(spring))).isEqualTo(spring + 1);
    }

    @Test
    void theCountBeginsAnewAtMidnightOnDaysOfEitherChange() {
        for (String day : List.of("2026-03-08T12:00:00Z", "2026-11-01T12:00:00Z")) {
            Bench bench = Bench.ready(1);
            bench.now = Day.endOf(Day.of(Instant.parse(day).toEpochMilli())) - 1_000;
            bench.wish(Bench.add(1, 1));
            bench.done(bench.flushOne());
            assertThat(bench.book().callsToday).isEqualTo(1);
            bench.pass(1_000);
            assertThat(bench.book().callsToday).isZero();
        }
    }

    @Test
    void nothingGoesBeyondCallsPerDayNotEvenWithSeveralInFlight() {
        Bench bench = Bench.ready(new Limits(50, 5, 13, 50_000, 10_000, 0.1, 10_000), LISTS);
        remove(bench, 1, 40);
        work(bench, 60_000);

        assertThat(bench.released).hasSize(13);
    }

    @Test
    void theShareOfRemovalsIsTheirsAlone() {
        Bench bench = Bench.ready(new Limits(50, 5, 10, 50_000, 10_000, 0.3, 10_000), LISTS);
        for (long list : LISTS) {
            for (long lead = 1; lead <= 300; lead++) {
                bench.wish(Bench.add(list, lead));
            }
        }
        work(bench, 60_000);
        assertThat(bench.released).hasSize(7);
        remove(bench, 1, 40);
        work(bench, 60_000);

        assertThat(bench.released).hasSize(10);
        assertThat(bench.released.subList(7, 10))
                .extracting(Call::kind)
                .containsOnly(CallKind.REMOVE);
    }

    @Test
    void beyondTheReserveForOthersOnlyRemovalsGo() {
        Limits limits = new Limits(50, 5, 25_000, 1_000, 200, 0.1, 10_000);
        Bench bench = Bench.ready(limits, 1, 2);
        Book book = bench.book();
        book.totalToday = 800;
        book.day = Day.of(bench.now);
        book.save(bench.store);
        bench.restart();
        bench.readAll();
        bench.wish(Bench.add(1, 1));
        bench.wish(Bench.remove(2, 1));

        assertThat(bench.flushOne().kind()).isEqualTo(CallKind.REMOVE);
    }

    /** Between two usage checks our own calls are everybody's too. */
    @Test
    void ourOwnCallsSinceTheLastCheckCountTowardsTheReserve() {
        Limits limits = new Limits(50, 5, 25_000, 1_000, 200, 0.1, 10_000);
        Bench bench = Bench.ready(limits, LISTS);
        Book book = bench.book();
        book.totalToday = 795;
        book.day = Day.of(bench.now);
        book.save(bench.store);
        bench.restart();
        bench.readAll();
        for (long list : LISTS) {
            bench.wish(Bench.add(list, 1));
        }
        work(bench, 60_000);

        assertThat(bench.released).hasSize(5);
    }

    @Test
    void usageOfYesterdayIsNotHeldAgainstToday() {
        Bench bench = Bench.ready(1);
        bench.askForUsage(true);
        bench.restart();
        bench.readAll();
        bench.now = Day.endOf(Day.of(bench.now)) - 1_000;
        bench.wish(Bench.add(1, 1));
        Call usage =
                bench.flush().stream()
                        .filter(call -> call.kind() == CallKind.USAGE)
                        .findFirst()
                        .orElseThrow();
        bench.pass(2_000);
        bench.usage(usage, 24_000, 45_000);

        assertThat(bench.book().callsToday).isLessThan(10);
    }

    @Test
    void noMoreThanTheDailyNumberOfPeopleIsCreated() {
        Bench bench = Bench.ready(new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 500));
        for (int i = 0; i < 2_000; i++) {
            bench.wish(Bench.create("p" + i, "p" + i + "@example.com"));
        }
        work(bench, 60_000);

        long asked = bench.released.stream().mapToLong(call -> call.members().size()).sum();
        assertThat(asked).isEqualTo(500);
        assertThat(bench.book().createdToday).isEqualTo(500);
        assertThat(bench.outcomes)
                .extracting(Outcome::reason)
                .filteredOn(reason -> reason.contains("created"))
                .singleElement()
                .asString()
                .startsWith("500 people were created today, all that limits.creates-per-day");
    }

    @Test
    void onlyPeopleWhoWereCreatedCount() {
        Bench bench = Bench.ready(new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 2));
        for (int i = 0; i < 4; i++) {
            bench.wish(Bench.create("p" + i, "p" + i + "@example.com"));
        }
        for (Call call : bench.flush()) {
            assertThat(call.members()).hasSize(2);
            bench.answered(call, MemberStatus.UPDATED, null);
        }

        assertThat(bench.flush()).hasSize(1);
    }

    private static void remove(Bench bench, long from, long to) {
        for (long list = from; list <= to; list++) {
            bench.wish(Bench.remove(list, 9_999));
        }
    }

    /** Every call is answered in time while so much time passes. */
    private static void work(Bench bench, long millis) {
        int ended = 0;
        for (long left = millis; left > 0; left -= 250) {
            bench.pass(250);
            bench.readAll();
            List<Call> open = List.copyOf(bench.released.subList(ended, bench.released.size()));
            ended = bench.released.size();
            open.forEach(bench::done);
        }
    }
}

package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final long LIST = 1;

    @Test
    void nothingWaitsAndNothingTakesTime() {
        Bench bench = Bench.ready(LIST);

        assertThat(bench.figures().forecast().calls()).isZero();
        assertThat(bench.figures().forecast().secondsFrom(bench.now)).isZero();
    }

    @Test
    void fullCallsGoAsFastAsTheWindowLetsThem() {
        Forecast forecast = additions(limits(10, 20_000, 100), 3_001);

        assertThat(forecast.calls()).isEqualTo(11);
        assertThat(forecast.secondsFrom(Bench.START)).isEqualTo(22);
    }

    @Test
    void whoHasNoLeadTakesTwoCalls() {
        Bench bench = new Bench(limits(10, 20_000, 100));
        bench.begin(LIST);
        IntStream.range(0, 30).forEach(i -> bench.wish(ImportBench.creation(LIST, i)));

        assertThat(bench.figures().forecast().calls()).isEqualTo(2);
    }

    @Test
    void whatIsBeyondTheDaysCallsWaitsForMidnightInChicago() {
        Forecast forecast = additions(limits(10, 10, 100), 300 * 12);

        long midnight = Day.endOf(Day.of(Bench.START));
        assertThat(forecast.doneAt()).isBetween(midnight, midnight + 20_000);
    }

    @Test
    void callsKeptForWhoLeavesAreNotCounted() {
        Limits half = new Limits(10, 10, 10, 50_000, 0, 0.5, 100);

        // Five today, five tomorrow, two on the day after.
        assertThat(additions(half, 300 * 12).doneAt())
                .isGreaterThanOrEqualTo(Day.startOf(Day.of(Bench.START) + 2));
    }

    @Test
    void whoMayNotBeCreatedTodayWaitsForTomorrow() {
        Bench bench = new Bench(limits(10, 20_000, 100));
        bench.begin(LIST);
        IntStream.range(0, 201).forEach(i -> bench.wish(ImportBench.creation(LIST, i)));

        assertThat(bench.figures().forecast().doneAt())
                .isEqualTo(Day.startOf(Day.of(bench.now) + 2));
    }

    @Test
    void aFileTakesWhatAnImportCosts() {
        ImportBench imports = ImportBench.ready(LIST).additions(LIST, ImportBench.ADDITIONS);

        assertThat(imports.bench.figures().forecast().calls())
                .isEqualTo((long) ImportBench.SETTINGS.calls());
    }

    @Test
    void bothLanesOfAListShareItsFile() {
        ImportBench imports = ImportBench.ready(LIST).additions(LIST, 500);
        IntStream.rangeClosed(501, 1_000).forEach(lead -> imports.bench.wish(backfill(LIST, lead)));

        assertThat(imports.bench.figures().forecast().calls())
                .isEqualTo((long) ImportBench.SETTINGS.calls());
    }

    @Test
    void lanesOfOneListShareACallAndListsTheCallThatCreates() {
        Bench bench = new Bench(limits(10, 20_000, 1_000));
        bench.begin(1, 2, 3);
        bench.wish(Bench.add(1, 1));
        bench.wish(backfill(1, 2));
        bench.wish(ImportBench.creation(2, 1));
        bench.wish(ImportBench.creation(3, 1));

        bench.wish(Bench.remove(1, 3));
        bench.wish(Bench.listWish(Wish.Kind.REMOVE, 1, 4, Lane.CONSENT));

        // One to add to the first and one to remove from it; one to create, and one to add to each
        // of the others.
        assertThat(bench.figures().forecast().calls()).isEqualTo(5);
    }

    @Test
    void theyAreTheCallsThatTheSchedulerMakes() {
        ImportBench imports = ImportBench.ready(1, 2).additions(1, ImportBench.ADDITIONS);
        imports.additions(2, 700);
        IntStream.rangeClosed(8_001, 8_301)
                .forEach(lead -> imports.bench.wish(Bench.remove(2, lead)));
        long calls = imports.bench.figures().forecast().calls();

        imports.settle();

        assertThat(imports.kinds()).hasSize((int) calls).contains(CallKind.IMPORT, CallKind.ADD);
    }

    @Test
    void whoGoesByIngestionTakesNoCallOfRestButRequestsFiveAtATime() {
        Bench bench = ingesting(Limits.INGESTION_PER_DAY);
        IntStream.rangeClosed(1, 24_001).forEach(lead -> bench.wish(Bench.add(LIST, lead)));
        Forecast forecast = bench.figures().forecast();

        assertThat(forecast.calls()).isZero();
        assertThat(forecast.requests()).isEqualTo(25);
        assertThat(forecast.secondsFrom(bench.now)).isEqualTo(5);
    }

    @Test
    void whoseLeadIsNotKnownIsLookedUpByRestAndAddedByIngestion() {
        Bench bench = ingesting(Limits.INGESTION_PER_DAY);
        IntStream.range(0, 301).forEach(i -> bench.wish(Bench.lookup("p" + i, Lane.ADDITIONS)));
        Forecast forecast = bench.figures().forecast();

        assertThat(forecast.calls()).isEqualTo(2);
        assertThat(forecast.requests()).isEqualTo(1);
    }

    @Test
    void whoLeavesGoesByRestAlsoWhereOthersAreIngested() {
        Bench bench = ingesting(Limits.INGESTION_PER_DAY);
        bench.wish(Bench.remove(LIST, 7));
        bench.wish(Bench.lookup("p8", Lane.REMOVALS));
        Forecast forecast = bench.figures().forecast();

        assertThat(forecast.calls()).as("a look-up, and a removal of each").isEqualTo(3);
        assertThat(forecast.requests()).isZero();
    }

    @Test
    void beyondTheDayOfIngestionPeopleWaitForMidnightThoughCallsAreLeft() {
        Bench bench = ingesting(1_000);
        IntStream.rangeClosed(1, 2_001).forEach(lead -> bench.wish(Bench.add(LIST, lead)));

        assertThat(bench.figures().forecast().doneAt())
                .isGreaterThanOrEqualTo(Day.startOf(Day.of(bench.now) + 2))
                .isLessThan(Day.startOf(Day.of(bench.now) + 2) + 1_000);
    }

    @Test
    void itIsMadeAnewEveryFewSecondsOnly() {
        Bench bench = Bench.ready(LIST);
        Forecast first = bench.figures().forecast();
        bench.wish(Bench.add(LIST, 1));

        bench.now += 4_999;
        assertThat(bench.figures().forecast()).isSameAs(first);
        bench.now += 1;
        assertThat(bench.figures().forecast().calls()).isEqualTo(1);
    }

    private static Bench ingesting(int aDay) {
        Bench bench = Bench.ready(new Limits(10, 10, 20_000, 50_000, 0, 0, 100, aDay), LIST);
        bench.ingest();
        return bench;
    }

    private static Wish backfill(long list, long lead) {
        return Bench.listWish(Wish.Kind.ADD, list, lead, Lane.BACKFILL);
    }

    private static Forecast additions(Limits limits, int people) {
        Bench bench = new Bench(limits);
        bench.begin(LIST);
        IntStream.rangeClosed(1, people).forEach(lead -> bench.wish(Bench.add(LIST, lead)));
        bench.now = Bench.START;
        return bench.figures().forecast();
    }

    private static Limits limits(int in20s, int aDay, int creates) {
        return new Limits(in20s, 10, aDay, 50_000, 0, 0, creates);
    }
}

package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
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

package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingTest {

    private static final ImportSettings USUAL = ImportSettings.atMost(2);

    private static Filing filing(ImportSettings settings, boolean known, boolean ingests) {
        return Filing.of(
                settings,
                Bench.instance(Bench.LIMITS).ingesting(ingests ? "http://127.0.0.1" : null),
                known);
    }

    @ParameterizedTest
    @CsvSource({
        "44700, 0, 44700",
        "44701, 1, 0",
        "100000, 1, 0",
        "103300, 1, 3300",
        "103301, 2, 0",
        "120000, 2, 0",
        "144701, 2, 0",
        "1000000, 10, 0"
    })
    void filesAreMadeAsLongAsWhatIsLeftSparesCalls(long people, long files, long others) {
        assertThat(filing(USUAL, true, false).filed(people))
                .isEqualTo(new Filing.Filed(files, others));
    }

    @ParameterizedTest
    @CsvSource({
        "22201, 22201, 1, 0", "22201, 22200, 0, 22201", "100000, 30000, 3, 10000",
        "100000, 10000, 3, 10000", "60000, 0, 2, 0", "52500, 30000, 2, 0"
    })
    void whoMayBeCreatedOnADayMakesAFileOfThatDay(
            long people, long today, long files, long others) {
        Limits limits = new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 30_000);

        assertThat(Filing.of(USUAL, Bench.instance(limits), false).filed(people, today))
                .isEqualTo(new Filing.Filed(files, others));
    }

    /** What is hardly less than the file before has come since: it may never end. */
    @ParameterizedTest
    @CsvSource({
        "20000, 10000, 1, 0",
        "20000, 10001, 0, 10001",
        "20000, 3300, 0, 3300",
        "0, 10000, 0, 10000"
    })
    void whatIsLeftIsMuchLessThanTheFileBefore(long file, long people, long files, long others) {
        assertThat(filing(USUAL, true, false).after(file).filed(people))
                .isEqualTo(new Filing.Filed(files, others));
    }

    @Test
    void whoMayBeCreatedTomorrowIsNotWhatIsLeftOfToday() {
        Limits limits = new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 50_000);

        assertThat(Filing.of(USUAL, Bench.instance(limits), false).filed(60_000, 50_000))
                .isEqualTo(new Filing.Filed(1, 10_000));
    }

    @Test
    void noFileIsMadeWhereImportsAreForbidden() {
        Filing forbidden = filing(ImportSettings.atMost(0), true, false);

        assertThat(forbidden.filed(1_000_000)).isEqualTo(new Filing.Filed(0, 1_000_000));
        assertThat(forbidden.after(100_000).pays(20_000)).isFalse();
    }

    /** It takes no call of REST to add them, so a file spares none. */
    @Test
    void whoIsAddedByIngestionIsInNoFile() {
        assertThat(filing(USUAL, true, true).pays(10_000_000)).isFalse();
        assertThat(filing(USUAL, false, true).pays(44_700)).as("one call each").isFalse();
        assertThat(filing(USUAL, false, true).pays(44_701)).isTrue();
    }

    @Test
    void theSchedulerMakesAsManyFilesAndCallsForTheRest() {
        ImportSettings small = new ImportSettings(2, 1_000, 400, 2, Duration.ZERO, Duration.ZERO);
        Filing.Filed filed = filing(small, true, false).filed(2_300);
        ImportBench imports = ImportBench.with(small, 1).additions(1, 2_300).settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize((int) filed.files()).hasSize(2);
        assertThat(imports.released(CallKind.ADD))
                .hasSize((int) Shares.of(filed.others(), CallKind.ADD.mostMembers()));
    }

    /** So a first export under match-only makes no file, as {@code scripts/plan} has it. */
    @Test
    void whoseLeadIsLookedUpIsAddedAsFastAsTheLeadsAreTold() {
        int people = 12_000;
        Limits few = new Limits(4, 5, 25_000, 50_000, 10_000, 0.1, 10_000);
        assertThat(Filing.of(USUAL, Bench.instance(few), true).pays(people)).isTrue();
        ImportBench imports = ImportBench.with(USUAL, few, 1);
        IntStream.range(0, people)
                .forEach(i -> imports.bench.wish(Bench.lookup("p" + i, Lane.ADDITIONS)));

        Call call = imports.next(Duration.ofMinutes(1));
        while (call != null) {
            imports.answer(call);
            if (call.kind() == CallKind.LOOKUP) {
                call.members().forEach(found -> imports.bench.wish(Bench.add(1, lead(found))));
            }
            call = imports.next(Duration.ofMinutes(1));
        }

        assertThat(imports.onLists).hasSize(people);
        assertThat(imports.released(CallKind.IMPORT)).isEmpty();
        assertThat(imports.released(CallKind.ADD)).hasSizeBetween(people / 300, people / 300 + 2);
    }

    private static long lead(Sent found) {
        return 1 + Long.parseLong(found.person().substring(1));
    }
}

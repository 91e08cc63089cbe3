package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.CallKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractSettingsTest {

    private static final ExtractSettings USUAL = ExtractSettings.atMost(1, Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"0, 1", "599, 2", "8999, 30", "9000, 34", "100000, 43", "1000000, 133"})
    void aLongListTakesThirtyPagesAndAFile(long members, long calls) {
        assertThat(USUAL.calls(members)).isEqualTo(calls);
    }

    @Test
    void whereExtractsAreForbiddenPagesDoIt() {
        assertThat(ExtractSettings.NEVER.calls(100_000)).isEqualTo(334);
    }

    @Test
    void theSchedulerMakesAsMany() {
        ExtractBench extract = new ExtractBench(1, 1).afterTwoPages();
        extract.completed(900, 5);
        extract.rows(extract.next(CallKind.EXTRACT_FILE), 900, 1, 2, 3, 4, 5);

        assertThat(extract.bench.released)
                .hasSize((int) extract.bench.settings.extracts().calls(1_000));
    }
}

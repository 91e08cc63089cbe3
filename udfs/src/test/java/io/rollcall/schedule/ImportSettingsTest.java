package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportSettingsTest {

    /** An import takes a minute, in which so many calls would have done the work as well. */
    @ParameterizedTest
    @CsvSource({
        "3300, 1,  4, false", "3301, 1,  4, true", "1500, 2,  4, false", "1501, 2,  4, true",
        "3301, 1, 50, false", "44700, 1, 50, false", "44701, 1, 50, true", "22201, 2, 50, true",
        "0, 1, 50, false", "89700, 1, 100, false", "89701, 1, 100, true"
    })
    void aFilePaysWhereItSparesCallsAndIsNoSlower(int people, int each, int per20s, boolean pays) {
        assertThat(ImportSettings.atMost(2).pays(people, each, per20s)).isEqualTo(pays);
    }
}

package io.rollcall.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTableTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "verdicts.csv", numLinesToSkip = 1)
    void everyCodeHasItsVerdict(
            String code, Verdict call, Reaction ofCall, Verdict record, Reaction ofRecord) {
        ErrorVerdict whole = ErrorTable.verdict(code, ErrorLevel.RESPONSE);
        ErrorVerdict one = ErrorTable.verdict(code, ErrorLevel.RECORD);
        assertThat(whole.executed()).isEqualTo(call);
        assertThat(whole.reaction()).isEqualTo(ofCall);
        assertThat(one.executed()).isEqualTo(record);
        assertThat(one.reaction()).isEqualTo(ofRecord);
        assertThat(whole.advice()).matches("[A-Z].*[.?]");
    }

    @Test
    void everyCodeThatMarketoDocumentsHasAVerdict() throws IOException {
        assertThat(firstColumn("error-codes.csv"))
                .hasSize(71)
                .allMatch(code -> ErrorTable.label(code).equals(code));
    }

    @Test
    void everyVerdictHasATestRow() throws IOException {
        assertThat(ErrorTable.codes())
                .containsExactlyInAnyOrderElementsOf(firstColumn("verdicts.csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "http-500,PERHAPS,RETRY", "http-502,PERHAPS,RETRY", "http-599,PERHAPS,RETRY",
        "http-400,NOT_DONE,RETRY", "http-418,NOT_DONE,RETRY", "http-301,NOT_DONE,ACCESS",
        "http-204,PERHAPS,RETRY"
    })
    void httpStatusesAreJudgedByTheirFamily(String code, Verdict executed, Reaction reaction) {
        ErrorVerdict verdict = ErrorTable.verdict(code, ErrorLevel.RESPONSE);
        assertThat(verdict.executed()).isEqualTo(executed);
        assertThat(verdict.reaction()).isEqualTo(reaction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"617", "1081", "9999", "nonsense", "", "http-5", "600a"})
    void anUnknownCodeIsTriedAgainAndNeverDropped(String code) {
        assertThat(ErrorTable.verdict(code, ErrorLevel.RESPONSE).reaction())
                .isEqualTo(Reaction.RETRY);
        assertThat(ErrorTable.verdict(code, ErrorLevel.RESPONSE).executed())
                .isEqualTo(Verdict.PERHAPS);
        assertThat(ErrorTable.verdict(code, ErrorLevel.RECORD).reaction())
                .isEqualTo(Reaction.RETRY_MEMBER);
        assertThat(ErrorTable.label(code)).isEqualTo("other");
    }

    @Test
    void noCodeAtAllIsTriedAgainToo() {
        assertThat(ErrorTable.verdict(null, ErrorLevel.RECORD).reaction())
                .isEqualTo(Reaction.RETRY_MEMBER);
    }

    /** The codes that RudderStack drops for good (peers.md, 2b). */
    @ParameterizedTest
    @ValueSource(
            strings = {"500", "614", "713", "719", "1016", "1019", "1022", "1029", "606", "611"})
    void whatPeersDropIsTriedAgainAtRecordLevel(String code) {
        assertThat(ErrorTable.verdict(code, ErrorLevel.RECORD).reaction())
                .isEqualTo(Reaction.RETRY_MEMBER);
    }

    private static List<String> firstColumn(String resource) throws IOException {
        try (var in = ErrorTableTest.class.getResourceAsStream(resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", 2)[0]).toList();
        }
    }
}

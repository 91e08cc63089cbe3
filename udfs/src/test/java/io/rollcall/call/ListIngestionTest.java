package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListIngestionTest extends CallerTestCase {

    private static Call ingest(long... leads) {
        return call(
                CallKind.INGEST,
                1001,
                LongStream.of(leads).mapToObj(CallerTestCase::lead).toList());
    }

    private Report ended(Call call) {
        Instance rest = instance(marketo.endpoint(), Duplicates.MOST_RECENTLY_UPDATED, null);
        return end(caller(rest.ingesting(marketo.endpoint())), call);
    }

    @Test
    void sendsLeadsAndTheTokenInItsOwnHeader() {
        marketo.answers(202, "");

        Report report = ended(ingest(318594, 318595));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.path()).isEqualTo("/subscriptions/123-ABC-456/lists");
        assertThat(seen.query()).isNull();
        assertThat(seen.headers())
                .containsKeys("X-mkto-user-token", "X-correlation-id")
                .doesNotContainKey("Authorization");
        assertThat(seen.body())
                .isEqualTo("{\"listId\":1001,\"input\":[{\"leadId\":318594},{\"leadId\":318595}]}");
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.members())
                .extracting(Member::status)
                .containsExactly(MemberStatus.ACCEPTED, MemberStatus.ACCEPTED);
    }

    @Test
    void sendsAThousandInOneRequestAndNoMore() {
        marketo.answers(202, "");

        assertThat(ended(ingest(LongStream.rangeClosed(1, 1_000).toArray())).verdict())
                .isEqualTo(Verdict.DONE);
        assertThat(ended(ingest(LongStream.rangeClosed(1, 1_001).toArray())).code())
                .isEqualTo("too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "401, 401013, NOT_DONE, 401013",
        "429, 4290801, NOT_DONE, 4290801",
        "500, 5000801, PERHAPS, 5000801",
        "400, 4000802, NOT_DONE, 4000802",
        "403, 1004, NOT_DONE, http-403",
        "502, 7, PERHAPS, http-502"
    })
    void anErrorHasACodeOfItsOwn(int status, String code, Verdict verdict, String reported) {
        marketo.answers(status, "{\"error_code\":\"" + code + "\",\"message\":\"no\"}");

        Report report = ended(ingest(7));

        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.code()).isEqualTo(reported);
    }

    @Test
    void anAnswerThatIsNotTheirsProvesNothing() {
        marketo.answers(200, "<html>welcome</html>");

        assertThat(ended(ingest(7)).verdict()).isEqualTo(Verdict.PERHAPS);
    }
}

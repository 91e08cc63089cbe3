package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.Usage;
import io.rollcall.report.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyUsageTest extends CallerTestCase {

    private static final String TODAY =
            """
            {"requestId":"1#2","result":[{"date":"2026-11-22","total":29,"users":[
             {"userId":"API@acme.example","count":20},{"userId":"other@acme.example","count":9}]}],"success":true}""";

    private Report usage() {
        return end(call(CallKind.USAGE, 0, List.of()));
    }

    @Test
    void countsTheCallsOfTheTokensUserAndOfEverybody() {
        marketo.answers(TODAY);
        Report report = usage();
        assertThat(marketo.onlyCall().method()).isEqualTo("GET");
        assertThat(marketo.onlyCall().path()).isEqualTo("/rest/v1/stats/usage.json");
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.usage()).isEqualTo(new Usage(20, 29));
    }

    @Test
    void countsAllCallsAsOursWhenTheTokenNamesNobody() {
        marketo.givesToken(200, "{\"access_token\":\"t\",\"expires_in\":3599}").answers(TODAY);
        assertThat(usage().usage()).isEqualTo(new Usage(29, 29));
    }

    @Test
    void anAnswerWithoutATotalSaysNothing() {
        marketo.answers("{\"requestId\":\"1#2\",\"result\":[],\"success\":true}");
        assertThat(usage().code()).isEqualTo("unreadable");
        assertThat(usage().usage()).isNull();
    }
}

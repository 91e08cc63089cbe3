package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadDeletionTest extends CallerTestCase {

    @Test
    void deletesByIdAndTellsWhoWasGoneAlready() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":8,"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]},{"id":7,"status":"deleted"}],"success":true}""");
        Report report = end(deletion(7, 8));
        assertThat(marketo.onlyCall().method()).isEqualTo("POST");
        assertThat(marketo.onlyCall().path()).isEqualTo("/rest/v1/leads/delete.json");
        assertThat(report.members())
                .extracting(Member::lead, Member::status, Member::code)
                .containsExactly(
                        tuple(7L, MemberStatus.DELETED, null),
                        tuple(8L, MemberStatus.SKIPPED, "1004"));
    }

    @Test
    void aMemberOfWhomTheAnswerSaysNothingPerhapsLives() {
        marketo.answers("{\"requestId\":\"1#2\",\"result\":[],\"success\":true}");
        Report report = end(deletion(7));
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.members()).extracting(Member::status).containsExactly(MemberStatus.SENT);
    }

    @Test
    void aRefusalAsAWholeDeletesNobody() {
        marketo.answers(
                """
                {"requestId":"1#2","success":false,"errors":[{"code":"603","message":"Access denied"}]}""");
        assertThat(end(deletion(7)).verdict()).isEqualTo(Verdict.NOT_DONE);
    }

    private static Call deletion(long... leads) {
        List<Sent> members =
                java.util.Arrays.stream(leads)
                        .mapToObj(l -> new Sent("email:p" + l, l, "id", "" + l, 0, Map.of()))
                        .toList();
        return call(CallKind.DELETE, 0, members);
    }
}

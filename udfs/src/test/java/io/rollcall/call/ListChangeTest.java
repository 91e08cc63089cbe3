package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ListChangeTest extends CallerTestCase {

    private static Call change(CallKind kind, long... leads) {
        return call(kind, 1001, LongStream.of(leads).mapToObj(CallerTestCase::lead).toList());
    }

    @Test
    void addsWithABodyAndReadsResultsByLeadId() {
        marketo.answers(
                """
                {"requestId":"6860#1706170ba29","result":[{"id":318595,"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]},
                 {"id":318594,"status":"added"}],"success":true}""");

        Report report = end(change(CallKind.ADD, 318594, 318595));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.path()).isEqualTo("/rest/v1/lists/1001/leads.json");
        assertThat(seen.query()).isNull();
        assertThat(seen.headers()).containsEntry("Content-type", "application/json");
        assertThat(seen.body()).isEqualTo("{\"input\":[{\"id\":318594},{\"id\":318595}]}");
        assertThat(report.list()).isEqualTo(1001);
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.members())
                .extracting(Member::lead, Member::status, Member::code)
                .containsExactly(
                        tuple(318594L, MemberStatus.ADDED, null),
                        tuple(318595L, MemberStatus.SKIPPED, "1004"));
    }

    @Test
    void removesByRepeatedIds() {
        marketo.answers(
                """
                {"requestId":"9e79#17061689ac3","result":[{"id":7149,"status":"removed"},
                 {"id":7150,"status":"skipped","reasons":[{"code":"1015","message":"Lead not in list"}]}],"success":true}""");

        Report report = end(change(CallKind.REMOVE, 7149, 7150));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method()).isEqualTo("DELETE");
        assertThat(seen.path()).isEqualTo("/rest/v1/lists/1001/leads.json");
        assertThat(seen.query()).isEqualTo("id=7149&id=7150");
        assertThat(report.members())
                .extracting(Member::lead, Member::status, Member::code)
                .containsExactly(
                        tuple(7149L, MemberStatus.REMOVED, null),
                        tuple(7150L, MemberStatus.SKIPPED, "1015"));
    }

    @Test
    void removesThreeHundredLeadsInOneCall() {
        marketo.answers("{\"requestId\":\"1#2\",\"result\":[],\"success\":true}");
        end(change(CallKind.REMOVE, LongStream.range(1_000_000_000L, 1_000_000_300L).toArray()));
        assertThat(marketo.onlyCall().method()).isEqualTo("DELETE");
        assertThat(marketo.onlyCall().param("id")).hasSize(300);
    }

    @Test
    void aMemberMissingInTheAnswerIsUnknown() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":1,"status":"added"},{"id":77,"status":"added"}],"success":true}""");
        Report report = end(change(CallKind.ADD, 1, 2));
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.members())
                .extracting(Member::lead, Member::status)
                .containsExactly(tuple(1L, MemberStatus.ADDED), tuple(2L, MemberStatus.SENT));
    }

    @Test
    void aStatusOfTheOtherDirectionIsUnknown() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":1,"status":"removed"}],"success":true}""");
        assertThat(end(change(CallKind.ADD, 1)).members())
                .extracting(Member::status)
                .containsExactly(MemberStatus.SENT);
    }

    @Test
    void contradictingResultsAreUnknown() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":1,"status":"added"},{"id":1,"status":"skipped","reasons":[{"code":"1004"}]}],"success":true}""");
        assertThat(end(change(CallKind.ADD, 1)).members())
                .extracting(Member::status)
                .containsExactly(MemberStatus.SENT);
    }

    @Test
    void aLeadStandsInACallOnlyOnce() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":5,"status":"added"}],"success":true}""");
        Report report = end(change(CallKind.ADD, 5, 5));
        assertThat(marketo.onlyCall().body()).isEqualTo("{\"input\":[{\"id\":5}]}");
        assertThat(report.members()).extracting(Member::status).containsOnly(MemberStatus.ADDED);
    }

    @Test
    void aMemberWithoutALeadIsNeverSent() {
        Report report = end(change(CallKind.ADD, 5, 0));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(report.code()).isEqualTo("mixed");
        assertThat(marketo.calls).isEmpty();
    }

    @Test
    void moreThanThreeHundredMembersAreNeverSent() {
        Report report = end(change(CallKind.ADD, LongStream.rangeClosed(1, 301).toArray()));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(report.code()).isEqualTo("too-large");
        assertThat(marketo.calls).isEmpty();
    }

    @Test
    void aListThatIsGoneIsSaidOfTheCall() {
        marketo.answers(
                """
                {"requestId":"1#2","success":false,"errors":[{"code":"1013","message":"Object not found"}]}""");
        Report report = end(change(CallKind.ADD, 5));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(report.code()).isEqualTo("1013");
        assertThat(report.requestId()).isEqualTo("1#2");
        assertThat(report.members()).extracting(Member::status).containsOnly(MemberStatus.SENT);
    }

    @Test
    void whoWasLeftOutIsInTheReportAndNotInTheRequest() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":5,"status":"added"}],"success":true}""");
        Call call = change(CallKind.ADD, 5);
        Member late = Member.onList("email:late@x", 6, MemberStatus.CANDIDATE, null);
        Report report =
                end(
                        new Call(
                                call.id(),
                                call.job(),
                                call.instance(),
                                call.kind(),
                                call.list(),
                                call.run(),
                                call.sequence(),
                                call.readBackAt(),
                                call.members(),
                                List.of(late),
                                null));
        assertThat(marketo.onlyCall().body()).doesNotContain("6");
        assertThat(report.members())
                .extracting(Member::lead, Member::status)
                .containsExactly(tuple(5L, MemberStatus.ADDED), tuple(6L, MemberStatus.LEFT_OUT));
    }

    @Test
    void noDataFoundOnAChangeSaysNothingOfItsMembers() {
        marketo.answers(
                """
                {"requestId":"1#2","success":false,"errors":[{"code":"702","message":"No data found"}]}""");
        assertThat(end(change(CallKind.ADD, 5)).members())
                .extracting(Member::status)
                .containsExactly(MemberStatus.SENT);
    }
}

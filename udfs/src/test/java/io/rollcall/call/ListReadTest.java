package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.event.Identity;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListReadTest extends CallerTestCase {

    private static Call read(ListPage page) {
        return call(CallKind.READ, 1001, List.of(), page);
    }

    @Test
    void readsAPageAndNamesItsMembersByEveryIdentity() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[
                 {"id":1,"email":" Ada@ACME.example","ecidText":"38143"},
                 {"id":2,"email":"bob@acme.example","ecidText":null},
                 {"id":3,"email":null,"ecidText":null}],
                 "success":true,"nextPageToken":"GWP55+/==","moreResult":true}""");

        Report report = end(read(new ListPage(0, null, false, 0)));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method()).isEqualTo("GET");
        assertThat(seen.path()).isEqualTo("/rest/v1/lists/1001/leads.json");
        assertThat(seen.query()).isEqualTo("fields=id%2Cemail%2CecidText&batchSize=300");
        Identity ada = new Identity("email", "ada@acme.example");
        Identity ecid = new Identity("ecid", "38143");
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.page()).isEqualTo(new ListPage(4711, "GWP55+/==", false, 1));
        assertThat(report.members())
                .extracting(Member::person, Member::lead, Member::status, Member::identities)
                .containsExactly(
                        tuple(ada.key(), 1L, MemberStatus.PRESENT, List.of(ada, ecid)),
                        tuple(ecid.key(), 1L, MemberStatus.PRESENT, List.of(ada, ecid)),
                        tuple(
                                "email:bob@acme.example",
                                2L,
                                MemberStatus.PRESENT,
                                List.of(new Identity("email", "bob@acme.example"))));
    }

    @Test
    void asksForTheNextPageOfTheSameRead() {
        marketo.answers("{\"requestId\":\"1#2\",\"result\":[],\"success\":true}");
        Report report = end(read(new ListPage(99, "GWP55+/==", false, 0)));
        assertThat(marketo.onlyCall().param("nextPageToken")).containsExactly("GWP55+/==");
        assertThat(report.page()).isEqualTo(new ListPage(99, null, true, 0));
    }

    @Test
    void anEmptyListIsReadToItsEnd() {
        marketo.answers(
                """
                {"requestId":"1#2","success":false,"errors":[{"code":"702","message":"No data found"}]}""");
        assertThat(end(read(null)).page()).isEqualTo(new ListPage(4711, null, true, 0));
    }

    @Test
    void aPageThatPromisesMoreWithoutATokenProvesNothing() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[],"success":true,"moreResult":true}""");
        assertThat(end(read(null)).code()).isEqualTo("unreadable");
    }

    @Test
    void aRefusedTokenIsSaidByItsCodeWithThePageAskedFor() {
        marketo.answers(
                """
                {"requestId":"1#2","success":false,"errors":[{"code":"1003","message":"Invalid paging token"}]}""");
        ListPage asked = new ListPage(99, "OLD", false, 0);
        Report report = end(read(asked));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(report.code()).isEqualTo("1003");
        assertThat(report.page()).isEqualTo(asked);
    }
}

package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.event.Identity;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadLookupTest extends CallerTestCase {

    private static final String NOBODY =
            "{\"requestId\":\"e42b#14272d07d78\",\"result\":[],\"success\":true}";

    private static Call lookup(Sent... members) {
        return call(CallKind.LOOKUP, 0, List.of(members));
    }

    @Test
    void asksByFilterAndReportsWhoIsALead() {
        marketo.answers(
                """
                {"requestId":"a9ef#17d4ee0f1ad","result":[
                 {"id":7149,"email":"ada@acme.example","updatedAt":"2021-11-23T22:57:18Z","createdAt":"2021-11-23T22:57:18Z"}],
                 "success":true}""");

        Report report = end(lookup(byEmail("ada@acme.example"), byEmail("bob@acme.example")));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method()).isEqualTo("GET");
        assertThat(seen.path()).isEqualTo("/rest/v1/leads.json");
        assertThat(seen.query())
                .isEqualTo(
                        "filterType=email&filterValues=ada%40acme.example%2Cbob%40acme.example"
                                + "&fields=id%2CupdatedAt%2CcreatedAt%2Cemail%2CecidText&batchSize=300");
        assertThat(seen.headers()).containsEntry("Authorization", "Bearer tok-1:lon");
        assertThat(seen.body()).isEmpty();
        assertThat(report.kind()).isEqualTo(Report.Kind.ENDED);
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.requestId()).isEqualTo("a9ef#17d4ee0f1ad");
        assertThat(report.at()).isEqualTo(NOW);
        assertThat(report.sequence()).isEqualTo(4711);
        assertThat(report.members())
                .containsExactly(
                        new Member(
                                "email:ada@acme.example",
                                "email",
                                99,
                                7149,
                                MemberStatus.FOUND,
                                null,
                                List.of(),
                                List.of(Identity.of("email", "ada@acme.example"))),
                        new Member(
                                "email:bob@acme.example",
                                "email",
                                99,
                                0,
                                MemberStatus.NOT_FOUND,
                                null,
                                List.of(),
                                List.of()));
    }

    @Test
    void tellsUnderWhichOtherNamesTheLeadCanBeFound() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":5,"email":"Ada@acme.example","ecidText":"3814",
                 "updatedAt":null,"createdAt":null}],"success":true}""");
        assertThat(end(lookup(byEmail("ada@acme.example"))).members().get(0).identities())
                .containsExactly(
                        Identity.of("email", "ada@acme.example"), Identity.of("ecid", "3814"));
    }

    @Test
    void comparesEmailAddressesInAnyCase() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":5,"email":"Ada@ACME.example","updatedAt":null,"createdAt":null}],"success":true}""");
        assertThat(end(lookup(byEmail("ada@acme.example"))).members())
                .extracting(Member::lead, Member::status)
                .containsExactly(tuple(5L, MemberStatus.FOUND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b@acme.example",
                "a&b=c@x.example",
                "50%25@x.example",
                "a#b@x.example",
                "a b",
                "zoë@x.example",
                "\"quoted\"@x.example",
                "o'hara@x.example",
                "日本",
                "a;b?c/d\\e"
            })
    void everyValueArrivesUnchanged(String value) {
        marketo.answers(NOBODY);
        end(lookup(byEmail(value)));
        assertThat(marketo.onlyCall().param("filterValues")).containsExactly(value);
    }

    @Test
    void goesAsAPostWhenTheAddressWouldPass8Kilobytes() {
        marketo.answers(NOBODY);
        List<Sent> members =
                IntStream.range(0, 300)
                        .mapToObj(i -> byEmail("person.number." + (1000 + i) + "@acme.example"))
                        .toList();

        Report report = end(call(CallKind.LOOKUP, 0, members));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.path()).isEqualTo("/rest/v1/leads.json");
        assertThat(seen.query()).isEqualTo("_method=GET");
        assertThat(seen.param("filterType")).containsExactly("email");
        assertThat(seen.param("filterValues").get(0).split(",")).hasSize(300);
        assertThat(report.members())
                .hasSize(300)
                .extracting(Member::status)
                .containsOnly(MemberStatus.NOT_FOUND);
    }

    @Test
    void aRealMailboxFullOf25CharacterAddressesStaysAGetJustBelowTheLimit() {
        marketo.answers(NOBODY);
        List<Sent> members =
                IntStream.range(0, 250)
                        .mapToObj(i -> byEmail("name" + (1000 + i) + "@acme.example"))
                        .toList();
        end(call(CallKind.LOOKUP, 0, members));
        assertThat(marketo.onlyCall().method()).isEqualTo("GET");
    }

    private static final String TWICE =
            """
            {"requestId":"1#2","result":[
             {"id":11,"email":"ada@acme.example","updatedAt":"2021-11-20T00:00:00Z","createdAt":"2019-01-01T00:00:00Z"},
             {"id":12,"email":"ada@acme.example","updatedAt":"2021-11-23T00:00:00Z","createdAt":"2020-01-01T00:00:00Z"},
             {"id":13,"email":"ada@acme.example","updatedAt":null,"createdAt":null}],
             "success":true}""";

    private Member chosenBy(Duplicates policy) {
        marketo.answers(TWICE);
        Caller caller = caller(instance(marketo.endpoint(), policy, null));
        return end(caller, lookup(byEmail("ada@acme.example"))).members().get(0);
    }

    @Test
    void ofDuplicatesTheMostRecentlyUpdatedIsChosen() {
        Member member = chosenBy(Duplicates.MOST_RECENTLY_UPDATED);
        assertThat(member.lead()).isEqualTo(12);
        assertThat(member.others()).containsExactly(11L, 13L);
    }

    @Test
    void ofDuplicatesTheOldestIsChosenWhereSoConfigured() {
        Member member = chosenBy(Duplicates.OLDEST);
        assertThat(member.lead()).isEqualTo(11);
        assertThat(member.others()).containsExactly(12L, 13L);
    }

    @Test
    void duplicatesAreSkippedWhereSoConfiguredAndStillNamedForRemovals() {
        Member member = chosenBy(Duplicates.SKIP);
        assertThat(member.status()).isEqualTo(MemberStatus.SKIPPED);
        assertThat(member.code()).isEqualTo("1007");
        assertThat(member.lead()).isZero();
        assertThat(member.others()).containsExactlyInAnyOrder(11L, 12L, 13L);
    }

    @Test
    void atMostTenOtherLeadsAreNamed() {
        String leads =
                IntStream.range(1, 21)
                        .mapToObj(i -> "{\"id\":" + i + ",\"email\":\"ada@acme.example\"}")
                        .collect(Collectors.joining(","));
        marketo.answers("{\"requestId\":\"1#2\",\"result\":[" + leads + "],\"success\":true}");
        assertThat(end(lookup(byEmail("ada@acme.example"))).members().get(0).others()).hasSize(10);
    }

    @Test
    void anAnswerWithANextPageLeavesTheUnseenUndecided() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":5,"email":"ada@acme.example"}],"success":true,
                 "nextPageToken":"GWP55GLCVCZLPE6SS7OCG5IEXQ======","moreResult":true}""");
        assertThat(end(lookup(byEmail("ada@acme.example"), byEmail("bob@acme.example"))).members())
                .extracting(Member::status)
                .containsExactly(MemberStatus.FOUND, MemberStatus.UNDECIDED);
    }

    @Test
    void anAnswerWithAStrangeLeadLeavesTheUnseenUndecided() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":5,"email":"else@acme.example"}],"success":true}""");
        assertThat(end(lookup(byEmail("ada@acme.example"))).members())
                .extracting(Member::status)
                .containsExactly(MemberStatus.UNDECIDED);
    }

    @Test
    void oneValueThatOverflowsAloneIsSkipped() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":5,"email":"ada@acme.example"}],"success":true,"nextPageToken":"ABC"}""");
        assertThat(end(lookup(byEmail("ada@acme.example"))).members())
                .extracting(Member::status, Member::code)
                .containsExactly(tuple(MemberStatus.SKIPPED, "1003"));
    }

    @Test
    void noDataFoundMeansThatNobodyIsALead() {
        marketo.answers(
                """
                {"requestId":"1#2","success":false,"errors":[{"code":"702","message":"No data found"}]}""");
        Report report = end(lookup(byEmail("ada@acme.example")));
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.members())
                .extracting(Member::status)
                .containsExactly(MemberStatus.NOT_FOUND);
    }

    @Test
    void aValueWithACommaIsNeverSent() {
        marketo.answers(NOBODY);
        Report report = end(lookup(byEmail("a,b@acme.example"), byEmail("bob@acme.example")));
        assertThat(marketo.onlyCall().param("filterValues")).containsExactly("bob@acme.example");
        assertThat(report.members())
                .extracting(Member::status, Member::code)
                .containsExactly(
                        tuple(MemberStatus.SKIPPED, "not-searchable"),
                        tuple(MemberStatus.NOT_FOUND, null));
    }

    @Test
    void aCallWithNothingToAskSendsNothing() {
        Report report = end(lookup(byEmail("a,b"), byEmail(" ")));
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.members()).extracting(Member::code).containsOnly("not-searchable");
        assertThat(marketo.calls).isEmpty();
        assertThat(marketo.tokenCalls).isEmpty();
    }

    @Test
    void otherFieldsAreComparedExactly() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":5,"ecidText":"38143"},{"id":6,"ecidText":"AbC"}],"success":true}""");
        Sent digits = new Sent("ecid:38143", 0, "ecidText", "38143", 1, Map.of());
        Sent letters = new Sent("ecid:aBc", 0, "ecidText", "aBc", 2, Map.of());
        assertThat(end(lookup(digits, letters)).members())
                .extracting(Member::lead, Member::status)
                .containsExactly(tuple(5L, MemberStatus.FOUND), tuple(0L, MemberStatus.UNDECIDED));
    }

    @Test
    void twoFieldsInOneCallAreRefused() {
        Sent other = new Sent("ecid:1", 0, "ecidText", "1", 1, Map.of());
        Report report = end(lookup(byEmail("ada@acme.example"), other));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(report.code()).isEqualTo("mixed");
        assertThat(marketo.calls).isEmpty();
    }

    private Report inPartition(long partition, String leads) {
        marketo.answers("{\"requestId\":\"1#2\",\"success\":true,\"result\":[" + leads + "]}");
        Call any = call(CallKind.LOOKUP, 0, List.of(byEmail("ada@acme.example")));
        return end(
                new Call(
                        any.id(),
                        any.job(),
                        any.instance(),
                        any.kind(),
                        0,
                        any.run(),
                        any.sequence(),
                        any.readBackAt(),
                        any.members(),
                        any.leftOut(),
                        null,
                        null,
                        partition,
                        null,
                        null));
    }

    private static String lead(long id, long partition, String updatedAt) {
        return """
               {"id":%d,"email":"ada@acme.example","leadPartitionId":%d,"updatedAt":"%s"}"""
                .formatted(id, partition, updatedAt);
    }

    @Test
    void aLeadOfAnotherPartitionIsNotTheOne() {
        Member member = inPartition(2, lead(7, 1, "2026-01-01T00:00:00Z")).members().get(0);

        assertThat(marketo.onlyCall().param("fields").get(0)).contains("leadPartitionId");
        assertThat(member.status()).isEqualTo(MemberStatus.SKIPPED);
        assertThat(member.code()).isEqualTo("other-partition");
        assertThat(member.others()).containsExactly(7L);
    }

    @Test
    void amongDuplicatesThoseOfThePartitionCount() {
        String newer = lead(7, 1, "2026-02-01T00:00:00Z");
        String older = lead(8, 2, "2026-01-01T00:00:00Z");

        Member member = inPartition(2, newer + "," + older).members().get(0);

        assertThat(member.lead()).isEqualTo(8);
        assertThat(member.others()).containsExactly(7L);
    }
}

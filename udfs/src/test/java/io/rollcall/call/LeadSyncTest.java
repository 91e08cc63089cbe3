package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.testing.InstanceDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadSyncTest extends CallerTestCase {

    private static Sent person(String email, Map<String, String> values) {
        return new Sent("email:" + email, 0, "email", email, 99, values);
    }

    private static Call upsert(Sent... members) {
        return call(CallKind.UPSERT, 0, List.of(members));
    }

    private void assertBody(String expected) throws JsonProcessingException {
        assertThat(Answer.JSON.readTree(marketo.onlyCall().body()))
                .isEqualTo(Answer.JSON.readTree(expected));
    }

    @Test
    void createsOrUpdatesByTheLookupField() throws Exception {
        marketo.answers(
                """
                {"requestId":"e2b2#17d4ee10c50","result":[{"id":7149,"status":"created"},{"id":7150,"status":"updated"},
                 {"status":"skipped","reasons":[{"code":"1003","message":"Invalid value for field 'x' and value 'y'"}]}],"success":true}""");
        Map<String, String> cleared = new HashMap<>();
        cleared.put("firstName", null);

        Report report =
                end(
                        upsert(
                                person("ada@x.example", Map.of("firstName", "Ada \"Å\"\n")),
                                person("bob@x.example", cleared),
                                person("eve@x.example", Map.of())));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.path()).isEqualTo("/rest/v1/leads.json");
        assertThat(seen.query()).isNull();
        assertThat(seen.headers()).containsEntry("Content-type", "application/json");
        assertBody(
                """
                {"action":"createOrUpdate","lookupField":"email","input":[
                 {"firstName":"Ada \\"Å\\"\\n","email":"ada@x.example"},
                 {"firstName":null,"email":"bob@x.example"},{"email":"eve@x.example"}]}""");
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.members())
                .extracting(Member::person, Member::lead, Member::status, Member::code)
                .containsExactly(
                        tuple("email:ada@x.example", 7149L, MemberStatus.CREATED, null),
                        tuple("email:bob@x.example", 7150L, MemberStatus.UPDATED, null),
                        tuple("email:eve@x.example", 0L, MemberStatus.SKIPPED, "1003"));
    }

    @Test
    void aKnownLeadIsOnlyUpdatedById() throws Exception {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":7149,"status":"updated"}],"success":true}""");
        Sent known = new Sent("email:ada@x", 7149, "email", "ada@x", 9, Map.of("city", "London"));
        Caller caller =
                caller(instance(marketo.endpoint(), Duplicates.MOST_RECENTLY_UPDATED, "EMEA"));
        end(caller, upsert(known));
        assertBody(
                """
                {"action":"updateOnly","lookupField":"id","input":[{"city":"London","id":7149}]}""");
    }

    @Test
    void aCreatedLeadGoesIntoItsPartition() throws Exception {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":1,"status":"created"}],"success":true}""");
        Caller caller =
                caller(instance(marketo.endpoint(), Duplicates.MOST_RECENTLY_UPDATED, "EMEA"));
        end(caller, upsert(person("ada@x", Map.of())));
        assertBody(
                """
                {"action":"createOrUpdate","lookupField":"email","partitionName":"EMEA","input":[{"email":"ada@x"}]}""");
    }

    @Test
    void anInstanceThatOnlyMatchesNeverCreates() throws Exception {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]}],"success":true}""");
        Instance creating = instance(marketo.endpoint(), Duplicates.MOST_RECENTLY_UPDATED, "EMEA");
        Instance matching =
                InstanceDraft.like(creating).creation(PersonCreation.MATCH_ONLY).build();
        end(caller(matching), upsert(person("ada@x", Map.of())));
        assertBody(
                """
                {"action":"updateOnly","lookupField":"email","input":[{"email":"ada@x"}]}""");
    }

    @Test
    void resultsThatDoNotPairWithTheInputMeanPerhaps() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":1,"status":"created"}],"success":true}""");
        Report report = end(upsert(person("a@x", Map.of()), person("b@x", Map.of())));
        assertThat(report.verdict()).isEqualTo(Verdict.PERHAPS);
        assertThat(report.code()).isEqualTo("unreadable");
        assertThat(report.members()).extracting(Member::status).containsOnly(MemberStatus.SENT);
    }

    @Test
    void aStatusThatNobodyKnowsSaysNothingOfThatMember() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"id":1,"status":"merged"},{"status":"created"},{"id":3,"status":"updated"}],"success":true}""");
        Report report =
                end(
                        upsert(
                                person("a@x", Map.of()),
                                person("b@x", Map.of()),
                                person("c@x", Map.of())));
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.members())
                .extracting(Member::status)
                .containsExactly(MemberStatus.SENT, MemberStatus.SENT, MemberStatus.UPDATED);
    }

    @Test
    void severalMatchesAreSaidOfTheirMemberAlone() {
        marketo.answers(
                """
                {"requestId":"1#2","result":[{"status":"skipped","reasons":[{"code":"1007","message":"Multiple lead match lookup criteria"}]},{"id":2,"status":"updated"}],"success":true}""");
        assertThat(end(upsert(person("a@x", Map.of()), person("b@x", Map.of()))).members())
                .extracting(Member::status, Member::code)
                .containsExactly(
                        tuple(MemberStatus.SKIPPED, "1007"), tuple(MemberStatus.UPDATED, null));
    }

    @Test
    void knownAndUnknownLeadsInOneCallAreRefused() {
        Report report = end(upsert(person("a@x", Map.of()), lead(5)));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(report.code()).isEqualTo("mixed");
    }

    @Test
    void aBodyOverOneMegabyteIsNotSent() {
        String much = "x".repeat(5_000);
        Sent[] people =
                IntStream.range(0, 250)
                        .mapToObj(i -> person(i + "@x", Map.of("notes", much)))
                        .toArray(Sent[]::new);
        Report report = end(upsert(people));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(report.code()).isEqualTo("too-large");
        assertThat(marketo.calls).isEmpty();
    }
}

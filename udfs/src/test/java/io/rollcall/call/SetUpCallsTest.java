package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.report.Asset;
import io.rollcall.report.CallKind;
import io.rollcall.report.LeadField;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.report.Verdict;
import io.rollcall.testing.InstanceDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetUpCallsTest extends CallerTestCase {

    private static final String NOTHING =
            """
            {"success":true,"errors":[],"requestId":"1#2",
             "warnings":["No assets found for the given search criteria."]}""";
    private static final String GOLD =
            """
            {"success":true,"errors":[],"requestId":"1#2","warnings":[],"result":[
             {"id":1027,"name":"Gold","folder":{"id":34,"type":"Program"},"workspace":"EMEA"},
             {"id":1028,"name":"gold","folder":{"id":12,"type":"Folder"},"workspace":"EMEA"},
             {"id":1029,"name":"Gold","folder":{"id":12,"type":"Folder"},"workspace":"APAC"}]}""";
    private static final String DESCRIBED =
            """
            {"requestId":"1#2","success":true,"result":[{"name":"API Lead",
             "searchableFields":[["email"],["ecidText"],["a","b"]],
             "fields":[
              {"name":"email","dataType":"email","length":255,"updateable":true},
              {"name":"ecidText","dataType":"string","length":255,"updateable":true},
              {"name":"a","dataType":"string","updateable":true},
              {"name":"firstName","dataType":"string","length":255,"updateable":true},
              {"name":"createdAt","dataType":"datetime","updateable":false}]}]}""";

    private Report ask(CallKind kind, long list, Asset asked) {
        return end(
                new Call(
                        "call-1",
                        "rollcall",
                        "123-ABC-456",
                        kind,
                        list,
                        "7-f00d",
                        4711,
                        CLOCK.millis(),
                        List.of(),
                        List.of(),
                        null,
                        SetUp.asking("folder Audiences > Gold", asked),
                        0,
                        null,
                        null));
    }

    private static Asset list(String name) {
        return Asset.of(Asset.Type.LIST, name, 0, "EMEA");
    }

    private Report describe(String lookup, String target) {
        Instance named =
                InstanceDraft.like(instance(marketo.endpoint(), Duplicates.SKIP, null))
                        .lookup("any", lookup)
                        .mapping("source", target)
                        .build();
        return end(caller(named), call(CallKind.DESCRIBE, 0, List.of()));
    }

    @Test
    void findsAListByItsExactNameInItsWorkspace() {
        marketo.answers(GOLD);

        Report end = ask(CallKind.LIST_FIND, 0, list("Gold"));

        assertThat(marketo.onlyCall().path()).isEqualTo("/rest/asset/v1/staticList/byName.json");
        assertThat(marketo.onlyCall().param("name")).containsExactly("Gold");
        assertThat(end.verdict()).isEqualTo(Verdict.DONE);
        assertThat(end.setUp().subject()).isEqualTo("folder Audiences > Gold");
        assertThat(end.setUp().found())
                .containsExactly(
                        new Asset(Asset.Type.LIST, "Gold", 1027, "EMEA", Asset.Type.PROGRAM, 34));
    }

    @Test
    void aSearchWithoutAResultFoundNothing() {
        marketo.answers(NOTHING);

        Report end = ask(CallKind.LIST_FIND, 0, list("Gold"));

        assertThat(end.verdict()).isEqualTo(Verdict.DONE);
        assertThat(end.setUp().found()).isEmpty();
    }

    @Test
    void anAnswerThatNeitherFindsNorWarnsSaysNothing() {
        marketo.answers("{\"success\":true,\"requestId\":\"1#2\"}");

        assertThat(ask(CallKind.LIST_FIND, 0, list("Gold")).code()).isEqualTo("unreadable");
    }

    @Test
    void createsAListInAFormAndTellsItsId() {
        marketo.answers(GOLD);

        Report end =
                ask(
                        CallKind.LIST_CREATE,
                        0,
                        new Asset(Asset.Type.LIST, "A & B", 0, null, Asset.Type.PROGRAM, 34));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method() + " " + seen.path())
                .isEqualTo("POST /rest/asset/v1/staticLists.json");
        assertThat(seen.query()).isNull();
        assertThat(seen.param("name")).containsExactly("A & B");
        assertThat(seen.param("folder")).containsExactly("{\"id\":34,\"type\":\"Program\"}");
        assertThat(end.setUp().found()).extracting(Asset::id).containsExactly(1027L);
    }

    @Test
    void aCreationThatNamesNoListMayHaveMadeOne() {
        marketo.answers("{\"success\":true,\"requestId\":\"1#2\",\"result\":[{}]}");

        assertThat(ask(CallKind.LIST_CREATE, 0, list("Gold")).verdict()).isEqualTo(Verdict.PERHAPS);
    }

    @Test
    void renamesTheListOfAnId() {
        marketo.answers(GOLD);

        ask(CallKind.LIST_RENAME, 1027, list("Gold 2"));

        assertThat(marketo.onlyCall().path()).isEqualTo("/rest/asset/v1/staticList/1027.json");
        assertThat(marketo.onlyCall().param("name")).containsExactly("Gold 2");
    }

    @Test
    void looksForFoldersAndProgramsWhereTheyAre() {
        marketo.answers(
                """
                {"success":true,"result":[{"id":34,"name":"Audiences","workspace":"EMEA"},
                 {"id":35,"name":"Audiences","workspace":"APAC"}]}""");
        Report folder =
                ask(CallKind.FOLDER_FIND, 0, Asset.of(Asset.Type.FOLDER, "Audiences", 0, "EMEA"));
        assertThat(marketo.onlyCall().path()).isEqualTo("/rest/asset/v1/folder/byName.json");
        assertThat(marketo.onlyCall().param("workSpace")).containsExactly("EMEA");
        assertThat(folder.setUp().found()).extracting(Asset::id).containsExactly(34L);

        marketo.answers(NOTHING);
        ask(CallKind.FOLDER_FIND, 0, Asset.of(Asset.Type.PROGRAM, "Webinar", 0, null));
        assertThat(marketo.calls.get(1).path()).isEqualTo("/rest/asset/v1/program/byName.json");
    }

    @Test
    void tellsTheLeadPartitions() {
        marketo.answers(
                """
                {"requestId":"1#2","success":true,
                 "result":[{"id":1,"name":"Default"},{"id":2,"name":"EMEA"}]}""");

        Report end = ask(CallKind.PARTITIONS, 0, Asset.of(Asset.Type.PARTITION, "EMEA", 0, null));

        assertThat(marketo.onlyCall().path()).isEqualTo("/rest/v1/leads/partitions.json");
        assertThat(end.setUp().found()).extracting(Asset::id).containsExactly(1L, 2L);
    }

    @Test
    void describesOnlyTheFieldsThatTheConfigurationNames() {
        marketo.answers(DESCRIBED);

        Report end = describe("ecidText", "firstName");

        assertThat(marketo.onlyCall().path()).isEqualTo("/rest/v1/leads/describe2.json");
        assertThat(end.setUp().fields())
                .containsExactly(
                        new LeadField("ecidText", "string", 255, true, true, List.of()),
                        new LeadField("firstName", "string", 255, true, false, List.of()));
    }

    @Test
    void namesTheNearestFieldsThatWouldDo() {
        marketo.answers(DESCRIBED).answers(DESCRIBED);

        List<LeadField> missing = describe("ecidtxt", "frstName").setUp().fields();
        assertThat(missing).extracting(LeadField::exists).containsExactly(false, false);
        assertThat(missing.get(0).instead()).containsExactly("ecidText");
        assertThat(missing.get(1).instead()).containsExactly("firstName");

        List<LeadField> unfit = describe("a", "createdAt").setUp().fields();
        assertThat(unfit.get(0).searchable()).isFalse();
        assertThat(unfit.get(0).instead()).containsExactly("email", "ecidText");
        assertThat(unfit.get(1).writable()).isFalse();
    }

    @Test
    void theLeadIdCanBeLookedUpThoughNotDescribed() {
        marketo.answers(DESCRIBED);

        assertThat(describe("id", "firstName").setUp().fields().get(0).searchable()).isTrue();
    }

    @Test
    void anUnreadableDescriptionSaysNothing() {
        marketo.answers("{\"requestId\":\"1#2\",\"success\":true,\"result\":[{}]}");

        assertThat(describe("email", "firstName").code()).isEqualTo("unreadable");
    }
}

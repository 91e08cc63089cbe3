package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.GOLD_LIST;
import static io.rollcall.event.decode.Messages.at;
import static io.rollcall.event.decode.Messages.bytes;
import static io.rollcall.event.decode.Messages.decodeDataverse;
import static io.rollcall.event.decode.Messages.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented samples, and every trap of formats.md §5 and §10. */
class DataverseReaderTest {

    private static final String ADA = "6d81597f-0f9f-e711-8122-000d3aa2331c";
    private static final String KEY = "dynamics_id:" + ADA;
    private static final String OPERATED = "2026-11-22T11:00:00Z";
    private static final String MODIFIED = "2026-11-22T10:59:58Z";

    @Test
    void theDocumentedUpdateNamesTheRowAndWhatChanged() {
        AudienceEvent event = only(decodeDataverse(bytes("dataverse-update.json")));
        assertThat(event.person()).isEqualTo(KEY);
        assertThat(event.identities()).containsExactly(Identity.ofKey(KEY));
        assertThat(event.at()).isEqualTo(at("2017-09-26T00:04:07Z"));
        assertThat(event.attributes())
                .containsExactly(new Attribute("firstName", "James", event.at()));
    }

    /** The column of the audience stands nowhere: that is no empty column. */
    @Test
    void anUpdateThatDoesNotTellTheColumnSaysNothingOfMembership() {
        assertThat(only(decodeDataverse(bytes("dataverse-update.json"))).assertions()).isEmpty();
    }

    @Test
    void aNewRowIsWhole() {
        AudienceEvent event = only(decodeDataverse(bytes("dataverse-create.json")));
        long at = at("2025-07-09T20:52:16Z");
        assertThat(event.identities())
                .containsExactly(Identity.ofKey(KEY), Identity.of("email", "ada@example.com"));
        assertThat(event.assertions())
                .containsExactly(
                        new Assertion("", "synced", true, at, 0),
                        new Assertion("", "vip", true, at, 0));
        assertThat(event.attributes())
                .extracting(Attribute::path, Attribute::value)
                .containsExactlyInAnyOrder(
                        tuple("firstName", "Ada"),
                        tuple("company", "Analytical Engines"),
                        tuple("type", "Customer"),
                        tuple("born", "/Date(-1)/"),
                        tuple("credit", "1200.50"),
                        tuple("consents.dynamics.email.val", "u"));
    }

    @Test
    void aRowOfTheWebApiSaysTheSame() {
        AudienceEvent event = only(decodeDataverse(bytes("dataverse-row.json")));
        assertThat(event.person()).isEqualTo(KEY);
        assertThat(event.at()).isEqualTo(at("2025-07-09T20:52:16Z"));
        assertThat(event.assertions())
                .extracting(Assertion::audience, Assertion::in)
                .containsExactly(tuple("synced", true), tuple("vip", false));
        assertThat(event.attributes())
                .extracting(Attribute::path, Attribute::value)
                .containsExactlyInAnyOrder(
                        tuple("firstName", "Ada"),
                        tuple("company", "Analytical Engines"),
                        tuple("type", "Customer"),
                        tuple("born", "1815-12-10"),
                        tuple("credit", "1200.5000"),
                        tuple("consents.dynamics.email.val", "n"));
    }

    /** Found by the fuzzer: what is left of the first two is no name. */
    @ParameterizedTest
    @CsvSource({"_value,_value", "__value,__value", "_a_value,a", "a_value,a_value", "_a,_a"})
    void onlyWhatStandsBetweenIsTheNameOfAReference(String column, String logical) {
        assertThat(DataverseOptions.Column.of(column).logicalName()).isEqualTo(logical);
    }

    @Test
    void aFieldWithoutANameBreaksNoRow() {
        String row = new String(bytes("dataverse-row.json"), StandardCharsets.UTF_8);
        String odd = row.replaceFirst("\\{", "{\"_value\":1,");
        assertThat(only(decodeDataverse(odd.getBytes(StandardCharsets.UTF_8))).person())
                .isEqualTo(KEY);
    }

    @Test
    void aRowThatIsBackCountsFromNowOn() {
        String json =
                """
                {"table":"contact","back":true,"row":{"contactid":"%s","new_synctomkto":true,
                 "modifiedon":"2020-01-01T00:00:00Z"}}""";
        assertThat(only(decodeDataverse(json.formatted(ADA))).at()).isEqualTo(Messages.ARRIVED);
    }

    @Test
    void aDeletedRowOfTheWebApiLeavesByItsIdAlone() {
        String json = "{\"table\":\"contact\",\"deleted\":\"%s\"}".formatted(ADA);
        AudienceEvent event = only(decodeDataverse(json));
        assertThat(event.person()).isEqualTo(KEY);
        assertThat(event.at()).isEqualTo(Messages.ARRIVED);
        assertThat(event.assertions())
                .extracting(Assertion::audience, Assertion::in)
                .containsExactlyInAnyOrder(
                        tuple("synced", false), tuple("vip", false), tuple("gold", false));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true",
        "false, false, false",
        "null, true, false",
        "'{\"Value\":1}', true, true",
        "'{\"__type\":\"OptionSetValue:x\",\"Value\":0}', false, false"
    })
    void onlyAnExplicitNoSkipsUnlessTheRuleIsStrict(String value, boolean synced, boolean vip) {
        String target =
                column("new_synctomkto", value)
                        + ","
                        + column("new_vip", value)
                        + ","
                        + column("modifiedon", "\"" + MODIFIED + "\"");
        assertThat(only(decodeDataverse(update(target, "", ""))).assertions())
                .containsExactly(
                        new Assertion("", "synced", synced, at(MODIFIED), 0),
                        new Assertion("", "vip", vip, at(MODIFIED), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Yes\"", "{\"Value\":2}", "{\"Id\":\"x\"}", "[true]"})
    void whatIsNeitherYesNorNoIsRefused(String value) {
        assertThat(decodeDataverse(update(column("new_synctomkto", value), "", "")).reason())
                .startsWith("not-yes-or-no: ");
    }

    @Test
    void aColumnThatBelongsToContactsDecidesNothingOfLeads() {
        String json = update(column("new_vip", "true"), "", "").replace("contact", "lead");
        assertThat(only(decodeDataverse(json)).assertions()).isEmpty();
    }

    @Test
    void theImageAfterWinsOverTheTargetAndBothOverTheImageBefore() {
        String before = column("firstname", "\"Old\"") + "," + column("new_vip", "true");
        String after = column("firstname", "\"After\"");
        AudienceEvent event =
                only(decodeDataverse(update(column("firstname", "\"Target\""), before, after)));
        assertThat(event.attributes()).extracting(Attribute::value).containsExactly("After");
        assertThat(event.assertions()).extracting(Assertion::audience).containsExactly("vip");
    }

    /** Images leave empty columns out, so only the target tells that one was emptied. */
    @Test
    void aColumnThatWasEmptiedIsNotFilledFromTheImageBefore() {
        String before = column("firstname", "\"Old\"");
        AudienceEvent event =
                only(decodeDataverse(update(column("firstname", "null"), before, "")));
        assertThat(event.attributes())
                .containsExactly(new Attribute("firstName", null, at(OPERATED)));
    }

    @Test
    void theTimeOfTheImageBeforeIsNotTheTimeOfTheChange() {
        String before = column("modifiedon", "\"2020-01-01T00:00:00Z\"");
        assertThat(only(decodeDataverse(update(column("new_vip", "true"), before, ""))).at())
                .isEqualTo(at(OPERATED));
    }

    /** A label that stood in the image before is none of the new choice's. */
    @Test
    void aChoiceWithoutALabelIsItsNumber() {
        String before =
                """
                {"key":"customertypecode","value":{"Value":1}}],"FormattedValues":[{"key":"customertypecode","value":"Customer"}""";
        assertThat(
                        only(decodeDataverse(
                                        update(
                                                column("customertypecode", "{\"Value\":2}"),
                                                before,
                                                "")))
                                .attributes())
                .extracting(Attribute::value)
                .containsExactly("2");
    }

    @Test
    void aReferenceWithoutANameSaysNothing() {
        String reference = "{\"Id\":\"%s\",\"LogicalName\":\"account\",\"Name\":null}";
        String target = column("parentcustomerid", reference.formatted(ADA));
        assertThat(only(decodeDataverse(update(target, "", ""))).attributes()).isEmpty();
    }

    @Test
    void whatTheParentContextSaysIsNotRead() {
        String parent =
                "\"ParentContext\":"
                        + update(column("new_vip", "true"), "", "")
                        + ",\"MessageName\"";
        String json = update(column("new_vip", "false"), "", "").replace("\"MessageName\"", parent);
        assertThat(only(decodeDataverse(json)).assertions())
                .extracting(Assertion::audience, Assertion::in)
                .containsExactly(tuple("vip", false));
    }

    @Test
    void textOfAColumnThatNobodyWantsMayBeOfAnyLength() {
        String target = column("description", "\"" + "x".repeat(1 << 20) + "\"");
        assertThat(decodeDataverse(update(target, "", "")).reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true, null, n", "false, true, n", "false, false, u", "false, , ", "true, , n"})
    void oneOptOutIsEnoughAndAllowIsNoYes(String bulk, String email, String value) {
        String target =
                column("donotbulkemail", bulk)
                        + (email == null ? "" : "," + column("donotemail", email));
        assertThat(only(decodeDataverse(update(target, "", ""))).attributes())
                .extracting(Attribute::value)
                .isEqualTo(value == null ? List.of() : List.of(value));
    }

    @Test
    void aDeletionTellsTheAddressByItsImageBefore() {
        String json =
                """
                {"MessageName":"Delete","PrimaryEntityName":"contact","PrimaryEntityId":"%s",
                 "InputParameters":[{"key":"Target","value":{"__type":"EntityReference:x","Id":"%1$s","LogicalName":"contact"}}],
                 "PreEntityImages":[{"key":"before","value":{"Attributes":[%s,%s]}}],
                 "OperationCreatedOn":"%s"}"""
                        .formatted(
                                ADA,
                                column("emailaddress1", "\"ada@example.com\""),
                                column("modifiedon", "\"2020-01-01T00:00:00Z\""),
                                OPERATED);
        AudienceEvent event = only(decodeDataverse(json));
        assertThat(event.identities()).contains(Identity.of("email", "ada@example.com"));
        assertThat(event.assertions()).hasSize(3).noneMatch(Assertion::in);
        assertThat(event.at()).as("not the operation's local time").isEqualTo(Messages.ARRIVED);
    }

    @Test
    void aDeletionOfDuplicatesMayBeToldToMeanNothing() {
        DataverseOptions d = Messages.DYNAMICS;
        DataverseOptions keep =
                new DataverseOptions(
                        d.idNamespace(),
                        d.audiences(),
                        d.lists(),
                        d.fields(),
                        d.optOuts(),
                        false,
                        d.fetched());
        String json = "{\"table\":\"contact\",\"deleted\":\"%s\"}".formatted(ADA);
        RawEvent raw = Messages.raw(json.getBytes(StandardCharsets.UTF_8));
        Decoded decoded =
                Decoders.dataverse(keep, Messages.DYNAMICS_PEOPLE).decode(raw, Messages.NOW);
        assertThat(only(decoded).assertions()).isEmpty();
    }

    @Test
    void messagesOverTheSizeLimitAreLeftToTheSourceOrSayWhatToDo() {
        String stripped =
                """
                {"MessageName":"Update","PrimaryEntityName":"%s","PrimaryEntityId":"%s","OperationCreatedOn":"%s"}""";
        assertThat(decodeDataverse(stripped.formatted("contact", ADA, OPERATED)).reason())
                .startsWith("stripped: ")
                .contains("dataverse source");
        Decoded lead = decodeDataverse(stripped.formatted("lead", ADA, OPERATED));
        assertThat(lead.reason()).isNull();
        assertThat(lead.passedOver()).containsExactly(DecodeMetric.LEFT_TO_SOURCE);
    }

    @Test
    void aDeletionOverTheSizeLimitIsADeletion() {
        String stripped =
                """
                {"MessageName":"Delete","PrimaryEntityName":"contact","PrimaryEntityId":"%s","OperationCreatedOn":"%s"}""";
        assertThat(only(decodeDataverse(stripped.formatted(ADA, OPERATED))).assertions())
                .isNotEmpty()
                .noneMatch(Assertion::in);
    }

    @Test
    void severalMembersComeOntoAMarketingListAtOnce() {
        Decoded decoded = decodeDataverse(bytes("dataverse-add-list-members.json"));
        assertThat(decoded.reason()).isNull();
        assertThat(decoded.events())
                .extracting(AudienceEvent::person)
                .containsExactly(KEY, KEY.replace(":6d", ":7d"));
        assertThat(decoded.events().get(1).assertions())
                .containsExactly(new Assertion("", "gold", true, at("2025-07-09T20:52:16Z"), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "AddMember, true",
        "AddMemberList, true",
        "AddListMembersList, true",
        "RemoveMember, false",
        "RemoveMemberList, false"
    })
    void oneMemberComesAndGoesByAnyOfTheNames(String message, boolean in) {
        assertThat(only(decodeDataverse(listChange(message, GOLD_LIST, ADA))).assertions())
                .extracting(Assertion::audience, Assertion::in)
                .containsExactly(tuple("gold", in));
    }

    @Test
    void listsThatNobodyAskedForArePassedOver() {
        Decoded decoded = decodeDataverse(listChange("AddMember", ADA, ADA));
        assertThat(decoded.passedOver()).containsExactly(DecodeMetric.IRRELEVANT);
        assertThat(decoded.reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Create, Target, InputParameters, true", "Delete, before, PreEntityImages, false"})
    void rowsOfListMembersSayTheSame(String message, String key, String where, boolean in) {
        String json =
                """
                {"MessageName":"%s","PrimaryEntityName":"listmember","PrimaryEntityId":"%s","OperationCreatedOn":"%s",
                 "%s":[{"key":"%s","value":{"Attributes":[
                   {"key":"listid","value":{"Id":"%s","LogicalName":"list"}},
                   {"key":"entityid","value":{"Id":"%2$s","LogicalName":"contact"}}]}}]}"""
                        .formatted(message, ADA, OPERATED, where, key, GOLD_LIST);
        assertThat(only(decodeDataverse(json)).assertions())
                .containsExactly(new Assertion("", "gold", in, at(OPERATED), 0));
    }

    @Test
    void aDeletedListMemberWithoutAnImageSaysWhatToRegister() {
        String json =
                """
                {"MessageName":"Delete","PrimaryEntityName":"listmember","PrimaryEntityId":"%s","OperationCreatedOn":"%s"}""";
        assertThat(decodeDataverse(json.formatted(ADA, OPERATED)).reason())
                .isEqualTo(
                        "no-pre-image: register a pre image with listid and entityid on this step");
    }

    @ParameterizedTest
    @CsvSource({"Update, account", "Create, opportunity", "Assign, contact", "Delete, account"})
    void whatIsAboutNobodyIsPassedOver(String message, String table) {
        String json =
                "{\"MessageName\":\"%s\",\"PrimaryEntityName\":\"%s\"}".formatted(message, table);
        assertThat(decodeDataverse(json).passedOver()).containsExactly(DecodeMetric.IRRELEVANT);
        assertThat(decodeDataverse(json).reason()).isNull();
    }

    @Test
    void anOperationIsNeverLaterThanItsMessage() {
        String json =
                listChange("AddMember", GOLD_LIST, ADA)
                        .replace(OPERATED, "/Date(4102444800000-0700)/");
        assertThat(only(decodeDataverse(json)).at()).isEqualTo(Messages.ARRIVED);
    }

    @ParameterizedTest
    @CsvSource({
        "/Date(1506384247000)/, 2017-09-26T00:04:07Z",
        "/Date(1506409448000-0700)/, 2017-09-26T07:04:08Z",
        "/Date(1752094336000+0000)/, 2025-07-09T20:52:16Z",
        "2025-07-09T20:52:16Z, 2025-07-09T20:52:16Z"
    })
    void theOffsetOfADateIsForReadersOnly(String text, String time) throws Exception {
        assertThat(DataverseTime.millis(text)).isEqualTo(at(time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|wrong-type",
                "{\"MessageName\":\"Update\"}|wrong-type",
                "{\"MessageName\":\"Update\",\"PrimaryEntityName\":\"contact\",\"InputParameters\":{}}|wrong-type",
                "{\"MessageName\":\"Delete\",\"PrimaryEntityName\":\"contact\"}|no-usable-identity",
                "{\"MessageName\":\"Delete\",\"PrimaryEntityName\":\"contact\",\"PrimaryEntityId\":\"00000000-0000-0000-0000-000000000000\"}|no-usable-identity",
                "{\"MessageName\":\"Delete\",\"PrimaryEntityName\":\"contact\",\"PrimaryEntityId\":\"ada\"}|bad-identity",
                "{\"MessageName\":\"Update\",\"PrimaryEntityName\":\"contact\",\"PrimaryEntityId\":\"6d81597f-0f9f-e711-8122-000d3aa2331c\",\"InputParameters\":[{\"key\":\"Target\",\"value\":{\"Attributes\":[{\"key\":\"firstname\",\"value\":\"A\"}]}}],\"OperationCreatedOn\":7}|wrong-type",
                "{\"MessageName\":\"Update\",\"PrimaryEntityName\":\"contact\",\"PrimaryEntityId\":\"6d81597f-0f9f-e711-8122-000d3aa2331c\",\"InputParameters\":[{\"key\":\"Target\",\"value\":{\"Attributes\":[{\"key\":\"firstname\",\"value\":\"A\"}]}}],\"OperationCreatedOn\":\"/Date(1)/\"}|bad-time",
                "{\"MessageName\":\"Delete\",\"MessageName\":\"Update\"}|duplicate-key",
                "{\"table\":\"contact\",\"row\":{}}|no-usable-identity",
                "{\"table\":\"contact\",\"row\":{\"contactid\":\"6d81597f-0f9f-e711-8122-000d3aa2331c\",\"modifiedon\":\"2027-01-01T00:00:00Z\"}}|future-time",
                "[]|empty"
            })
    void whatCannotBeUsedIsRefusedInOneWord(String json, String word) {
        assertThat(decodeDataverse(json).reason()).isEqualTo(word);
    }

    private static String column(String name, String value) {
        return "{\"key\":\"%s\",\"value\":%s}".formatted(name, value);
    }

    private static String update(String target, String before, String after) {
        return """
        {"MessageName":"Update","PrimaryEntityName":"contact","PrimaryEntityId":"%s","OperationCreatedOn":"%s",
         "InputParameters":[{"key":"Target","value":{"Attributes":[%s],"LogicalName":"contact"}}],
         "PreEntityImages":[{"key":"mine","value":{"Attributes":[%s]}}],
         "PostEntityImages":[{"key":"AsynchronousStepPrimaryName","value":{"Attributes":[{"key":"contactid","value":"%1$s"}]}},
           {"key":"yours","value":{"Attributes":[%s]}}]}"""
                .formatted(ADA, OPERATED, target, before, after);
    }

    private static String listChange(String message, String list, String member) {
        return """
        {"MessageName":"%s","PrimaryEntityName":"list","PrimaryEntityId":"%s","OperationCreatedOn":"%s",
         "InputParameters":[{"key":"ListId","value":"%2$s"},{"key":"EntityId","value":"%s"}]}"""
                .formatted(message, list, OPERATED, member);
    }
}

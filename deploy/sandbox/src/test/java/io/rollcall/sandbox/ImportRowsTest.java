package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.ImportPace;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What single rows of an import do. */
class ImportRowsTest extends ImportTestCase {

    private Lead ada() {
        return marketo.leads().byEmail("ada@example.com").get(0);
    }

    private static void counts(JsonNode status, int imported, int failed, int warned) {
        assertThat(status.path("numOfLeadsProcessed").asInt()).isEqualTo(imported);
        assertThat(status.path("numOfRowsFailed").asInt()).isEqualTo(failed);
        assertThat(status.path("numOfRowsWithWarning").asInt()).isEqualTo(warned);
    }

    @Test
    void createAndUpdateByTheLookupFieldAndClearNothing() {
        marketo.leads().create(Map.of("ecidText", "38143", "firstName", "Ada"), "Default");

        JsonNode status =
                imported(
                        "&lookupField=ecidText",
                        "ecidText,firstName,city\n38143,,Bonn\n38144,Bob,\n");

        counts(status, 2, 0, 0);
        assertThat(marketo.leads().count()).isEqualTo(2);
        assertThat(marketo.leads().find("ecidText", "38143").get(0).values())
                .containsEntry("firstName", "Ada")
                .containsEntry("city", "Bonn");
        assertThat(marketo.leads().find("ecidText", "38144").get(0).show("city")).isNull();
    }

    @Test
    void ofTheSameValueMakeOneLead() {
        JsonNode status = imported("", "email,city\nada@example.com,Bonn\nADA@example.com,Kiel\n");

        counts(status, 2, 0, 0);
        assertThat(marketo.leads().created()).isEqualTo(1);
        assertThat(ada().show("city")).isEqualTo("Kiel");
    }

    @Test
    void warnOfAValueThatItsFieldCannotTakeAndLeaveTheField() {
        marketo.leads().create(Map.of("email", "ada@example.com", "leadScore", 7), "Default");

        JsonNode status = imported("", "email,leadScore,city\nada@example.com,many,Bonn\n");

        counts(status, 1, 0, 1);
        assertThat(ada().values()).containsEntry("leadScore", 7).containsEntry("city", "Bonn");
        assertThat(warnings(status))
                .isEqualTo(
                        "email,leadScore,city,Import Warning Reason\r\n"
                                + "ada@example.com,many,Bonn,Invalid value for field 'leadScore' and value 'many'\r\n");
        assertThat(failures(status)).isEqualTo("email,leadScore,city,Import Failure Reason\r\n");
    }

    @Test
    void failWithoutAGoodEMailOrALookupValueOrTheRightWidth() {
        JsonNode status =
                imported(
                        "",
                        "email,city\nzoë@example.com,Bonn\n ,Kiel\nada@example.com\n"
                                + "ada@example.com,Bonn,Kiel\n");

        counts(status, 0, 4, 0);
        assertThat(marketo.leads().count()).isZero();
        assertThat(failures(status))
                .contains("zoë@example.com,Bonn,Invalid value for field 'email'")
                .contains(",Kiel,Lookup field 'email' is blank")
                .contains("ada@example.com,,Number of values differs")
                .contains("ada@example.com,Bonn,Kiel,Number of values differs");
    }

    @Test
    void byIdUpdateAndCreateNobody() {
        long id = marketo.leads().create("ada@example.com").id();

        JsonNode status = imported("&lookupField=id", "id,city\n" + id + ",Bonn\n77,Kiel\n");

        counts(status, 1, 1, 0);
        assertThat(ada().show("city")).isEqualTo("Bonn");
        assertThat(marketo.leads().count()).isEqualTo(1);
        assertThat(failures(status)).contains("77,Kiel,Lead not found\r\n");
    }

    @Test
    void failWhereSeveralLeadsMatch() {
        marketo.leads().create("ada@example.com");
        marketo.leads().create("ada@example.com");

        JsonNode status = imported("", "email\nada@example.com\n");

        counts(status, 0, 1, 0);
        assertThat(failures(status))
                .contains("ada@example.com,Multiple lead match lookup criteria\r\n");
    }

    @Test
    void keepToTheirPartition() {
        marketo =
                sandbox.create(
                        new SubscriptionSpec(
                                "222-ABC-222", null, null, null, null, List.of("EMEA", "APAC")));
        marketo.latency(Latency.NONE);
        marketo.imports().pace(ImportPace.AT_ONCE);
        client = new MarketoClient(sandbox.url("222-ABC-222")).authorize();
        marketo.leads().create("emea@example.com");

        JsonNode status =
                imported("&partitionName=APAC", "email\nemea@example.com\nada@example.com\n");

        counts(status, 1, 1, 0);
        assertThat(ada().partition()).isEqualTo("APAC");
        assertThat(failures(status)).contains("emea@example.com,Partition update not allowed");
    }

    @Test
    void takeCompanyFieldsOnCreationOnly() {
        imported("", "email,company\nada@example.com,Acme\n");
        imported("", "email,company\nada@example.com,Other\n");

        assertThat(ada().show("company")).isEqualTo("Acme");
    }

    @Test
    void leaveMembersOnTheList() {
        StaticList gold = marketo.lists().create("Gold");
        gold.add(marketo.leads().create("ada@example.com").id());

        JsonNode status =
                imported("&listId=1001", "\uFEFFemail\nada@example.com\nbob@example.com\n");

        counts(status, 2, 0, 0);
        assertThat(gold.members()).containsExactly(1001L, 1002L);
    }

    @Test
    void meetFaultsOfSingleRecords() {
        marketo.faults()
                .add(FaultSpec.recordCode("1003").on(CallKind.IMPORT).onEmail("bob@example.com"));

        JsonNode status = imported("", "email\nada@example.com\nbob@example.com\n");

        counts(status, 1, 1, 0);
        assertThat(failures(status)).contains("bob@example.com,Invalid data");
    }
}

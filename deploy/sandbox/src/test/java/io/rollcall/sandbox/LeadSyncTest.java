package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadSyncTest extends SandboxTestCase {
    private static final String LEADS = "/rest/v1/leads.json";

    private JsonNode sync(String body) {
        return client.json(LEADS, body).result();
    }

    private static String input(String... records) {
        return "{\"input\":[" + String.join(",", records) + "]}";
    }

    private static String reason(JsonNode record) {
        return record.path("reasons").path(0).path("code").asText();
    }

    @Test
    void createsAndUpdatesInInputOrder() {
        Lead ada = marketo.leads().create("ada@example.com");

        JsonNode result =
                sync(
                        input(
                                "{\"email\":\"new@example.com\"}",
                                "{\"email\":\"ADA@example.com\",\"firstName\":\"Ada\"}"));

        assertThat(result.path(0).path("status").asText()).isEqualTo("created");
        assertThat(result.path(1).path("status").asText()).isEqualTo("updated");
        assertThat(result.path(1).path("id").asLong()).isEqualTo(ada.id());
        assertThat(keys(result.path(0))).containsExactly("id", "status");
        assertThat(marketo.leads().get(ada.id()).orElseThrow().show("firstName")).isEqualTo("Ada");
    }

    @Test
    void skipsABadValueWithoutAnIdAndDoesTheOthers() {
        JsonNode reply =
                client.json(
                                LEADS,
                                input(
                                        "{\"email\":\"nonsense\"}",
                                        "{\"email\":\"ada@example.com\"}"))
                        .json();

        assertThat(reply.path("success").asBoolean()).isTrue();
        JsonNode skipped = reply.path("result").path(0);
        assertThat(keys(skipped)).containsExactlyInAnyOrder("status", "reasons");
        assertThat(skipped.toString())
                .contains(
                        "\"code\":\"1003\"",
                        "Invalid value for field 'email' and value 'nonsense'");
        assertThat(reply.path("result").path(1).path("status").asText()).isEqualTo("created");
    }

    @Test
    void skipsAnEMailThatIsNotAscii() {
        assertThat(reason(sync(input("{\"email\":\"zoë@example.com\"}")).path(0)))
                .isEqualTo("1003");
    }

    @Test
    void clearsAFieldWithNull() {
        sync(input("{\"email\":\"ada@example.com\",\"firstName\":\"Ada\"}"));
        sync(input("{\"email\":\"ada@example.com\",\"firstName\":null}"));

        assertThat(marketo.leads().byEmail("ada@example.com").get(0).show("firstName")).isNull();
    }

    @Test
    void skipsAnUnknownFieldWith1006() {
        assertThat(reason(sync(input("{\"email\":\"a@b.c\",\"nonsense\":1}")).path(0)))
                .isEqualTo("1006");
    }

    @Test
    void createOnlySkipsWhoExistsWith1005() {
        marketo.leads().create("ada@example.com");

        JsonNode result =
                sync("{\"action\":\"createOnly\",\"input\":[{\"email\":\"ada@example.com\"}]}");

        assertThat(reason(result.path(0))).isEqualTo("1005");
    }

    @Test
    void updateOnlySkipsWhoIsMissingWith1004() {
        JsonNode result =
                sync("{\"action\":\"updateOnly\",\"input\":[{\"email\":\"ada@example.com\"}]}");

        assertThat(reason(result.path(0))).isEqualTo("1004");
    }

    @Test
    void skipsAKeyThatSeveralLeadsHaveWith1007() {
        marketo.leads().create("ada@example.com");
        marketo.leads().create("ada@example.com");

        assertThat(reason(sync(input("{\"email\":\"ada@example.com\"}")).path(0)))
                .isEqualTo("1007");
    }

    @Test
    void createDuplicateCreatesAgain() {
        marketo.leads().create("ada@example.com");
        sync("{\"action\":\"createDuplicate\",\"input\":[{\"email\":\"ada@example.com\"}]}");

        assertThat(marketo.leads().duplicates()).containsOnlyKeys("ada@example.com");
    }

    @Test
    void takesTheIdAsKeyOnlyToUpdate() {
        Lead ada = marketo.leads().create("ada@example.com");
        String rest =
                "\"lookupField\":\"id\",\"input\":[{\"id\":"
                        + ada.id()
                        + ",\"firstName\":\"Ada\"}]}";

        assertThat(sync("{\"action\":\"updateOnly\"," + rest).path(0).path("status").asText())
                .isEqualTo("updated");
        assertThat(client.json(LEADS, "{" + rest).code()).isEqualTo("1003");
    }

    @Test
    void takesACustomFieldAsKey() {
        sync(
                "{\"lookupField\":\"ecidText\",\"input\":[{\"ecidText\":\"38143\",\"email\":\"a@b.c\"}]}");

        assertThat(marketo.leads().find("ecidText", "38143")).hasSize(1);
        assertThat(
                        client.json(
                                        LEADS,
                                        "{\"lookupField\":\"nonsense\",\"input\":[{\"email\":\"a@b.c\"}]}")
                                .code())
                .isEqualTo("1006");
    }

    @Test
    void keepsPartitionsApart() {
        SubscriptionSpec spec =
                new SubscriptionSpec(
                        "222-ABC-222", null, null, null, null, List.of("EMEA", "APAC"));
        sandbox.create(spec).latency(Latency.NONE);
        client = new MarketoClient(sandbox.url("222-ABC-222")).authorize();
        String input = "\"input\":[{\"email\":\"ada@example.com\"}]}";

        assertThat(reason(sync("{\"partitionName\":\"Mars\"," + input).path(0))).isEqualTo("1008");
        assertThat(sync("{\"partitionName\":\"APAC\"," + input).path(0).path("status").asText())
                .isEqualTo("created");
        assertThat(reason(sync("{\"partitionName\":\"EMEA\"," + input).path(0))).isEqualTo("1010");
    }

    @Test
    void refusesMoreThan300RecordsNoneBrokenJsonAndOtherContent() {
        String many =
                IntStream.rangeClosed(0, 300)
                        .mapToObj(n -> "{\"email\":\"p" + n + "@b.c\"}")
                        .collect(Collectors.joining(","));

        assertThat(client.json(LEADS, input(many)).code()).isEqualTo("1003");
        assertThat(client.json(LEADS, input()).code()).isEqualTo("1002");
        assertThat(client.json(LEADS, "{").code()).isEqualTo("609");
        assertThat(client.form(LEADS, "input=x").code()).isEqualTo("612");
        assertThat(marketo.leads().count()).isZero();
    }

    @Test
    void makesDuplicatesWhenTwoCallsCreateTheSamePersonAtOnce() {
        marketo.latency(Latency.of(200));
        String body = input("{\"email\":\"ada@example.com\"}");

        CompletableFuture<?> one = client.jsonAsync(LEADS, body);
        CompletableFuture<?> other = client.jsonAsync(LEADS, body);
        CompletableFuture.allOf(one, other).join();

        assertThat(marketo.leads().byEmail("ada@example.com")).hasSize(2);
        assertThat(marketo.leads().created()).isEqualTo(2);
    }

    @Test
    void takesCompanyFieldsOnCreationOnly() {
        String body =
                """
                {"lookupField":"email","input":[{"email":"cy@example.com","company":"%s","city":"%s"}]}""";
        client.json("/rest/v1/leads.json", body.formatted("Acme", "Bonn"));
        client.json("/rest/v1/leads.json", body.formatted("Other", "Kiel"));

        assertThat(marketo.leads().byEmail("cy@example.com").get(0).values())
                .containsEntry("company", "Acme")
                .containsEntry("city", "Kiel");
    }

    @Test
    void keepsAMomentInUtcAndRefusesWhatIsNone() {
        sandbox.create(SubscriptionSpec.of("333-CCC-333").withField("seenAt", "datetime"));
        MarketoClient other = new MarketoClient(sandbox.url("333-CCC-333")).authorize();
        String body = "{\"input\":[{\"email\":\"cy@example.com\",\"seenAt\":\"%s\"}]}";
        other.json("/rest/v1/leads.json", body.formatted("2026-11-22T10:00:00+02:00"));

        assertThat(
                        sandbox.marketo("333-CCC-333")
                                .leads()
                                .byEmail("cy@example.com")
                                .get(0)
                                .show("seenAt"))
                .isEqualTo("2026-11-22T08:00:00Z");
        JsonNode refused =
                other.json("/rest/v1/leads.json", body.formatted("yesterday")).result().path(0);
        assertThat(refused.path("reasons").path(0).path("code").asText()).isEqualTo("1003");
    }
}

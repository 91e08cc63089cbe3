package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.Lead;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadLookupTest extends SandboxTestCase {
    private static final String BY_EMAIL = "/rest/v1/leads.json?filterType=email&filterValues=";

    @Test
    void findsALeadByEMailInAnyCaseWithTheDefaultFields() {
        Lead ada = marketo.leads().create("Ada@example.com");

        JsonNode reply = client.get(BY_EMAIL + "ada@EXAMPLE.com").json();

        assertThat(keys(reply)).containsExactlyInAnyOrder("requestId", "result", "success");
        assertThat(reply.path("requestId").asText()).matches("[0-9a-f]+#[0-9a-f]+");
        JsonNode lead = reply.path("result").path(0);
        assertThat(keys(lead))
                .containsExactlyInAnyOrder(
                        "id", "firstName", "lastName", "email", "updatedAt", "createdAt");
        assertThat(lead.path("id").asLong()).isEqualTo(ada.id());
        assertThat(lead.path("firstName").isNull()).isTrue();
        assertThat(lead.path("createdAt").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void answersAnEmptyResultWhenNobodyIsFound() {
        JsonNode reply = client.get(BY_EMAIL + "nobody@example.com").json();

        assertThat(reply.path("success").asBoolean()).isTrue();
        assertThat(reply.path("result").isArray()).isTrue();
        assertThat(reply.path("result")).isEmpty();
    }

    @Test
    void findsAllDuplicates() {
        marketo.leads().create("ada@example.com");
        marketo.leads().create("ada@example.com");

        assertThat(client.get(BY_EMAIL + "ada@example.com").result()).hasSize(2);
    }

    @Test
    void takesAPostWithMethodGetInTheQueryAndTheRestInAForm() {
        marketo.leads().create("ada@example.com");

        String form = "filterType=email&filterValues=ada@example.com,x@y.z&fields=email";
        JsonNode inQuery = client.form("/rest/v1/leads.json?_method=GET", form).result();
        JsonNode inForm = client.form("/rest/v1/leads.json", "_method=GET&" + form).result();

        assertThat(keys(inQuery.path(0))).containsExactly("id", "email");
        assertThat(inForm).isEqualTo(inQuery);
    }

    @Test
    void findsByIdAndByACustomField() {
        Lead ada = marketo.leads().create("ada@example.com");
        marketo.leads().update(ada.id(), java.util.Map.of("ecidText", "38143"));

        assertThat(
                        client.get("/rest/v1/leads.json?filterType=id&filterValues=" + ada.id())
                                .result())
                .hasSize(1);
        assertThat(
                        client.get("/rest/v1/leads.json?filterType=ecidText&filterValues=38143")
                                .result())
                .hasSize(1);
    }

    @Test
    void refusesFieldsThatCannotBeSearched() {
        String path = "/rest/v1/leads.json?filterValues=x&filterType=";

        assertThat(client.get(path + "nonsense").code()).isEqualTo("1006");
        assertThat(client.get(path + "firstName").code()).isEqualTo("1011");
        assertThat(client.get(path + "sfdcLeadId").code()).isEqualTo("1035");
        assertThat(client.get(path + "id").code()).isEqualTo("1001");
    }

    @Test
    void refusesUnknownFieldsAndMissingParameters() {
        assertThat(client.get(BY_EMAIL + "a@b.c&fields=email,nonsense").code()).isEqualTo("1006");
        assertThat(client.get("/rest/v1/leads.json?filterType=email").code()).isEqualTo("1002");
        assertThat(client.get("/rest/v1/leads.json?filterValues=a@b.c").code()).isEqualTo("1002");
    }

    @Test
    void refusesMoreThan300Values() {
        String values =
                IntStream.rangeClosed(1, 301)
                        .mapToObj(n -> "" + n)
                        .collect(Collectors.joining(","));

        assertThat(
                        client.form(
                                        "/rest/v1/leads.json",
                                        "_method=GET&filterType=id&filterValues=" + values)
                                .code())
                .isEqualTo("1003");
    }

    @Test
    void refusesAFilterThatMoreThan1000LeadsMatch() {
        marketo.leads().generate("same@example.com", 0, 1000);
        assertThat(client.get(BY_EMAIL + "same@example.com").result()).hasSize(300);

        marketo.leads().create("same@example.com");
        assertThat(client.get(BY_EMAIL + "same@example.com").code()).isEqualTo("1003");
    }

    @Test
    void pagesWhatIsMoreThanTheBatchSize() {
        marketo.leads().generate("same@example.com", 0, 5);

        JsonNode first = client.get(BY_EMAIL + "same@example.com&batchSize=3").json();
        assertThat(first.path("moreResult").asBoolean()).isTrue();
        JsonNode second =
                client.get(
                                BY_EMAIL
                                        + "same@example.com&batchSize=3&nextPageToken="
                                        + first.path("nextPageToken").asText())
                        .json();

        assertThat(first.path("result")).hasSize(3);
        assertThat(second.path("result")).hasSize(2);
        assertThat(keys(second)).containsExactlyInAnyOrder("requestId", "result", "success");
    }

    @Test
    void describesWhatIsSearchable() {
        JsonNode described = client.get("/rest/v1/leads/describe2.json").result().path(0);

        assertThat(keys(described)).containsExactlyInAnyOrder("name", "searchableFields", "fields");
        assertThat(described.path("searchableFields").toString())
                .isEqualTo("[[\"id\"],[\"email\"],[\"ecidText\"]]");
    }

    @Test
    void getsOneLeadByItsId() {
        Lead ada = marketo.leads().create("ada@example.com");

        assertThat(client.get("/rest/v1/lead/" + ada.id() + ".json").result()).hasSize(1);
        assertThat(client.get("/rest/v1/lead/999999.json").code()).isEqualTo("1004");
    }
}

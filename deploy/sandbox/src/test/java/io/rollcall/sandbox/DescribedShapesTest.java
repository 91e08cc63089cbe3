package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.Export;
import io.rollcall.sandbox.marketo.ExportPace;
import io.rollcall.sandbox.marketo.ImportPace;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No answer has a property, or a type of one, that Marketo's own API descriptions do not know.
 * Which of the described properties really come is observed, and tested beside each endpoint.
 */
class DescribedShapesTest extends SandboxTestCase {
    private static final JsonNode SHAPES = shapes();

    @BeforeEach
    void makeAListWithTwoMembers() {
        marketo.lists().create("Gold").add(marketo.leads().create("ada@example.com").id());
        marketo.lists().get(1001).add(marketo.leads().create("bob@example.com").id());
    }

    private static JsonNode shapes() {
        try {
            return MarketoClient.MAPPER.readTree(
                    DescribedShapesTest.class.getResourceAsStream("described-shapes.json"));
        } catch (IOException unreadable) {
            throw new ExceptionInInitializerError(unreadable);
        }
    }

    private static void fits(JsonNode node, String definition) {
        JsonNode shape = SHAPES.path(definition);
        assertThat(shape.isObject()).as(definition).isTrue();
        node.properties()
                .forEach(
                        property -> {
                            String described = shape.path(property.getKey()).asText("unknown");
                            assertThat(described)
                                    .as(definition + "." + property.getKey())
                                    .isIn(type(property.getValue()), nullable(property.getValue()));
                        });
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case OBJECT -> "object";
            default -> "string";
        };
    }

    /** A described string may be null. */
    private static String nullable(JsonNode value) {
        return value.isNull() ? "string" : type(value);
    }

    @Test
    void listCallsFit() {
        String members = "/rest/v1/lists/1001/leads";
        JsonNode added = client.post(members + ".json?id=1001&id=999999").json();
        JsonNode page = client.get(members + ".json?batchSize=1").json();

        fits(added, "ResponseOfListOperationOutputData");
        added.path("result").forEach(record -> fits(record, "ListOperationOutputData"));
        fits(page, "ResponseOfLead");
        fits(client.get("/rest/v1/lists.json?batchSize=1").json(), "ResponseOfStaticList");
        fits(client.get("/rest/v1/lists/1001.json").result().path(0), "StaticList");
    }

    @Test
    void leadCallsFit() {
        JsonNode attribute = client.get("/rest/v1/leads/describe.json").result().path(0);
        JsonNode described = client.get("/rest/v1/leads/describe2.json").result().path(0);

        fits(attribute, "LeadAttribute");
        fits(attribute.path("rest"), "LeadMapAttribute");
        fits(described, "LeadAttribute2");
        described.path("fields").forEach(field -> fits(field, "LeadAttribute2Fields"));
        JsonNode merged = client.post("/rest/v1/leads/1001/merge.json?leadId=1002").json();
        fits(merged, "ResponseWithoutResult");
    }

    @Test
    void importCallsFit() {
        marketo.imports().pace(ImportPace.AT_ONCE);
        JsonNode queued = client.file("/bulk/v1/leads.json?format=csv", "email\n").json();
        await().until(() -> !marketo.imports().all().get(0).isOpen());
        JsonNode status = client.get("/bulk/v1/leads/batch/1001.json").json();

        fits(queued, "ResponseOfImportLeadResponse");
        fits(queued.path("result").path(0), "ImportLeadResponse");
        fits(status, "ResponseOfImportLeadResponse");
        fits(status.path("result").path(0), "ImportLeadResponse");
        assertThat(status.path("result").path(0).has("message")).isTrue();
    }

    @Test
    void exportCallsFit() {
        marketo.exports().pace(ExportPace.AT_ONCE);
        String job = "{\"fields\":[\"id\"],\"filter\":{\"staticListId\":1001}}";
        JsonNode created = client.json("/bulk/v1/leads/export/create.json", job).json();
        String export =
                "/bulk/v1/leads/export/" + created.path("result").path(0).path("exportId").asText();
        client.post(export + "/enqueue.json");
        await().until(() -> marketo.exports().count(Export.Status.COMPLETED) == 1);
        JsonNode status = client.get(export + "/status.json").json();

        fits(created, "ResponseOfExportResponse");
        fits(created.path("result").path(0), "ExportResponse");
        fits(status, "ResponseOfExportResponse");
        fits(status.path("result").path(0), "ExportResponse");
        assertThat(status.path("result").path(0).has("fileSize")).isTrue();
    }

    @Test
    void statsFit() {
        client.get("/rest/v1/lists/77.json");
        JsonNode usage = client.get("/rest/v1/stats/usage.json").json();
        JsonNode errors = client.get("/rest/v1/stats/errors.json").result().path(0);

        fits(usage, "ResponseOfUsageData");
        fits(usage.path("result").path(0), "UsageData");
        fits(usage.path("result").path(0).path("users").path(0), "UserCount");
        fits(errors, "ErrorsData");
        fits(errors.path("errors").path(0), "ErrorCount");
    }

    @Test
    void assetCallsFit() {
        JsonNode list = client.get("/rest/asset/v1/staticList/1001.json").json();
        JsonNode folder =
                client.get("/rest/asset/v1/folder/byName.json?name=Group%20Lists").result().path(0);

        fits(list, "ResponseOfStaticListResponse");
        fits(list.path("result").path(0), "StaticListResponse");
        fits(folder, "FolderResponse");
        fits(folder.path("folderId"), "Folder");
        JsonNode deleted = client.post("/rest/asset/v1/staticList/1001/delete.json").result();
        fits(deleted.path(0), "IdResponse");
    }

    @Test
    void programsAndPartitionsFit() {
        marketo.lists().program("Webinar");

        fits(
                client.get("/rest/asset/v1/program/byName.json?name=Webinar").result().path(0),
                "ProgramResponse");
        fits(
                client.get("/rest/asset/v1/folder/12.json?type=Program").result().path(0),
                "FolderResponse");
        fits(client.get("/rest/v1/leads/partitions.json").result().path(0), "LeadPartition");
    }

    @Test
    void tokensAndErrorsFit() {
        fits(client.token("sandbox", "sandbox").json(), "ResponseOfIdentity");
        JsonNode error = client.get("/rest/v1/lists/77.json").json().path("errors").path(0);
        fits(error, "Error");
    }
}

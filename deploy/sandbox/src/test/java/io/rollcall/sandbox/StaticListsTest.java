package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class StaticListsTest extends SandboxTestCase {
    private static final String ASSET = "/rest/asset/v1/";

    @Test
    void saysThatNoAssetIsThereWithoutAResult() {
        JsonNode reply = client.get(ASSET + "staticList/byName.json?name=Gold").json();

        assertThat(keys(reply))
                .containsExactlyInAnyOrder("requestId", "success", "errors", "warnings");
        assertThat(reply.path("success").asBoolean()).isTrue();
        assertThat(reply.path("warnings").path(0).asText())
                .isEqualTo("No assets found for the given search criteria.");
    }

    @Test
    void createsFindsAndDeletesAList() {
        JsonNode folder =
                client.get(ASSET + "folder/byName.json?name=Group%20Lists").result().path(0);
        String form = "name=Gold&folder={\"id\":" + folder.path("id") + ",\"type\":\"Folder\"}";

        JsonNode list = client.form(ASSET + "staticLists.json", form).result().path(0);

        assertThat(keys(list))
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "createdAt",
                        "updatedAt",
                        "folder",
                        "computedUrl",
                        "workspace");
        assertThat(list.path("computedUrl").asText()).endsWith("#ST" + list.path("id") + "A1");
        assertThat(list.path("createdAt").asText()).endsWith("Z+0000");
        String byName = ASSET + "staticList/byName.json?name=Gold";
        assertThat(client.get(byName).result().path(0)).isEqualTo(list);
        String delete = ASSET + "staticList/" + list.path("id") + "/delete.json";
        assertThat(client.post(delete).result().toString())
                .isEqualTo("[{\"id\":" + list.path("id") + "}]");
        assertThat(client.get(byName).json().has("result")).isFalse();
    }

    @Test
    void showsAFolderAsObserved() {
        JsonNode folder =
                client.get(ASSET + "folder/byName.json?name=Group%20Lists").result().path(0);

        assertThat(folder.path("folderId").path("type").asText()).isEqualTo("Folder");
        assertThat(folder.path("path").asText()).isEqualTo("/Lead Database/Default/Group Lists");
        assertThat(keys(folder)).contains("workspace", "isArchive", "isSystem", "id");
        assertThat(folder.path("createdAt").asText()).matches(".*T.*Z\\+0000");
    }

    @Test
    void refusesListsWithoutNameOrFolderAndOnesThatExist() {
        marketo.lists().create("Gold");
        long folder = marketo.lists().get(1001).folder().id();
        String path = ASSET + "staticLists.json";
        String in = "&folder={\"type\":\"Folder\",\"id\":";

        assertThat(client.form(path, in.substring(1) + folder + "}").code()).isEqualTo("701");
        assertThat(client.form(path, "name=New").code()).isEqualTo("701");
        assertThat(client.form(path, "name=New" + in + "4711}").code()).isEqualTo("710");
        assertThat(client.form(path, "name=Gold" + in + folder + "}").code()).isEqualTo("1017");
        JsonNode refusal = client.form(path, "name=New").json();
        assertThat(keys(refusal))
                .containsExactlyInAnyOrder("requestId", "success", "errors", "warnings");
    }

    @Test
    void listsTheListsOfTheLeadDatabase() {
        marketo.lists().create("Gold");
        marketo.lists().create("Silver");

        assertThat(client.get("/rest/v1/lists.json").result()).hasSize(2);
        JsonNode silver = client.get("/rest/v1/lists.json?name=Silver").result().path(0);
        assertThat(keys(silver))
                .containsExactlyInAnyOrder("id", "name", "workspaceName", "createdAt", "updatedAt");
        assertThat(client.get("/rest/v1/lists/" + silver.path("id") + ".json").result().path(0))
                .isEqualTo(silver);
        assertThat(client.get("/rest/v1/lists/77.json").code()).isEqualTo("1013");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(client.get("/rest/v1/nonsense.json").code()).isEqualTo("610");
        assertThat(client.send("PUT", "/rest/v1/lists.json", "{}").code()).isEqualTo("605");
    }
}

package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.Folder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FoldersTest extends SandboxTestCase {
    private static final String ASSET = "/rest/asset/v1/";

    private JsonNode folders(String query) {
        return client.get(ASSET + "folder/byName.json?" + query).result();
    }

    private static String json(Folder folder) {
        String text = "{\"id\":" + folder.id() + ",\"type\":\"" + folder.type().label() + "\"}";
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private MarketoClient.Reply create(String name, Folder folder) {
        return client.form(ASSET + "staticLists.json", "name=" + name + "&folder=" + json(folder));
    }

    @Test
    void findsAFolderByNameInItsWorkspace() {
        var here = marketo.lists().folder("Audiences");
        var there = marketo.lists().folders().make(Folder.Type.FOLDER, "Audiences", "EMEA");

        assertThat(folders("name=Audiences")).hasSize(2);
        JsonNode inEmea = folders("name=Audiences&workSpace=EMEA");
        assertThat(inEmea).hasSize(1);
        assertThat(inEmea.path(0).path("id").asLong()).isEqualTo(there.id());
        assertThat(inEmea.path(0).path("workspace").asText()).isEqualTo("EMEA");
        assertThat(folders("name=Audiences&type=Program").isMissingNode()).isTrue();
        assertThat(here.id()).isNotEqualTo(there.id());
    }

    @Test
    void findsAFolderOrAProgramById() {
        Folder program = marketo.lists().program("Webinar");
        String path = ASSET + "folder/" + program.id() + ".json?type=";

        JsonNode found = client.get(path + "Program").result().path(0);

        assertThat(found.path("name").asText()).isEqualTo("Webinar");
        assertThat(found.path("folderId").path("type").asText()).isEqualTo("Program");
        assertThat(client.get(path + "Folder").result().path(0).path("name").asText())
                .isEqualTo("Group Lists");
        assertThat(client.get(path + "Nonsense").code()).isEqualTo("711");
    }

    @Test
    void createsAListInAProgramAndTellsOfIt() {
        Folder program = marketo.lists().program("Webinar");

        JsonNode list = create("Registered", program).result().path(0);

        assertThat(list.path("folder").path("type").asText()).isEqualTo("Program");
        assertThat(list.path("folder").path("id").asLong()).isEqualTo(program.id());
        JsonNode shown = client.get("/rest/v1/lists.json?programName=Webinar").result().path(0);
        assertThat(shown.path("programName").asText()).isEqualTo("Webinar");
        assertThat(client.get("/rest/v1/lists.json?programName=Other").result()).isEmpty();
    }

    @Test
    void takesANameOnceInAWorkspaceOnly() {
        Folder emea = marketo.lists().folders().make(Folder.Type.FOLDER, "Audiences", "EMEA");
        marketo.lists().create("Gold");

        assertThat(create("Gold", marketo.lists().folder("Other")).code()).isEqualTo("1017");
        assertThat(create("Gold", emea).json().path("success").asBoolean()).isTrue();
        JsonNode both = client.get(ASSET + "staticList/byName.json?name=Gold").result();
        assertThat(both).hasSize(2);
        assertThat(client.get("/rest/v1/lists.json?workspaceName=EMEA").result()).hasSize(1);
    }

    @Test
    void showsTheListsOfOneFolderPageByPage() {
        Folder program = marketo.lists().program("Webinar");
        marketo.lists().create("Elsewhere");
        for (int i = 0; i < 3; i++) {
            marketo.lists().create("L" + i, program);
        }
        String path = ASSET + "staticLists.json?folder=" + json(program);

        assertThat(client.get(path).result()).hasSize(3);
        JsonNode second = client.get(path + "&offset=1&maxReturn=1").result();
        assertThat(second.path(0).path("name").asText()).isEqualTo("L1");
        assertThat(client.get(path + "&offset=3").json().has("result")).isFalse();
        assertThat(client.get(path + "&maxReturn=201").code()).isEqualTo("1003");
    }

    @Test
    void renamesAListToANameThatIsFree() {
        marketo.lists().create("Gold");
        marketo.lists().create("Silver");
        String path = ASSET + "staticList/1001.json";

        JsonNode renamed = client.form(path, "name=Gold customers").result().path(0);

        assertThat(renamed.path("id").asLong()).isEqualTo(1001);
        assertThat(renamed.path("name").asText()).isEqualTo("Gold customers");
        assertThat(marketo.lists().find("Gold")).isEmpty();
        assertThat(client.form(path, "name=Silver").code()).isEqualTo("1017");
        assertThat(client.form(path, "name=Gold customers").code()).isEmpty();
        assertThat(client.form(ASSET + "staticList/77.json", "name=X").code()).isEqualTo("702");
    }

    @Test
    void deletesNoListThatIsInUse() {
        marketo.lists().create("Gold").importing(true);

        assertThat(client.post(ASSET + "staticList/1001/delete.json").code()).isEqualTo("1022");
        assertThat(marketo.lists().find(1001)).isPresent();
    }
}

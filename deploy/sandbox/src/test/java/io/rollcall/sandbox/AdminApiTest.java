package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminApiTest extends SandboxTestCase {
    private static final String ONE = "/admin/api/subscriptions/" + ID;

    private MarketoClient admin;

    @BeforeEach
    void openAdmin() {
        admin = new MarketoClient(sandbox.url());
    }

    @Test
    void createsASubscriptionAndNeverTellsItsSecret() {
        String spec =
                "{\"munchkinId\":\"444-DEF-444\",\"clientId\":\"c\",\"clientSecret\":\"hush\",\"fields\":[{\"name\":\"ecidText\",\"dataType\":\"string\"}]}";

        MarketoClient.Reply created = admin.json("/admin/api/subscriptions", spec);

        assertThat(created.body()).contains("444-DEF-444").doesNotContain("hush");
        assertThat(admin.get("/admin/api/subscriptions").body()).doesNotContain("hush");
        assertThat(new MarketoClient(sandbox.url("444-DEF-444")).token("c", "hush").status())
                .isEqualTo(200);
        assertThat(admin.json("/admin/api/subscriptions", spec).status()).isEqualTo(400);
        admin.delete("/admin/api/subscriptions/444-DEF-444");
        assertThat(admin.get("/admin/api/subscriptions").json()).hasSize(1);
    }

    @Test
    void setsLimitsLatencyClockAndTokens() {
        JsonNode status = admin.json(ONE + "/limits", "{\"callsPerWindow\":7}").json();
        assertThat(status.path("limits").path("callsPerWindow").asInt()).isEqualTo(7);
        assertThat(status.path("limits").path("concurrentCalls").asInt()).isEqualTo(10);

        admin.json(ONE + "/latency", "{\"lookupMillis\":3,\"seed\":1}");
        assertThat(marketo.chance().latency().lookupMillis()).isEqualTo(3);

        admin.json(ONE + "/clock", "{\"shiftMillis\":3600000}");
        assertThat(client.get("/rest/v1/lists.json").code()).isEqualTo("602");

        client.authorize();
        admin.json(ONE + "/token", "{\"revoke\":true,\"lifeSeconds\":60}");
        assertThat(client.get("/rest/v1/lists.json").code()).isEqualTo("601");
        assertThat(client.token("sandbox", "sandbox").json().path("expires_in").asInt())
                .isBetween(55, 59);
    }

    @Test
    void setsThePaceOfImportsAndCountsThem() {
        JsonNode status = admin.json(ONE + "/imports", "{\"startDelayMillis\":60000}").json();
        assertThat(status.path("imports").path("pace").toString())
                .isEqualTo("{\"rowsPerSecond\":5000,\"startDelayMillis\":60000}");
        assertThat(admin.json(ONE + "/imports", "{\"rowsPerSecond\":0}").status()).isEqualTo(400);

        client.file("/bulk/v1/leads.json?format=csv", "email\nada@example.com\n");

        JsonNode imports = admin.get(ONE).json().path("imports");
        assertThat(keys(imports))
                .containsExactly("queued", "importing", "complete", "failed", "most", "pace");
        assertThat(imports.path("queued").asInt()).isEqualTo(1);
        assertThat(imports.path("importing").asInt()).isZero();
    }

    @Test
    void makesLeadsByTheHundredThousandQuickly() {
        admin.json(ONE + "/lists", "{\"id\":1001,\"name\":\"Gold\",\"folder\":\"Audiences\"}");

        JsonNode made =
                admin.json(
                                ONE + "/leads",
                                "{\"count\":100000,\"email\":\"person-%d@example.com\",\"listId\":1001}")
                        .json();

        assertThat(made.path("count").asInt()).isEqualTo(100_000);
        assertThat(marketo.leads().byEmail("person-100000@example.com")).hasSize(1);
        assertThat(admin.get(ONE + "/lists").json().path(0).path("size").asInt())
                .isEqualTo(100_000);
        assertThat(admin.get(ONE).json().path("leadsCreated").asInt()).isZero();
    }

    @Test
    void putsPeopleOnAListAndTakesThemOff() {
        admin.json(
                ONE + "/leads",
                "{\"leads\":[{\"email\":\"ada@example.com\"},{\"email\":\"bob@example.com\"}]}");
        admin.json(ONE + "/lists", "{\"id\":1001,\"name\":\"Gold\"}");
        admin.json(
                ONE + "/lists/1001/members",
                "{\"emails\":[\"ada@example.com\",\"bob@example.com\"]}");

        JsonNode page = admin.get(ONE + "/lists/1001/members?size=1").json();
        assertThat(page.path("members").findValuesAsText("email")).contains("ada@example.com");
        assertThat(page.path("next").asLong()).isEqualTo(1002);

        admin.json(ONE + "/lists/1001/members/remove", "{\"leadIds\":[1001]}");
        assertThat(marketo.lists().get(1001).members()).containsExactly(1002L);
        assertThat(
                        admin.json(ONE + "/lists/1001/importing", "{\"importing\":true}")
                                .json()
                                .path("importing")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void mergesDeletesAndShowsDuplicates() {
        admin.json(
                ONE + "/leads",
                "{\"leads\":[{\"email\":\"ada@example.com\"},{\"email\":\"ADA@example.com\",\"firstName\":\"Ada\"}]}");
        assertThat(admin.get(ONE + "/leads/duplicates").json().toString())
                .isEqualTo("{\"ada@example.com\":[1001,1002]}");

        admin.json(ONE + "/leads/merge", "{\"winner\":1001,\"losers\":[1002]}");
        assertThat(marketo.leads().get(1001).orElseThrow().show("firstName")).isEqualTo("Ada");
        assertThat(admin.get(ONE + "/leads?email=ada@example.com").json().path("leads")).hasSize(1);

        admin.json(ONE + "/leads/delete", "{\"emails\":[\"ada@example.com\"]}");
        assertThat(marketo.leads().count()).isZero();
    }

    @Test
    void setsShowsAndClearsFaults() {
        JsonNode fault =
                admin.json(
                                ONE + "/faults",
                                "{\"effect\":\"code\",\"code\":\"713\",\"kind\":\"list-read\",\"count\":3}")
                        .json();
        assertThat(client.get("/rest/v1/lists.json").code()).isEqualTo("713");
        assertThat(admin.get(ONE + "/faults").json().path(0).path("left").asInt()).isEqualTo(2);

        admin.delete(ONE + "/faults/" + fault.path("id"));
        assertThat(client.get("/rest/v1/lists.json").code()).isEmpty();
        assertThat(admin.json(ONE + "/faults", "{\"effect\":\"nonsense\"}").status())
                .isEqualTo(400);
        assertThat(admin.json(ONE + "/faults", "{\"efect\":\"code\"}").status()).isEqualTo(400);
        assertThat(admin.delete(ONE + "/faults/99").status()).isEqualTo(404);
    }

    @Test
    void endsAFaultWhenItsTimeIsUp() {
        unlimited();
        admin.json(ONE + "/faults", "{\"effect\":\"code\",\"code\":\"713\",\"forMillis\":300}");
        assertThat(client.get("/rest/v1/lists.json").code()).isEqualTo("713");

        await().untilAsserted(() -> assertThat(client.get("/rest/v1/lists.json").code()).isEmpty());
        assertThat(admin.get(ONE + "/faults").json()).isEmpty();
    }

    @Test
    void logsEveryCallAndForgetsThemOnReset() {
        client.get("/rest/v1/lists/77/leads.json");

        JsonNode call = admin.get(ONE + "/calls?latest=1").json().path(0);
        assertThat(keys(call))
                .containsExactly(
                        "number",
                        "arrivedAt",
                        "kind",
                        "method",
                        "path",
                        "listId",
                        "records",
                        "verdict",
                        "executed",
                        "durationMillis",
                        "concurrency",
                        "client",
                        "requestId");
        assertThat(call.path("kind").asText()).isEqualTo("list-read");
        assertThat(call.path("verdict").asText()).isEqualTo("1013");
        assertThat(call.path("client").asText()).startsWith("127.0.0.1:");
        assertThat(admin.get(ONE + "/calls?since=" + call.path("number")).json()).isEmpty();
        assertThat(admin.get(ONE).json().path("calls").path("list-read").path("1013").asInt())
                .isEqualTo(1);

        admin.json(ONE + "/usage", "{\"user\":\"x@example.com\",\"calls\":5}");
        assertThat(marketo.meter().today().total()).isEqualTo(6);
        admin.post(ONE + "/reset");
        assertThat(marketo.calls().all()).isEmpty();
        assertThat(marketo.meter().mostInWindow()).isZero();
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(admin.get(ONE + "/nonsense").status()).isEqualTo(404);
        assertThat(admin.get("/admin/api/subscriptions/999-XYZ-999").status()).isEqualTo(404);
        assertThat(admin.get("/admin/api/nonsense").status()).isEqualTo(404);
        assertThat(admin.get(ONE + "/lists/77/members").status()).isEqualTo(404);
        assertThat(admin.json(ONE + "/limits", "{").status()).isEqualTo(400);
    }

    @Test
    void showsThePage() {
        MarketoClient.Reply page = admin.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Marketo sandbox");
    }
}

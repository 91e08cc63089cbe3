package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListMembersTest extends ListTestCase {
    private String statuses(MarketoClient.Reply reply) {
        return reply.result().findValuesAsText("status").toString();
    }

    @Test
    void addsLeadsFromAJsonBody() {
        JsonNode reply =
                client.json(path, "{\"input\":[{\"id\":" + ada + "},{\"id\":" + bob + "}]}").json();

        assertThat(keys(reply)).containsExactlyInAnyOrder("requestId", "result", "success");
        assertThat(keys(reply.path("result").path(0))).containsExactly("id", "status");
        assertThat(gold.members()).containsExactly(ada, bob);
    }

    @Test
    void addsLeadsFromRepeatedParametersAndFromAForm() {
        client.post(path + "?id=" + ada + "&id=" + bob);
        assertThat(gold.size()).isEqualTo(2);

        client.form("/rest/v1/list/" + gold.id() + "/leads.json", "id=" + ada);
        assertThat(gold.size()).isEqualTo(2);
    }

    @Test
    void addsAMemberAgainAndStillSaysAdded() {
        gold.add(ada);

        assertThat(statuses(client.post(path + "?id=" + ada))).isEqualTo("[added]");
    }

    @Test
    void skipsUnknownLeadsWith1004InInputOrder() {
        JsonNode result = client.post(path + "?id=999999&id=" + ada).result();

        assertThat(result.path(0).path("id").asLong()).isEqualTo(999999);
        assertThat(result.path(0).path("status").asText()).isEqualTo("skipped");
        assertThat(result.path(0).path("reasons").toString())
                .isEqualTo("[{\"code\":\"1004\",\"message\":\"Lead not found\"}]");
        assertThat(result.path(1).path("status").asText()).isEqualTo("added");
    }

    @Test
    void removesMembersAndSkipsOthersWith1015() {
        gold.add(ada);

        JsonNode result = client.delete(path + "?id=" + ada + "&id=" + bob).result();

        assertThat(result.path(0).path("status").asText()).isEqualTo("removed");
        assertThat(result.path(1).path("reasons").toString())
                .isEqualTo("[{\"code\":\"1015\",\"message\":\"Lead not in list\"}]");
        assertThat(gold.members()).isEmpty();
    }

    @Test
    void removesWithAJsonBodyToo() {
        gold.add(ada);

        assertThat(statuses(client.send("DELETE", path, "{\"input\":[{\"id\":" + ada + "}]}")))
                .isEqualTo("[removed]");
    }

    @Test
    void saysWhoIsAMember() {
        gold.add(ada);

        String ids = "?id=" + ada + "&id=" + bob + "&id=999999";
        assertThat(statuses(client.get(path.replace(".json", "/ismember.json") + ids)))
                .isEqualTo("[memberof, notmemberof, skipped]");
    }

    @Test
    void refusesAnUnknownListWith1013() {
        String unknown = "/rest/v1/lists/77/leads.json";

        assertThat(client.post(unknown + "?id=" + ada).code()).isEqualTo("1013");
        assertThat(client.delete(unknown + "?id=" + ada).code()).isEqualTo("1013");
        JsonNode refusal = client.get(unknown).json();
        assertThat(keys(refusal)).containsExactlyInAnyOrder("requestId", "success", "errors");
    }

    @Test
    void refusesChangesWhileTheListImportsWith1019() {
        gold.importing(true);

        assertThat(client.post(path + "?id=" + ada).code()).isEqualTo("1019");
        assertThat(client.delete(path + "?id=" + ada).code()).isEqualTo("1019");
        assertThat(client.get(path).code()).isEmpty();
    }

    @Test
    void refusesMoreThan300IdsAndNone() {
        String many =
                IntStream.rangeClosed(1, 301)
                        .mapToObj(n -> "" + n)
                        .collect(Collectors.joining(","));

        assertThat(client.post(path + "?id=" + many).code()).isEqualTo("1003");
        assertThat(client.post(path).code()).isEqualTo("1002");
    }

    @Test
    void readsMembersPageByPageAlsoThroughAPost() {
        List<Long> ids = marketo.leads().generate("p%d@example.com", 0, 700);
        ids.forEach(gold::add);

        JsonNode first = client.get(path + "?fields=email").json();
        String form =
                "_method=GET&fields=email&nextPageToken=" + first.path("nextPageToken").asText();
        JsonNode second = client.form(path.replace("lists", "list"), form).json();
        JsonNode third =
                client.get(path + "?nextPageToken=" + second.path("nextPageToken").asText()).json();

        assertThat(first.path("result")).hasSize(300);
        assertThat(second.path("result")).hasSize(300);
        assertThat(third.path("result")).hasSize(100);
        assertThat(third.has("nextPageToken")).isFalse();
        assertThat(keys(first.path("result").path(0))).containsExactly("id", "email");
    }

    @Test
    void refusesAnExpiredPagingToken() {
        gold.add(ada);
        gold.add(bob);
        String token = client.get(path + "?batchSize=1").json().path("nextPageToken").asText();
        marketo.paging().expire();

        assertThat(client.get(path + "?nextPageToken=" + token).code()).isEqualTo("1003");
    }

    @Test
    void mergesLeadsAndTheirMemberships() {
        gold.add(bob);

        JsonNode reply = client.post("/rest/v1/leads/" + ada + "/merge.json?leadIds=" + bob).json();

        assertThat(keys(reply)).containsExactlyInAnyOrder("requestId", "success");
        assertThat(gold.members()).containsExactly(ada);
        assertThat(statuses(client.post(path + "?id=" + bob))).isEqualTo("[skipped]");
    }

    @Test
    void refusesToMergeMoreThan25Leads() {
        String many =
                IntStream.rangeClosed(1, 26).mapToObj(n -> "" + n).collect(Collectors.joining(","));

        assertThat(client.post("/rest/v1/leads/" + ada + "/merge.json?leadIds=" + many).code())
                .isEqualTo("1080");
    }

    @Test
    void deletesLeadsFromEverything() {
        gold.add(ada);

        String input = "{\"input\":[{\"id\":" + ada + "},{\"id\":999999}]}";
        assertThat(statuses(client.json("/rest/v1/leads/delete.json", input)))
                .isEqualTo("[deleted, skipped]");
        assertThat(gold.members()).isEmpty();
        assertThat(marketo.leads().byEmail("ada@example.com")).isEmpty();
    }
}

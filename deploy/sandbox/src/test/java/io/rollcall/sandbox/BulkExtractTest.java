package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Export;
import io.rollcall.sandbox.marketo.ExportPace;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.StaticList;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkExtractTest extends SandboxTestCase {
    private static final String EXPORT = "/bulk/v1/leads/export/";
    private static final String OF_GOLD =
            "{\"fields\":[\"id\",\"email\",\"ecidText\"],\"format\":\"CSV\","
                    + "\"filter\":{\"staticListId\":1001}}";

    private StaticList gold;

    @BeforeEach
    void people() {
        unlimited();
        marketo.exports().pace(ExportPace.AT_ONCE);
        gold = marketo.lists().create("Gold");
        for (String name : List.of("ada", "bob", "cyd")) {
            client.json(
                    "/rest/v1/leads.json",
                    "{\"input\":[{\"email\":\"%s@example.com\"}]}".formatted(name));
        }
        gold.add(1001);
        gold.add(1003);
    }

    private String created() {
        MarketoClient.Reply reply = client.json(EXPORT + "create.json", OF_GOLD);
        assertThat(reply.code()).as(reply.body()).isEmpty();
        return reply.result().path(0).path("exportId").asText();
    }

    private MarketoClient.Reply queue(String id) {
        return client.post(EXPORT + id + "/enqueue.json");
    }

    private JsonNode status(String id) {
        return client.get(EXPORT + id + "/status.json").result().path(0);
    }

    private String completed() {
        String id = created();
        queue(id);
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> status(id).path("status").asText().equals("Completed"));
        return id;
    }

    private MarketoClient.Reply part(String id, String range) {
        return client.send(
                client.request(EXPORT + id + "/file.json").header("Range", range).GET().build());
    }

    @Test
    void exportsWhoIsOnTheListWithNullForWhatIsEmpty() {
        String id = completed();

        String file = client.get(EXPORT + id + "/file.json").body();
        assertThat(file)
                .isEqualTo(
                        "id,email,ecidText\r\n1001,ada@example.com,null\r\n1003,cyd@example.com,null\r\n");
        JsonNode status = status(id);
        assertThat(status.path("numberOfRecords").asInt()).isEqualTo(2);
        assertThat(status.path("fileSize").asInt()).isEqualTo(file.length());
        assertThat(status.path("fileChecksum").asText()).startsWith("sha256:").hasSize(71);
    }

    @Test
    void givesTheBytesThatAreAskedFor() {
        String id = completed();
        int size = status(id).path("fileSize").asInt();

        assertThat(part(id, "bytes=0-2")).isEqualTo(new MarketoClient.Reply(206, "id,"));
        assertThat(part(id, "bytes=3-7").body()).isEqualTo("email");
        assertThat(part(id, "bytes=" + (size - 2) + "-9999").body()).isEqualTo("\r\n");
        assertThat(part(id, "bytes=" + size + "-9999").status()).isEqualTo(416);
    }

    @Test
    void aJobIsOnlyMadeUntilItIsQueuedAndQueuedOnce() {
        marketo.exports().pace(ExportPace.AT_ONCE.startingAfter(60_000));
        String id = created();
        assertThat(status(id).path("status").asText()).isEqualTo("Created");
        assertThat(client.get(EXPORT + id + "/file.json").code()).isEqualTo("1003");

        assertThat(queue(id).result().path(0).path("status").asText()).isEqualTo("Queued");
        assertThat(queue(id).code()).isEqualTo("1029");
        assertThat(keys(status(id))).doesNotContain("fileSize", "numberOfRecords");
    }

    @Test
    void tenJobsMayStandInTheQueue() {
        marketo.exports().pace(ExportPace.AT_ONCE.startingAfter(60_000));
        for (int i = 0; i < 10; i++) {
            assertThat(queue(created()).code()).isEmpty();
        }
        assertThat(queue(created()).code()).isEqualTo("1029");
    }

    @Test
    void refusesMoreThanTheDaysBytes() {
        marketo.exports().pace(ExportPace.AT_ONCE.withBytesPerDay(20));
        completed();

        assertThat(client.json(EXPORT + "create.json", OF_GOLD).code()).isEqualTo("1029");
        marketo.clock().shift(Duration.ofDays(1));
        client.authorize();
        assertThat(client.json(EXPORT + "create.json", OF_GOLD).code()).isEmpty();
    }

    @Test
    void aSubscriptionMayLackTheFilter() {
        marketo.exports().pace(ExportPace.AT_ONCE.withoutStaticLists());
        assertThat(client.json(EXPORT + "create.json", OF_GOLD).code()).isEqualTo("1035");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(client.get(EXPORT + "no-such-job/status.json").code()).isEqualTo("1013");
        assertThat(client.json(EXPORT + "create.json", OF_GOLD.replace("1001", "77")).code())
                .isEqualTo("1013");
        assertThat(
                        client.json(EXPORT + "create.json", OF_GOLD.replace("ecidText", "noField"))
                                .code())
                .isEqualTo("1006");
        assertThat(
                        client.json(
                                        EXPORT + "create.json",
                                        OF_GOLD.replace("staticListId", "smartListId"))
                                .code())
                .isEqualTo("1035");
    }

    @Test
    void aStatusIsAsOldAsItsLastUpdate() {
        marketo.exports().pace(ExportPace.AT_ONCE.tellingEvery(60_000));
        String id = created();
        queue(id);
        Export job = marketo.exports().all().get(0);
        await().until(() -> job.status() == Export.Status.COMPLETED);

        assertThat(status(id).path("status").asText()).isEqualTo("Queued");
        marketo.clock().shift(Duration.ofMinutes(1));
        assertThat(status(id).path("status").asText()).isEqualTo("Completed");
    }

    @Test
    void aCanceledJobNeverRuns() {
        marketo.exports().pace(ExportPace.AT_ONCE.startingAfter(60_000));
        String id = created();
        queue(id);

        client.post(EXPORT + id + "/cancel.json");

        assertThat(status(id).path("status").asText()).isEqualTo("Canceled");
    }

    @Test
    void aListThatIsGoneMakesItFail() {
        marketo.exports().pace(ExportPace.AT_ONCE.startingAfter(300));
        String id = created();
        queue(id);
        client.post("/rest/asset/v1/staticList/1001/delete.json");

        await().until(() -> status(id).path("status").asText().equals("Failed"));
    }

    @Test
    void itsCallsCanBeMadeToFail() {
        marketo.faults().add(FaultSpec.code("611").on(CallKind.EXPORT_STATUS).times(1));
        String id = created();
        assertThat(client.get(EXPORT + id + "/status.json").code()).isEqualTo("611");
        assertThat(client.get(EXPORT + id + "/status.json").code()).isEmpty();
    }
}

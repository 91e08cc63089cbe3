package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.Import;
import io.rollcall.sandbox.marketo.ImportPace;
import io.rollcall.sandbox.marketo.StaticList;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkImportTest extends ImportTestCase {
    private static final ImportPace SLOW = new ImportPace(50, 0);
    private static final String GOLD = "&listId=1001";

    private StaticList gold() {
        return marketo.lists().create("Gold");
    }

    private Import running(String parameters) {
        marketo.imports().pace(SLOW);
        Import job = queued(parameters, people(500));
        await().pollInterval(Duration.ofMillis(10)).until(() -> job.imported() > 3);
        return job;
    }

    private String refusal(String parameters, String csv) {
        return client.file("/bulk/v1/leads.json?" + parameters, csv).code();
    }

    @Test
    void queuesAFileAndPutsItsPeopleOnTheList() {
        StaticList gold = gold();

        MarketoClient.Reply queued =
                client.file(BULK + GOLD, "email\nada@example.com\nnonsense\nbob@example.com\n");
        JsonNode status = ended(job(1001));

        assertThat(queued.result().toString())
                .isEqualTo("[{\"batchId\":1001,\"importId\":\"1001\",\"status\":\"Queued\"}]");
        assertThat(status.toString())
                .isEqualTo(
                        "{\"batchId\":1001,\"status\":\"Complete\",\"numOfLeadsProcessed\":2,"
                                + "\"numOfRowsFailed\":1,\"numOfRowsWithWarning\":0,\"message\":"
                                + "\"Import completed with errors, 2 records imported (2 members), 1 failed\"}");
        assertThat(gold.members()).containsExactly(1001L, 1002L);
        assertThat(failures(status))
                .isEqualTo(
                        "email,Import Failure Reason\r\n"
                                + "nonsense,Invalid value for field 'email' and value 'nonsense'\r\n");
    }

    @Test
    void waitsInTheQueueBeforeItBegins() {
        marketo.imports().pace(new ImportPace(1000, 60_000));

        Import job = queued("", people(1));

        assertThat(keys(status(job))).doesNotContain("message");
        assertThat(status(job).path("status").asText()).isEqualTo("Queued");
    }

    @Test
    void goesThroughTheFileRowByRowForEverybodyToSee() {
        StaticList gold = gold();
        Import job = running(GOLD);

        assertThat(status(job).path("status").asText()).isEqualTo("Importing");
        assertThat(status(job).path("numOfLeadsProcessed").asInt()).isBetween(4, 400);
        JsonNode half = client.get("/rest/v1/lists/1001/leads.json").result();
        assertThat(half.size()).isBetween(4, 400);
        assertThat(half.path(0).path("email").asText()).isEqualTo("p1@example.com");

        marketo.imports().pace(ImportPace.AT_ONCE);
        assertThat(ended(job).path("message").asText())
                .isEqualTo("Import succeeded, 500 records imported (500 members)");
        assertThat(gold.size()).isEqualTo(500);
    }

    @Test
    void locksTheListWhileItIsImportedTo() {
        gold();
        marketo.leads().create("ada@example.com");
        String members = "/rest/v1/lists/1001/leads.json?id=1001";
        Import job = running(GOLD);

        assertThat(client.post(members).code()).isEqualTo("1019");
        assertThat(client.delete(members).code()).isEqualTo("1019");
        assertThat(client.file(BULK + GOLD, people(1)).code()).isEqualTo("1019");
        assertThat(client.post("/rest/asset/v1/staticList/1001/delete.json").code())
                .isEqualTo("1022");

        marketo.imports().pace(ImportPace.AT_ONCE);
        ended(job);
        assertThat(client.delete(members).code()).isEmpty();
        assertThat(imported(GOLD, people(1)).path("status").asText()).isEqualTo("Complete");
    }

    @Test
    void takesChangesToAListThatIsOnlyQueuedFor() {
        gold();
        marketo.leads().create("ada@example.com");
        marketo.imports().pace(new ImportPace(1000, 60_000));
        queued(GOLD, people(1));

        assertThat(client.post("/rest/v1/lists/1001/leads.json?id=1001").code()).isEmpty();
        assertThat(client.file(BULK + GOLD, people(1)).code()).isEqualTo("1019");
    }

    @Test
    void queuesTenWorksOnTwoAndRefusesTheEleventhWith1016() {
        marketo.imports().pace(SLOW);
        List<Import> jobs = IntStream.range(0, 10).mapToObj(n -> queued("", people(500))).toList();
        await().until(() -> marketo.imports().count(Import.Status.IMPORTING) == 2);

        assertThat(jobs.subList(0, 2))
                .extracting(Import::status)
                .containsOnly(Import.Status.IMPORTING);
        assertThat(marketo.imports().count(Import.Status.QUEUED)).isEqualTo(8);
        assertThat(client.file(BULK, people(1)).code()).isEqualTo("1016");

        marketo.imports().pace(ImportPace.AT_ONCE);
        jobs.forEach(this::ended);
        assertThat(jobs).extracting(Import::status).containsOnly(Import.Status.COMPLETE);
        assertThat(marketo.leads().count()).isBetween(500, 1000);
        assertThat(imported("", people(1)).path("status").asText()).isEqualTo("Complete");
    }

    @Test
    void endsFailedWhenItsListIsDeleted() {
        gold();
        Import job = running(GOLD);

        marketo.lists().delete(1001);

        JsonNode status = ended(job);
        assertThat(status.path("status").asText()).isEqualTo("Failed");
        assertThat(status.path("message").asText()).contains("List with id '1001' not found");
        assertThat(marketo.leads().count()).isEqualTo(job.imported()).isBetween(4, 499);
    }

    @Test
    void refusesAtOnceWhatTheCallAloneShowsToBeWrong() {
        assertThat(refusal("format=csv&listId=77", people(1))).isEqualTo("1013");
        assertThat(refusal("format=csv&listId=gold", people(1))).isEqualTo("1001");
        assertThat(refusal("format=csv&lookupField=nonsense", people(1))).isEqualTo("1006");
        assertThat(refusal("format=csv&lookupField=city", people(1))).isEqualTo("1011");
        assertThat(refusal("format=csv&lookupField=ecidText", people(1))).isEqualTo("1003");
        assertThat(refusal("format=csv&partitionName=Mars", people(1))).isEqualTo("1008");
        assertThat(refusal("format=csv", "email,nonsense\n")).isEqualTo("1006");
        assertThat(refusal("format=csv", "email,createdAt\n")).isEqualTo("1003");
        assertThat(refusal("format=csv", "email,email\n")).isEqualTo("1003");
        assertThat(refusal("format=csv", "")).isEqualTo("1003");
        assertThat(refusal("format=csv", "email\n\"ada@example.com\n")).isEqualTo("1003");
        assertThat(refusal("format=xls", people(1))).isEqualTo("1003");
        assertThat(refusal("", people(1))).isEqualTo("1002");
        assertThat(marketo.imports().all()).isEmpty();
    }

    @Test
    void refusesAFormThatIsNone() {
        String part = "--Ab3\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\nemail\r\n";
        String file = part.formatted("file", "; filename=\"leads.csv\"");
        String type = "multipart/form-data; boundary=Ab3";

        assertThat(form(type, file)).as("no end").isEqualTo("613");
        assertThat(form(type, "email\n")).as("no part").isEqualTo("613");
        assertThat(form("multipart/form-data", file + "--Ab3--")).isEqualTo("613");
        assertThat(form("multipart/form-data; boundary=ab3", file + "--Ab3--")).isEqualTo("613");
        assertThat(form("text/csv", people(1))).isEqualTo("612");
        assertThat(form(type, part.formatted("leads", "; filename=\"x\"") + "--Ab3--"))
                .isEqualTo("1002");
        assertThat(form(type, part.formatted("file", "") + "--Ab3--")).isEqualTo("1002");
        assertThat(form(type, file + "--Ab3--")).isEmpty();
    }

    private String form(String contentType, String body) {
        return client.send(client.multipart(BULK, contentType, body)).code();
    }

    @Test
    void takesParametersFromTheFormAndOtherSeparators() {
        gold();
        String body =
                """
                --x Y
                Content-Disposition: form-data; name="format"

                ssv
                --x Y
                Content-Disposition: form-data; name="listId"

                1001
                --x Y
                Content-Disposition: form-data; name="file"; filename="leads.csv"

                email;city
                ada@example.com;"Paris; Texas
                or not"
                --x Y--
                """
                        .replace("\n", "\r\n");

        client.send(
                client.multipart(
                        "/bulk/v1/leads.json", "multipart/form-data; boundary=\"x Y\"", body));
        ended(job(1001));

        assertThat(marketo.lists().get(1001).members()).containsExactly(1001L);
        assertThat(marketo.leads().get(1001).orElseThrow().show("city"))
                .isEqualTo("Paris; Texas\r\nor not");
        client.file("/bulk/v1/leads.json?format=tsv", "email\tcity\nada@example.com\tBonn\n");
        ended(job(1002));
        assertThat(marketo.leads().get(1001).orElseThrow().show("city")).isEqualTo("Bonn");
    }

    @Test
    void takesTenMegabytesAndNoMore() {
        String blank = "\n".repeat(9_999_000);

        assertThat(client.file(BULK, people(1) + blank).code()).isEmpty();
        MarketoClient.Reply more = client.file(BULK, people(1) + blank + "\n".repeat(1000));
        assertThat(more.status()).isEqualTo(413);
    }

    @Test
    void knowsABatchForSevenDays() {
        Import job = queued("", people(1));
        ended(job);

        marketo.clock().shift(Duration.ofDays(7).minusMinutes(1));
        client.authorize();
        assertThat(client.get(batch(job) + ".json").code()).isEmpty();
        marketo.clock().shift(Duration.ofDays(7));
        client.authorize();
        assertThat(client.get(batch(job) + ".json").code()).isEqualTo("1013");
        assertThat(client.get(batch(job) + "/failures.json").code()).isEqualTo("1013");
        assertThat(client.get("/bulk/v1/leads/batch/77/warnings.json").code()).isEqualTo("1013");
    }

    @Test
    void queuesAFileWhoseAnswerIsLost() {
        marketo.faults().add(FaultSpec.of(Effect.LOST).on(CallKind.IMPORT).times(1));

        assertThatThrownBy(() -> client.file(BULK, people(3)))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(ended(job(1001)).path("numOfLeadsProcessed").asInt()).isEqualTo(3);
    }

    @Test
    void queuesAFileAlthoughTheClientHangsUp() {
        marketo.faults().add(FaultSpec.of(Effect.LATE).on(CallKind.IMPORT).lasting(50).times(1));

        assertThatThrownBy(() -> client.file(BULK, people(3)))
                .isInstanceOf(UncheckedIOException.class);

        await().until(() -> !marketo.imports().all().isEmpty());
        assertThat(ended(job(1001)).path("numOfLeadsProcessed").asInt()).isEqualTo(3);
    }

    @Test
    void meetsFaultsByKindAndByList() {
        gold();
        marketo.faults().add(FaultSpec.code("1016").on(CallKind.IMPORT).onList(1001).times(1));
        marketo.faults().add(FaultSpec.code("713").on(CallKind.IMPORT_STATUS).times(1));
        marketo.faults().add(FaultSpec.code("611").on(CallKind.IMPORT_ROWS).times(1));

        assertThat(client.file(BULK, people(1)).code()).isEmpty();
        assertThat(client.file(BULK + GOLD, people(1)).code()).isEqualTo("1016");
        assertThat(client.get("/bulk/v1/leads/batch/1001.json").code()).isEqualTo("713");
        assertThat(client.get("/bulk/v1/leads/batch/1001/failures.json").code()).isEqualTo("611");
        assertThat(marketo.imports().all()).hasSize(1);
    }

    @Test
    void countsCallsButNotRows() {
        JsonNode status = imported("", people(400));
        failures(status);

        assertThat(marketo.calls().of(CallKind.IMPORT)).hasSize(1);
        assertThat(marketo.calls().of(CallKind.IMPORT).get(0).records()).isEqualTo(400);
        assertThat(marketo.calls().of(CallKind.IMPORT_STATUS)).hasSize(1);
        assertThat(marketo.calls().of(CallKind.IMPORT_ROWS)).hasSize(1);
        assertThat(marketo.meter().today().total()).isEqualTo(3);
    }
}

package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportBatch.Status;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.testing.InstanceDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadImportTest extends CallerTestCase {

    private static final String QUEUED =
            """
            {"requestId":"d01f#15d672f8560","success":true,
             "result":[{"batchId":3404,"importId":"3404","status":"Queued"}]}""";
    private static final String PEOPLE = "email,city\r\nada@x.example,\"Åbo, \"\"FI\"\"\"\r\n";

    private static Call file(String field, byte[] file) {
        return importing(CallKind.IMPORT, 1001, ImportBatch.of("call-1", field), NOW, file);
    }

    private static Call file(String field, String file) {
        return file(field, file.getBytes(StandardCharsets.UTF_8));
    }

    private Report status(String result) {
        marketo.answers("{\"requestId\":\"1#2\",\"success\":true,\"result\":[" + result + "]}");
        ImportBatch batch = ImportBatch.of("call-1", "email").is(3404, Status.QUEUED);
        return end(importing(CallKind.IMPORT_STATUS, 1001, batch, NOW, null));
    }

    private Caller inPartition(String name) {
        return caller(instance(marketo.endpoint(), Duplicates.OLDEST, name));
    }

    private static void assertEnd(Report report, Verdict verdict, String code) {
        assertThat(report.code()).isEqualTo(code);
        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.batch().of()).isEqualTo("call-1");
    }

    /** The one part, as a server must find it by the boundary that the header tells. */
    private static String fileIn(FakeMarketo.Seen seen) {
        String boundary = boundary(seen);
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leads.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n";
        assertThat(seen.body())
                .startsWith(head.formatted(boundary))
                .endsWith("\r\n--" + boundary + "--\r\n");
        assertThat(seen.body().split("--" + boundary, -1)).hasSize(3);
        int from = head.formatted(boundary).length();
        return seen.body().substring(from, seen.body().length() - boundary.length() - 8);
    }

    private static String boundary(FakeMarketo.Seen seen) {
        String type = seen.headers().get("Content-type");
        assertThat(type).matches("multipart/form-data; boundary=[\\w-]{30,}");
        return type.replaceFirst(".*=", "");
    }

    @Test
    void handsOverOneFileAndTellsMarketosId() {
        marketo.answers(QUEUED);

        Report report = end(file("email", PEOPLE));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method() + " " + seen.path()).isEqualTo("POST /bulk/v1/leads.json");
        assertThat(seen.query()).isEqualTo("format=csv&lookupField=email&listId=1001");
        assertThat(seen.headers()).containsEntry("Authorization", "Bearer tok-1:lon");
        assertThat(fileIn(seen)).isEqualTo(PEOPLE);
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.requestId()).isEqualTo("d01f#15d672f8560");
        assertThat(report.list()).isEqualTo(1001);
        assertThat(report.batch())
                .isEqualTo(new ImportBatch("call-1", "email", 3404, Status.QUEUED, 0, 0, 0, null));
    }

    @Test
    void namesThePartitionOnlyWherePeopleMayBeCreated() {
        marketo.answers(QUEUED).answers(QUEUED);
        end(inPartition("EMEA"), file("email", PEOPLE));
        end(inPartition("EMEA"), file("id", "id\r\n5\r\n"));
        assertThat(marketo.calls.get(0).param("partitionName")).containsExactly("EMEA");
        assertThat(marketo.calls.get(1).query()).isEqualTo("format=csv&lookupField=id&listId=1001");
    }

    @Test
    void whereNobodyMayBeCreatedOnlyLeadIdsAreImported() {
        Instance creating = instance(marketo.endpoint(), Duplicates.OLDEST, null);
        Caller matching =
                caller(InstanceDraft.like(creating).creation(PersonCreation.MATCH_ONLY).build());
        assertEnd(end(matching, file("email", PEOPLE)), Verdict.NOT_DONE, "mixed");
        assertThat(marketo.calls).isEmpty();
        marketo.answers(QUEUED);
        assertEnd(end(matching, file("id", "id\r\n5\r\n")), Verdict.DONE, null);
    }

    @Test
    void noFieldAndNoPartitionChangesWhatIsAsked() {
        marketo.answers(QUEUED);
        end(inPartition("EMEA&listId=7#?+ä"), file("e&listId=8", PEOPLE));
        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.param("listId")).containsExactly("1001");
        assertThat(seen.param("lookupField")).containsExactly("e&listId=8");
        assertThat(seen.param("partitionName")).containsExactly("EMEA&listId=7#?+ä");
        assertThat(fileIn(seen)).isEqualTo(PEOPLE);
    }

    @Test
    void aFileThatLooksLikeAFormStaysOneFile() {
        marketo.answers(QUEUED).answers(QUEUED);
        end(file("email", PEOPLE));
        String forged =
                "email\r\n--B--\r\n--B\r\nContent-Disposition: form-data; name=\"lookupField\"\r\n"
                        + "\r\nid\r\n--B--\r\n";
        String ofTheLast = forged.replace("B", boundary(marketo.calls.get(0)));

        end(file("email", ofTheLast));

        assertThat(fileIn(marketo.calls.get(1))).isEqualTo(ofTheLast);
    }

    @Test
    void aFileOfTenMegabytesIsSentWhole() {
        marketo.answers(QUEUED);
        byte[] large = new byte[MarketoRequest.MAX_FILE_BYTES];
        Arrays.fill(large, (byte) 'x');
        large[large.length - 1] = 'y';
        assertEnd(end(file("email", large)), Verdict.DONE, null);
        String sent = fileIn(marketo.onlyCall());
        assertThat(sent.length()).isEqualTo(large.length);
        assertThat(sent.endsWith("xxy")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, MarketoRequest.MAX_FILE_BYTES + 1})
    void anEmptyOrTooLargeFileIsNotSent(int bytes) {
        assertEnd(end(file("email", new byte[bytes])), Verdict.NOT_DONE, "too-large");
        assertEnd(end(file("email", (byte[]) null)), Verdict.NOT_DONE, "too-large");
        assertThat(marketo.calls).isEmpty();
        assertThat(marketo.tokenCalls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1016,NOT_DONE", "1019,NOT_DONE", "606,NOT_DONE", "611,PERHAPS"})
    void aRefusalKeepsTheImportsName(String code, Verdict verdict) {
        marketo.answers(
                "{\"requestId\":\"1#2\",\"success\":false,\"errors\":[{\"code\":\""
                        + code
                        + "\",\"message\":\"Too many imports\"}]}");
        Report report = end(file("email", PEOPLE));
        assertEnd(report, verdict, code);
        assertThat(report.batch()).isEqualTo(ImportBatch.of("call-1", "email"));
        assertThat(marketo.calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"batchId\":0,\"status\":\"Queued\"}",
                "{\"batchId\":-1,\"status\":\"Queued\"}",
                "{\"batchId\":\"soon\",\"status\":\"Queued\"}"
            })
    void anImportWithoutAnIdMayHaveBegun(String result) {
        marketo.answers("{\"requestId\":\"1#2\",\"success\":true,\"result\":[" + result + "]}");
        assertEnd(end(file("email", PEOPLE)), Verdict.PERHAPS, "unreadable");
    }

    @ParameterizedTest
    @CsvSource({"Importing,IMPORTING", "Failed,FAILED", "Pending,QUEUED", "'',QUEUED"})
    void theIdIsKeptWhateverTheStatus(String word, Status status) {
        marketo.answers(QUEUED.replace("Queued", word));
        assertThat(end(file("email", PEOPLE)).batch())
                .isEqualTo(ImportBatch.of("call-1", "email").is(3404, status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aFileIsNotHandedOnToARedirection(int status) {
        try (FakeMarketo elsewhere = new FakeMarketo()) {
            marketo.redirects(status, elsewhere.endpoint() + "/bulk/v1/leads.json");
            assertEnd(end(file("email", PEOPLE)), Verdict.NOT_DONE, "http-" + status);
            assertThat(elsewhere.calls).isEmpty();
        }
    }

    @Test
    void anUploadThatBreaksOffMayHaveArrivedAndIsNotReplayed() throws IOException {
        try (RawServer server = new RawServer(out -> out.close())) {
            Caller caller = caller(instance(server.endpoint(), Duplicates.OLDEST, null));
            byte[] large = new byte[MarketoRequest.MAX_FILE_BYTES];
            assertEnd(end(caller, file("email", large)), Verdict.PERHAPS, "io");
            assertThat(server.calls).hasValue(1);
        }
    }

    @Test
    void asksHowFarAnImportIs() {
        Report report =
                status(
                        """
                        {"batchId":3404,"status":"Complete","numOfLeadsProcessed":2,
                         "numOfRowsFailed":1,"numOfRowsWithWarning":4,
                         "message":"ada@x.example failed"}""");
        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method() + " " + seen.path())
                .isEqualTo("GET /bulk/v1/leads/batch/3404.json");
        assertThat(seen.query()).isNull();
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.batch())
                .isEqualTo(
                        new ImportBatch("call-1", "email", 3404, Status.COMPLETE, 2, 1, 4, null));
        assertThat(report.toString()).doesNotContain("ada@");
    }

    @ParameterizedTest
    @CsvSource({"Queued,QUEUED", "Importing,IMPORTING", "Failed,FAILED", "complete,COMPLETE"})
    void countsThatAreLeftOutAreNought(String word, Status status) {
        assertThat(status("{\"batchId\":3404,\"status\":\"" + word + "\"}").batch())
                .isEqualTo(ImportBatch.of("call-1", "email").is(3404, status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"batchId\":3404}",
                "{\"batchId\":3404,\"status\":\"Resting\"}",
                "{\"batchId\":3405,\"status\":\"Complete\"}",
                "{\"status\":\"Complete\"}",
                "{\"batchId\":3404,\"status\":\"Complete\",\"numOfRowsFailed\":\"some\"}",
                "{\"batchId\":3404,\"status\":\"Complete\",\"numOfRowsFailed\":-1}",
                "{\"batchId\":3404,\"status\":\"Complete\",\"numOfRowsWithWarning\":{}}"
            })
    void aStatusThatCannotBeReadSaysNothing(String result) {
        Report report = status(result);
        assertEnd(report, Verdict.PERHAPS, "unreadable");
        assertThat(report.batch().status()).isEqualTo(Status.QUEUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMPORT", "IMPORT_STATUS", "IMPORT_FAILURES", "IMPORT_WARNINGS"})
    void whatIsOldIsNotSent(CallKind kind) {
        Call old =
                importing(
                        kind,
                        1001,
                        ImportBatch.of("call-1", "email"),
                        NOW - 5_001,
                        PEOPLE.getBytes(StandardCharsets.UTF_8));
        assertEnd(end(old), Verdict.NOT_DONE, "stale");
        assertThat(marketo.calls).isEmpty();
    }

    @Test
    void theRowsOfAnImportAreNoRequest() {
        assertEnd(
                end(importing(CallKind.ROWS, 1001, ImportBatch.of("call-1", "email"), NOW, null)),
                Verdict.NOT_DONE,
                "mixed");
        assertThat(marketo.calls).isEmpty();
    }
}

package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.pack.Hash64;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportBatch.Status;
import io.rollcall.report.ImportRows;
import io.rollcall.report.Report;
import io.rollcall.report.ReportCodec;
import io.rollcall.report.Verdict;
import io.rollcall.testing.InstanceDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRemarksTest extends CallerTestCase {

    private static Call remarks(CallKind kind, String field, int from) {
        ImportBatch batch =
                new ImportBatch(
                        "call-1", field, 3404, Status.COMPLETE, 0, 2, 1, ImportRows.from(from));
        return importing(kind, 1001, batch, NOW, null);
    }

    private Report failures(String field, int from, String answer) {
        marketo.answers(answer);
        return end(remarks(CallKind.IMPORT_FAILURES, field, from));
    }

    private List<Long> keys(String field, String answer) {
        Report report = failures(field, 0, answer);
        assertThat(report.code()).isNull();
        return report.batch().rows().keys();
    }

    private static void assertUnreadable(Report report) {
        assertThat(report.code()).isEqualTo("unreadable");
        assertThat(report.verdict()).isEqualTo(Verdict.PERHAPS);
        assertThat(report.batch().rows().keys()).isEmpty();
    }

    private static long email(String address) {
        return Hash64.ofLookup("email", address);
    }

    @ParameterizedTest
    @CsvSource({"IMPORT_FAILURES,failures", "IMPORT_WARNINGS,warnings"})
    void saysWhomTheRowsAreAbout(CallKind kind, String file) {
        marketo.answers(
                """
                firstName,email,Import Failure Reason\r
                Ada,ada@x.example,Invalid email\r
                "Bob ""B"", Jr",bob@x.example,"Twice, in
                one file"\r
                """);

        Report report = end(remarks(kind, "email", 0));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method() + " " + seen.path())
                .isEqualTo("GET /bulk/v1/leads/batch/3404/" + file + ".json");
        assertThat(seen.headers()).containsEntry("Accept", "*/*");
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.batch())
                .isEqualTo(
                        new ImportBatch(
                                "call-1",
                                "email",
                                3404,
                                Status.COMPLETE,
                                0,
                                2,
                                1,
                                new ImportRows(
                                        0,
                                        0,
                                        List.of(email("ada@x.example"), email("bob@x.example")))));
    }

    @Test
    void aRowByLeadIdHasItAsItsKey() {
        assertThat(keys("id", "id,Reason\n5,Lead not found\n9223372036854775807,x\n"))
                .containsExactly(5L, Long.MAX_VALUE);
    }

    /** Kept in state and reports, and so never to change. */
    @Test
    void aKeyIsWhatACreationOfTheSameValueIsBarredBy() {
        assertThat(email("ada17@x.example")).isEqualTo(964759313587154321L);
    }

    @Test
    void anAddressIsReadAsItWasSentThoughMarketoWritesItInCapitals() {
        assertThat(keys("email", "EMail,Reason\n\" Ada@X.example \",r\n"))
                .containsExactly(email("ada@x.example"));
    }

    @Test
    void anyOtherValueIsReadAsItStands() {
        assertThat(keys("ecidText", "ecidText,Reason\n Ab ,r\n"))
                .containsExactly(Hash64.ofLookup("ecidText", " Ab "));
        assertThat(keys("unheardOf", "unheardOf,Reason\nAb,r\n"))
                .containsExactly(Hash64.ofLookup("unheardOf", "Ab"));
    }

    @Test
    void aFieldOfTwoNamespacesThatDisagreeHasItsValuesReadAsTheyStand() {
        Instance disagreeing =
                InstanceDraft.like(instance(marketo.endpoint(), Duplicates.OLDEST, null))
                        .lookup(
                                new Instance.Lookup("email", "email"),
                                new Instance.Lookup("crm", "email"))
                        .build();
        marketo.answers("email,Reason\nAda@x,r\nbob@x,r\n");
        assertThat(
                        end(caller(disagreeing), remarks(CallKind.IMPORT_FAILURES, "email", 0))
                                .batch()
                                .rows()
                                .keys())
                .containsExactly(email("Ada@x"), email("bob@x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFemail,Reason\nada@x,r\n",
                "\uFEFF\"email\",Reason\nada@x,r\n",
                "email,Reason\n\nada@x,r\n\n",
                "email,Reason\nada@x,r",
                "email\nada@x,r\n",
                "email,Reason\nada@x,of three, not quoted\n",
                "email,Reason\nada@x,\n"
            })
    void smallOdditiesDoNoHarm(String file) {
        assertThat(keys("email", file)).containsExactly(email("ada@x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Reason\nr\n",
                "e-mail,Reason\nada@x,r\n",
                "<html><h1>maintenance</h1></html>",
                "email,Reason\nada@x\n",
                "email,Reason\n,r\n",
                "email,Reason\nada@x,\"r\nbob@x,r\n",
                "email,Reason\nada@x,\"a \"quoted\" word\"\n",
                "{\"success\":true,\"result\":[]}",
                "{\"success\":true}",
                "{\"requestId\"",
                "[]"
            })
    void aFileThatCannotBeReadSaysNothing(String file) {
        assertUnreadable(failures("email", 0, file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "0", "-5", "5.0", "9223372036854775808"})
    void aRowWithoutALeadIdSaysNothing(String id) {
        assertUnreadable(failures("id", 0, "id,Reason\n7,r\n" + id + ",r\n"));
    }

    @Test
    void whatIsNotUtf8SaysNothing() throws IOException {
        byte[] latin1 = "email,Reason\näda@x,r\n".getBytes(StandardCharsets.ISO_8859_1);
        try (RawServer server =
                new RawServer(
                        out -> {
                            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes());
                            out.write(latin1);
                            out.close();
                        })) {
            Caller caller = caller(instance(server.endpoint(), Duplicates.OLDEST, null));
            assertUnreadable(end(caller, remarks(CallKind.IMPORT_FAILURES, "email", 0)));
        }
    }

    @ParameterizedTest
    @CsvSource({"606,NOT_DONE", "1013,NOT_DONE", "604,PERHAPS"})
    void anErrorIsMarketosOwn(String code, Verdict verdict) {
        Report report =
                failures(
                        "email",
                        0,
                        "{\"requestId\":\"1#2\",\"success\":false,\"errors\":[{\"code\":\""
                                + code
                                + "\",\"message\":\"m\"}]}");
        assertThat(report.code()).isEqualTo(code);
        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.requestId()).isEqualTo("1#2");
    }

    @Test
    void aFileUnderAnErrorsStatusIsNotRead() {
        marketo.answers(502, "email,Reason\nada@x,r\n");
        assertThat(end(remarks(CallKind.IMPORT_FAILURES, "email", 0)).code()).isEqualTo("http-502");
    }

    @Test
    void manyRowsComeAPageAtATime() {
        String file =
                IntStream.rangeClosed(1, 2 * RowKeys.MOST_ROWS + 1)
                        .mapToObj(id -> id + ",r\n")
                        .collect(Collectors.joining("", "id,Reason\n", ""));
        ImportRows first = failures("id", 0, file).batch().rows();
        assertThat(first.keys()).hasSize(RowKeys.MOST_ROWS).startsWith(1L);
        assertThat(first.next()).isEqualTo(RowKeys.MOST_ROWS);

        ImportRows second = failures("id", first.next(), file).batch().rows();
        assertThat(second.from()).isEqualTo(first.next());
        assertThat(second.keys()).hasSize(RowKeys.MOST_ROWS).startsWith(RowKeys.MOST_ROWS + 1L);

        ImportRows last = failures("id", second.next(), file).batch().rows();
        assertThat(last.keys()).containsExactly(2L * RowKeys.MOST_ROWS + 1);
        assertThat(last.next()).isZero();

        ImportRows beyond = failures("id", 2 * RowKeys.MOST_ROWS + 1, file).batch().rows();
        assertThat(beyond.keys()).isEmpty();
        assertThat(beyond.next()).isZero();
    }

    @Test
    void aPageThatEndsWithTheFileIsTheLast() {
        String file = "id,Reason\n" + "7,r\n".repeat(RowKeys.MOST_ROWS);
        ImportRows rows = failures("id", 0, file).batch().rows();
        assertThat(rows.keys()).hasSize(RowKeys.MOST_ROWS);
        assertThat(rows.next()).isZero();
    }

    @Test
    void aPageOfTheLongestKeysFitsIntoAReport() {
        List<Long> longest = Collections.nCopies(RowKeys.MOST_ROWS, Long.MIN_VALUE);
        Call call = remarks(CallKind.IMPORT_FAILURES, "email", Integer.MAX_VALUE);
        ImportBatch batch =
                call.batch().with(new ImportRows(Integer.MAX_VALUE, Integer.MAX_VALUE, longest));
        Report report = End.ofImport("1#2", batch).report(call, NOW);

        byte[] bytes = ReportCodec.write(report);

        assertThat(bytes.length).isLessThan(900_000);
        assertThat(ReportCodec.read(bytes, 1).batch()).isEqualTo(batch);
    }

    /** Beyond what any other answer may have. */
    @Test
    void aFileOfManyMegabytesIsRead() {
        int rows = 60_000;
        String reason = ",\"" + "why ".repeat(40) + "\"\n";
        String file = "id,Reason\n" + ("7" + reason).repeat(rows);
        assertThat(file.length()).isGreaterThan(HttpAsk.MOST_BYTES);
        assertThat(keys("id", file)).hasSize(RowKeys.MOST_ROWS);
    }

    @Test
    void aFileThatNeverEndsIsCutOff() throws IOException {
        byte[] rows = "7,r\n".repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);
        try (RawServer server =
                new RawServer(
                        out -> {
                            out.write("HTTP/1.1 200 OK\r\n\r\nid,Reason\n".getBytes());
                            while (true) {
                                out.write(rows);
                            }
                        })) {
            Caller caller = caller(instance(server.endpoint(), Duplicates.OLDEST, null));
            assertUnreadable(end(caller, remarks(CallKind.IMPORT_FAILURES, "id", 0)));
        }
    }
}

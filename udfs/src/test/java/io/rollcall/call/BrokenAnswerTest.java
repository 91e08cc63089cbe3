package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenAnswerTest extends CallerTestCase {

    private static Call add() {
        return call(CallKind.ADD, 1001, List.of(lead(5)));
    }

    private static void assertEnd(Report report, Verdict verdict, String code) {
        assertThat(report.code()).isEqualTo(code);
        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.members()).extracting(Member::status).containsOnly(MemberStatus.SENT);
    }

    private Report endOf(RawServer.Behaviour behaviour) throws IOException {
        try (RawServer server = new RawServer(behaviour)) {
            Report report = end(caller(instance(server.endpoint(), null, null)), add());
            assertThat(server.calls).as("sent once, never again").hasValue(1);
            return report;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500,PERHAPS",
        "502,PERHAPS",
        "503,PERHAPS",
        "504,PERHAPS",
        "413,NOT_DONE",
        "414,NOT_DONE",
        "401,NOT_DONE",
        "403,NOT_DONE",
        "404,NOT_DONE",
        "407,NOT_DONE",
        "429,NOT_DONE",
        "204,PERHAPS"
    })
    void anHttpStatusIsTheEnd(int status, Verdict verdict) {
        marketo.answers(status, status == 204 ? "" : "<html><h1>Gateway says no</h1></html>");
        assertEnd(end(add()), verdict, "http-" + status);
        assertThat(marketo.calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>maintenance</html>",
                "",
                "[]",
                "null",
                "7",
                "{",
                "{}",
                "{\"success\":\"yes\"}",
                "{\"success\":true}",
                "{\"success\":true,\"result\":null}",
                "{\"success\":true,\"result\":{}}",
                "{\"success\":false}",
                "{\"success\":false,\"errors\":[]}",
                "{\"success\":false,\"errors\":[{\"message\":\"no code\"}]}",
                "{\"success\":false,\"errors\":[{\"code\":\"ada@acme.example\"}]}",
                "{\"requestId\":\"1#2\",\"result\":[{\"id\":5,\"status\":\"added\"}],\"success\":true",
                "{\"success\":true,\"result\":[]} trailing"
            })
    void anAnswerThatCannotBeReadMeansPerhaps(String body) {
        marketo.answers(body);
        assertEnd(end(add()), Verdict.PERHAPS, "unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "606,NOT_DONE", "607,NOT_DONE", "615,NOT_DONE", "603,NOT_DONE", "604,PERHAPS",
        "608,NOT_DONE", "611,PERHAPS", "713,PERHAPS", "1019,NOT_DONE", "4242,PERHAPS"
    })
    void theFirstErrorsCodeDecides(String code, Verdict verdict) {
        marketo.answers(
                "{\"requestId\":\"1#2\",\"success\":false,\"errors\":[{\"code\":\""
                        + code
                        + "\",\"message\":\"m\"},{\"code\":\"1003\",\"message\":\"n\"}]}");
        assertEnd(end(add()), verdict, code);
    }

    @Test
    void aCodeWrittenAsANumberIsReadAsOne() {
        marketo.answers("{\"success\":false,\"errors\":[{\"code\":606}]}");
        assertEnd(end(add()), Verdict.NOT_DONE, "606");
    }

    @Test
    void whateverElseMarketoAddsIsIgnored() {
        marketo.answers(
                """
                {"requestId":"<script>","result":[{"seq":0,"id":5,"status":"added","reasons":[]}],"success":true,"errors":[],"warnings":["w"],"new":{}}""");
        Report report = end(add());
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        assertThat(report.requestId()).isNull();
        assertThat(report.members()).extracting(Member::status).containsExactly(MemberStatus.ADDED);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (FakeMarketo elsewhere = new FakeMarketo()) {
            marketo.redirects(elsewhere.endpoint() + "/rest/v1/lists/1001/leads.json");
            assertEnd(end(add()), Verdict.NOT_DONE, "http-302");
            assertThat(elsewhere.calls).isEmpty();
        }
    }

    @Test
    void aConnectionCutBeforeTheAnswerMeansPerhapsAndIsNotReplayed() throws IOException {
        assertEnd(endOf(out -> out.close()), Verdict.PERHAPS, "io");
    }

    @Test
    void aConnectionCutWithinTheAnswerMeansPerhaps() throws IOException {
        String half = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"requestId\":\"1#2\",\"succ";
        Report report =
                endOf(
                        out -> {
                            out.write(half.getBytes(StandardCharsets.US_ASCII));
                            out.flush();
                        });
        assertEnd(report, Verdict.PERHAPS, "io");
    }

    @Test
    void anAnswerThatNeverComesMeansPerhapsAfterTheTimeout() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = new RawServer(out -> never.await());
                AsyncHttp impatient =
                        new AsyncHttp(InetAddress::getAllByName, CLOCK, Duration.ofSeconds(1))) {
            Caller caller =
                    new Caller(
                            List.of(instance(server.endpoint(), null, null)), 7, impatient, CLOCK);
            assertEnd(end(caller, add()), Verdict.PERHAPS, "timeout");
        }
    }

    @Test
    void anAnswerThatNeverEndsIsCutOff() throws IOException {
        byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        Report report =
                endOf(
                        out -> {
                            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes());
                            while (true) {
                                out.write(spaces);
                            }
                        });
        assertEnd(report, Verdict.PERHAPS, "unreadable");
    }

    @Test
    void aRefusedConnectionMeansNotDone() throws IOException {
        // The token is at hand, then the server goes.
        Caller caller = caller();
        marketo.answers("{\"success\":true,\"result\":[{\"id\":5,\"status\":\"added\"}]}");
        end(caller, add());
        marketo.close();
        Report report = end(caller, add());
        // A connection kept from before may be found cut only when it is written to.
        assertThat(report.code()).isIn("connect", "io");
        assertEnd(end(caller, add()), Verdict.NOT_DONE, "connect");
    }

    @Test
    void noConnectionForTheTokenMeansNotDone() throws IOException {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        Caller caller = caller(instance("http://127.0.0.1:" + freePort, null, null));
        assertEnd(end(caller, add()), Verdict.NOT_DONE, "token");
    }
}

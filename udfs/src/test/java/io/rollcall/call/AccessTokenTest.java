package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest extends CallerTestCase {

    private static final String ADDED =
            "{\"requestId\":\"1#2\",\"result\":[{\"id\":5,\"status\":\"added\"}],\"success\":true}";

    private static String token(String value, int expiresIn) {
        return "{\"access_token\":\""
                + value
                + "\",\"token_type\":\"bearer\",\"expires_in\":"
                + expiresIn
                + ",\"scope\":\"api@acme.example\"}";
    }

    private static String refused(String code) {
        return "{\"requestId\":\"1#2\",\"success\":false,\"errors\":[{\"code\":\""
                + code
                + "\",\"message\":\"Access token invalid\"}]}";
    }

    private static Call add() {
        return call(CallKind.ADD, 1001, List.of(lead(5)));
    }

    @Test
    void isFetchedByAPostWithAFormBody() {
        marketo.answers(ADDED);
        end(add());
        FakeMarketo.Seen seen = marketo.tokenCalls.get(0);
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.path()).isEqualTo("/identity/oauth/token");
        assertThat(seen.query()).isNull();
        assertThat(seen.headers())
                .containsEntry("Content-type", "application/x-www-form-urlencoded");
        assertThat(seen.body())
                .isEqualTo(
                        "grant_type=client_credentials&client_id=client-42&client_secret="
                                + CLIENT_SECRET);
    }

    @Test
    void isFetchedOnceForTenConcurrentCalls() {
        IntStream.range(0, 10).forEach(i -> marketo.answers(ADDED));
        Caller caller = caller();
        List<CompletableFuture<Report>> reports =
                IntStream.range(0, 10).mapToObj(i -> caller.call(add())).toList();
        assertThat(reports).allSatisfy(r -> assertThat(r.join().verdict()).isEqualTo(Verdict.DONE));
        assertThat(marketo.tokenCalls).hasSize(1);
        assertThat(marketo.calls).hasSize(10);
    }

    @Test
    void isUsedUntilHalfAMinuteBeforeItsEnd() {
        marketo.answers(ADDED).answers(ADDED).answers(ADDED);
        Caller caller = caller();
        end(caller, add());
        pass(Duration.ofSeconds(3568));
        end(caller, add());
        assertThat(marketo.tokenCalls).hasSize(1);
        assertThat(caller.tokenAge("123-ABC-456")).isEqualTo(3568);
        pass(Duration.ofSeconds(1));
        end(caller, add());
        assertThat(marketo.tokenCalls).hasSize(2);
    }

    /** rudder-transformer #2432. */
    @Test
    void thatIsAboutToExpireServesThoseWhoWaitedForIt() {
        marketo.givesToken(200, token("brief", 0)).answers(ADDED);
        assertThat(end(add()).verdict()).isEqualTo(Verdict.DONE);
        assertThat(marketo.onlyCall().headers()).containsEntry("Authorization", "Bearer brief");
    }

    @ParameterizedTest
    @ValueSource(strings = {"600", "601", "602"})
    void thatMarketoRefusesIsFetchedAnewForTheNextCall(String code) {
        marketo.givesToken(200, token("old", 3599)).givesToken(200, token("new", 3599));
        marketo.answers(refused(code)).answers(ADDED);
        Caller caller = caller();

        Report first = end(caller, add());

        assertThat(first.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(first.code()).isEqualTo(code);
        assertThat(marketo.calls).hasSize(1);
        assertThat(end(caller, add()).verdict()).isEqualTo(Verdict.DONE);
        assertThat(marketo.calls.get(1).headers()).containsEntry("Authorization", "Bearer new");
    }

    @Test
    void isNotThrownAwayByALateRefusalOfTheOneBefore() {
        StubExchange exchange = new StubExchange();
        Caller caller =
                new Caller(List.of(instance("http://127.0.0.1:1", null, null)), 7, exchange, CLOCK);
        exchange.tokens.add(token("old", 3599));
        exchange.tokens.add(token("new", 3599));
        CompletableFuture<Report> first = caller.call(add());
        CompletableFuture<Report> late = caller.call(add());
        exchange.calls.get(0).complete(HttpAnswer.of(200, refused("602").getBytes()));
        caller.call(add());
        exchange.calls.get(1).complete(HttpAnswer.of(200, refused("602").getBytes()));
        caller.call(add());

        assertThat(first.join().code()).isEqualTo("602");
        assertThat(late.join().code()).isEqualTo("602");
        assertThat(exchange.tokens).isEmpty();
        assertThat(exchange.bearers)
                .containsExactly("Bearer old", "Bearer old", "Bearer new", "Bearer new");
    }

    @ParameterizedTest
    @CsvSource({
        "401, '{\"error\":\"invalid_client\",\"error_description\":\"No client with requested id\"}'",
        "400, '{}'",
        "500, oops",
        "502, '<html>Bad Gateway</html>'",
        "200, '<html>'",
        "200, '{}'",
        "200, '{\"access_token\":null}'",
        "200, '{\"access_token\":\"ab'",
        "200, '[]'"
    })
    void thatCannotBeHadEndsTheCallUnsent(int status, String body) {
        marketo.givesToken(status, body);
        try (LogCapture log = new LogCapture()) {
            Report report = end(add());
            assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
            assertThat(report.code()).isEqualTo("token");
            assertThat(marketo.calls).isEmpty();
            assertThat(log.complaints())
                    .singleElement(STRING)
                    .contains("emea", "123-ABC-456")
                    .doesNotContain("client-42");
        }
    }

    @Test
    void isComplainedAboutOnceAndNotForEveryCall() {
        Caller caller = caller();
        try (LogCapture log = new LogCapture()) {
            for (int i = 0; i < 5; i++) {
                marketo.givesToken(401, "{}");
                assertThat(end(caller, add()).code()).isEqualTo("token");
            }
            assertThat(log.complaints())
                    .singleElement(STRING)
                    .contains("refuses the client id or secret");
        }
        assertThat(marketo.tokenCalls).hasSize(5);
    }

    @Test
    void isNotFetchedWithoutASecret() throws Exception {
        Files.delete(secrets.resolve("secret"));
        try (LogCapture log = new LogCapture()) {
            assertThat(end(add()).code()).isEqualTo("token");
            assertThat(log.complaints())
                    .singleElement(STRING)
                    .contains("cannot be read where the job runs");
        }
        assertThat(marketo.tokenCalls).isEmpty();
    }

    @Test
    void ofARotatedSecretIsHadWithoutARestart() throws Exception {
        Caller caller = caller();
        marketo.givesToken(401, "{}").answers(ADDED);
        end(caller, add());
        Files.writeString(secrets.resolve("secret"), "rotated");
        assertThat(end(caller, add()).verdict()).isEqualTo(Verdict.DONE);
        assertThat(marketo.tokenCalls.get(1).param("client_secret")).containsExactly("rotated");
    }
}

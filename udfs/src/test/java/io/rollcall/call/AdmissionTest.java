package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest extends CallerTestCase {

    private static final String ADDED =
            "{\"requestId\":\"1#2\",\"result\":[{\"id\":5,\"status\":\"added\"}],\"success\":true}";

    private static Call add(String run, long readBackAt) {
        return call(run, readBackAt, CallKind.ADD, 1001, List.of(lead(5)), null);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0-f00d", "6-f00d", "70-f00d", "77-1", "7", "-7", "", "f00d-7"})
    void aCallOfAnotherRunEndsPerhapsAndUnsent(String run) {
        Report report = end(add(run, NOW));
        assertThat(report.verdict()).isEqualTo(Verdict.PERHAPS);
        assertThat(report.code()).isEqualTo("restored");
        assertThat(report.run()).isEqualTo(run);
        assertThat(report.members()).extracting(Member::status).containsOnly(MemberStatus.SENT);
        assertThat(marketo.calls).isEmpty();
        assertThat(marketo.tokenCalls).isEmpty();
    }

    @Test
    void aCallReadBackFiveSecondsAgoStillGoes() {
        marketo.answers(ADDED);
        assertThat(end(add("7-f00d", NOW - 5_000)).verdict()).isEqualTo(Verdict.DONE);
    }

    @Test
    void aCallReadBackEarlierEndsNotDoneAndUnsent() {
        Report report = end(add("7-f00d", NOW - 5_001));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(report.code()).isEqualTo("stale");
        assertThat(marketo.calls).isEmpty();
    }

    @Test
    void aCallThatWaitedTooLongForItsTokenIsNotSent() {
        StubExchange exchange = new StubExchange();
        Caller caller =
                new Caller(
                        List.of(instance("http://127.0.0.1:1", null, null)),
                        7,
                        new Exchange() {
                            @Override
                            public CompletableFuture<HttpAnswer> send(HttpAsk ask) {
                                pass(Duration.ofSeconds(6));
                                return exchange.send(ask);
                            }

                            @Override
                            public void close() {}
                        },
                        CLOCK);
        exchange.tokens.add(FakeMarketo.TOKEN);
        assertThat(end(caller, add("7-f00d", NOW)).code()).isEqualTo("stale");
        assertThat(exchange.calls).isEmpty();
    }

    @Test
    void aCallOfAnInstanceThatIsNotConfiguredEndsNotDone() {
        Call call = add("7-f00d", NOW);
        Caller none = new Caller(List.of(), 7, http, CLOCK);
        Report report = end(none, call);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(report.code()).isEqualTo("no-instance");
    }

    @Test
    void aFreshStartIsRunZero() {
        marketo.answers(ADDED);
        Caller fresh =
                new Caller(List.of(instance(marketo.endpoint(), null, null)), 0, http, CLOCK);
        assertThat(end(fresh, add("0-f00d", NOW)).verdict()).isEqualTo(Verdict.DONE);
        assertThat(end(fresh, add("7-f00d", NOW)).code()).isEqualTo("restored");
    }
}

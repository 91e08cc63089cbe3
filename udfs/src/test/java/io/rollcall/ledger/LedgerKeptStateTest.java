package io.rollcall.ledger;

import static io.rollcall.testing.Example.NOW;
import static io.rollcall.testing.Example.activations;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Bucket;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.testing.Example;
import io.rollcall.testing.KeptState;
import io.rollcall.wish.Wish;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** State that an earlier version wrote means the same to this one. */
class LedgerKeptStateTest {

    private static final String OPERATOR = "ledger";
    private static final String ADA = "ada@example.com";
    private static final String BOB = "bob@example.com";

    @BeforeAll
    static void keepIfAsked() throws Exception {
        if (!KeptState.asked()) {
            return;
        }
        LedgerHarness harness = LedgerFunctionTest.started(new LedgerHarness(1, 0));
        harness.say(ADA, true, NOW);
        report(harness, ended(CallKind.LOOKUP, ADA, MemberStatus.FOUND, 10));
        report(harness, ended(CallKind.ADD, ADA, MemberStatus.ADDED, 12));
        harness.say(BOB, false, NOW);
        KeptState.keep(OPERATOR, harness.snapshot(1, NOW));
        harness.close();
    }

    @Test
    void whatIsTrueAsksForNothing() throws Exception {
        LedgerHarness harness = restored();
        harness.say(ADA, true, NOW);
        harness.say(BOB, false, NOW);
        for (String person : List.of(ADA, BOB)) {
            harness.processElement(LedgerInput.sweep(Bucket.of("email:" + person)), 0);
        }
        assertThat(harness.wishes()).isEmpty();
        assertThat(harness.rows()).hasSize(2);
        harness.close();
    }

    @Test
    void theLeadIsKnownAndSoIsThePlan() throws Exception {
        LedgerHarness harness = restored();
        harness.say(ADA, false, NOW + 1);
        assertThat(harness.wishes())
                .singleElement()
                .satisfies(
                        wish -> {
                            assertThat(wish.kind()).isEqualTo(Wish.Kind.REMOVE);
                            assertThat(wish.lead()).isEqualTo(77);
                            assertThat(wish.list()).isEqualTo(LedgerFunctionTest.GOLD);
                        });
        harness.say(ADA, true, NOW - 1);
        assertThat(harness.wishes()).isEmpty();
        harness.close();
    }

    private static LedgerHarness restored() throws Exception {
        LedgerHarness harness = new LedgerHarness(1, 0);
        harness.setup();
        harness.initializeState(KeptState.of(OPERATOR));
        harness.open();
        harness.processBroadcastElement(LedgerControl.of(activations(LedgerFunctionTest.GOLD)), 0);
        return harness;
    }

    private static void report(LedgerHarness harness, Report report) {
        LedgerInput.split(report, input -> LedgerFunctionTest.process(harness, input));
        harness.wishes();
    }

    private static Report ended(CallKind call, String email, MemberStatus status, long offset) {
        Member member =
                new Member("email:" + email, "email", 1, 77, status, null, List.of(), List.of());
        return Report.of(Report.Kind.ENDED, "rollcall", Example.INSTANCE)
                .run("0-1")
                .callId("c" + offset)
                .call(call)
                .list(call.changesList() ? LedgerFunctionTest.GOLD : 0)
                .sequence(offset - 1)
                .at(NOW)
                .verdict(Verdict.DONE)
                .requestId("r#1")
                .members(List.of(member))
                .offset(offset)
                .build();
    }
}

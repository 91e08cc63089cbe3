package io.rollcall.ledger;

import static io.rollcall.ledger.LedgerOperator.MAX_PARALLELISM;
import static io.rollcall.testing.Example.INSTANCE;
import static io.rollcall.testing.Example.NOW;
import static io.rollcall.testing.Example.activations;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Bucket;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.testing.Example;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerFunctionTest {

    static final long GOLD = 1001;

    private final List<LedgerHarness> opened = new ArrayList<>();

    private LedgerHarness harness(int parallelism, int subtask, OperatorSubtaskState state)
            throws Exception {
        LedgerHarness harness = new LedgerHarness(parallelism, subtask);
        opened.add(harness);
        harness.setup();
        if (state == null) {
            harness.initializeEmptyState();
        } else {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private LedgerHarness started() throws Exception {
        LedgerHarness harness = started(new LedgerHarness(1, 0));
        opened.add(harness);
        return harness;
    }

    static LedgerHarness started(LedgerHarness harness) throws Exception {
        harness.setup();
        harness.initializeEmptyState();
        harness.open();
        harness.processBroadcastElement(LedgerControl.of(activations(GOLD)), 0);
        harness.processBroadcastElement(LedgerControl.read(listRead(GOLD)).orElseThrow(), 0);
        return harness;
    }

    @AfterEach
    void close() throws Exception {
        for (LedgerHarness harness : opened) {
            harness.close();
        }
    }

    @Test
    void statesOneWishAndKeepsOneRowAPerson() throws Exception {
        LedgerHarness harness = started();
        harness.say("ada@example.com", true, NOW);
        assertThat(harness.wishes()).extracting(Wish::kind).containsExactly(Wish.Kind.LOOKUP);
        harness.say("ada@example.com", true, NOW);
        assertThat(harness.wishes()).isEmpty();
        assertThat(harness.rows()).hasSize(1);
        assertThat(facts(harness)).extracting(MembershipFact::desired).contains("in");
    }

    @Test
    void writesAnOutcomeOfWhatAReportSettles() throws Exception {
        LedgerHarness harness = started();
        harness.say("ada@example.com", true, NOW);
        harness.wishes();
        LedgerInput.split(found("email:ada@example.com"), input -> process(harness, input));
        assertThat(harness.wishes()).extracting(Wish::kind).contains(Wish.Kind.ADD);
        assertThat(harness.getSideOutput(LedgerFunction.OUTCOMES))
                .extracting(StreamRecord::getValue)
                .extracting(Outcome::change, Outcome::status)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                Outcome.Change.LOOKUP, Outcome.Status.APPLIED));
    }

    @Test
    void knowsTheActivationsAtOnceAfterARestore() throws Exception {
        OperatorSubtaskState state;
        LedgerHarness harness = started();
        harness.say("ada@example.com", true, NOW);
        state = harness.snapshot(1, NOW);
        LedgerHarness restored = harness(1, 0, state);
        restored.say("bob@example.com", true, NOW);
        assertThat(restored.wishes())
                .extracting(Wish::person)
                .containsExactly("email:bob@example.com");
        restored.say("ada@example.com", true, NOW);
        assertThat(restored.wishes()).isEmpty();
        assertThat(restored.rows()).hasSize(2);
    }

    @Test
    void forgetsReadsOfListsWithoutActivation() throws Exception {
        LedgerHarness harness = started();
        harness.processBroadcastElement(LedgerControl.of(activations(1, 2, GOLD)), 0);
        for (long list = 1; list <= 2; list++) {
            harness.processBroadcastElement(LedgerControl.read(listRead(list)).orElseThrow(), 0);
        }
        assertThat(planned(harness)).hasSize(4);
        harness.processBroadcastElement(LedgerControl.of(activations(2)), 0);
        assertThat(planned(harness)).hasSize(2);
    }

    @Test
    void movesBucketsToNewSubtasksWhole() throws Exception {
        OperatorSubtaskState state;
        Map<String, byte[]> before;
        LedgerHarness harness = started();
        for (int i = 0; i < 50; i++) {
            harness.say("p" + i + "@example.com", true, NOW);
        }
        before = harness.rows();
        state = harness.snapshot(1, NOW);
        Map<String, byte[]> after = new TreeMap<>();
        for (int subtask = 0; subtask < 2; subtask++) {
            OperatorSubtaskState part =
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            state, MAX_PARALLELISM, 1, 2, subtask);
            LedgerHarness half = harness(2, subtask, part);
            assertThat(half.rows()).isNotEmpty();
            assertThat(planned(half)).hasSize(2);
            after.putAll(half.rows());
        }
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void sweepsARowAway() throws Exception {
        LedgerHarness harness = started();
        harness.say("ada@example.com", false, NOW);
        harness.setProcessingTime(NOW + Example.ledgerSettings().timeToLive().toMillis() * 2);
        process(harness, LedgerInput.sweep(Bucket.of("email:ada@example.com")));
        assertThat(harness.rows()).isEmpty();
    }

    @Test
    void keepsEachPersonOfABundleInTheirBucket() throws Exception {
        LedgerHarness harness = started();
        List<AudienceEvent> all = new ArrayList<>();
        for (int i = 0; i < Bundle.MOST; i++) {
            all.add(Told.of("email:p" + i).out("gold", NOW).event());
        }
        process(harness, Bundled.together(all));
        assertThat(harness.rows()).hasSize(Bundle.MOST);

        harness.setProcessingTime(NOW + Example.ledgerSettings().timeToLive().toMillis() * 2);
        for (int i = 0; i < Bundle.MOST; i++) {
            process(harness, LedgerInput.sweep(Bucket.of("email:p" + i)));
            assertThat(harness.rows()).hasSize(Bundle.MOST - 1 - i);
        }
    }

    private static List<MembershipFact> facts(LedgerHarness harness) {
        return harness.getSideOutput(LedgerFunction.MEMBERSHIPS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    private static List<Map.Entry<String, LedgerControl>> planned(LedgerHarness harness)
            throws Exception {
        List<Map.Entry<String, LedgerControl>> entries = new ArrayList<>();
        harness.getBroadcastState(PlanState.DESCRIPTOR).immutableEntries().forEach(entries::add);
        return entries;
    }

    static void process(LedgerHarness harness, LedgerInput input) {
        try {
            harness.processElement(input, 0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Report listRead(long list) {
        return report(
                list, Report.Kind.LIST_READ, null, List.of(), new ListPage(1, null, true, 0), 2);
    }

    private static Report found(String person) {
        Member member =
                new Member(person, "email", 1, 77, MemberStatus.FOUND, null, List.of(), List.of());
        return report(GOLD, Report.Kind.ENDED, CallKind.LOOKUP, List.of(member), null, 10);
    }

    private static Report report(
            long list,
            Report.Kind kind,
            CallKind call,
            List<Member> members,
            ListPage page,
            long offset) {
        return Report.of(kind, "rollcall", INSTANCE)
                .run("0-1")
                .callId("c1")
                .call(call)
                .list(list)
                .sequence(offset - 1)
                .at(NOW)
                .verdict(Verdict.DONE)
                .requestId("r#1")
                .members(members)
                .page(page)
                .offset(offset)
                .build();
    }
}

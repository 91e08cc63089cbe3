package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.LeadField;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.wish.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribeTest {

    private static final LeadField EMAIL =
            new LeadField("email", "email", 255, true, true, List.of());
    private static final LeadField UNSEARCHABLE =
            new LeadField("email", "email", 255, true, false, List.of("ecidText"));

    /** Nothing is known of the instance yet. */
    private static Bench fresh(long... lists) {
        Bench bench = Bench.ready();
        bench.askForFields(true);
        bench.store.remove(Space.SET_UP, "instance");
        bench.begin(lists);
        return bench;
    }

    private static List<CallKind> kinds(List<Call> calls) {
        return calls.stream().map(Call::kind).toList();
    }

    @Test
    void nothingButRemovalsGoesBeforeMarketoHasDescribedItsFields() {
        Bench bench = fresh(1);
        bench.wish(Bench.add(1, 1));
        bench.wish(Bench.lookup("p2", Lane.ADDITIONS));
        bench.wish(Bench.create("p3", "p3@example.com"));
        bench.wish(Bench.remove(1, 4));

        List<Call> first = bench.flush();
        assertThat(kinds(first)).containsExactlyInAnyOrder(CallKind.DESCRIBE, CallKind.REMOVE);

        bench.described(first.get(0), EMAIL);
        assertThat(kinds(bench.flush()))
                .containsExactlyInAnyOrder(CallKind.ADD, CallKind.LOOKUP, CallKind.UPSERT);
        assertThat(bench.written(Report.Kind.DESCRIBED))
                .singleElement()
                .satisfies(r -> assertThat(r.setUp().fields()).containsExactly(EMAIL));
    }

    @Test
    void aFieldThatCannotBeSearchedHoldsTheInstanceAndSaysWhatCan() {
        Bench bench = fresh(1);
        bench.wish(Bench.lookup("p2", Lane.ADDITIONS));
        bench.described(bench.flushOne(), UNSEARCHABLE);

        assertThat(bench.flush()).isEmpty();
        assertThat(bench.outcomes)
                .singleElement()
                .satisfies(
                        outcome -> {
                            assertThat(outcome.status()).isEqualTo(Outcome.Status.HELD);
                            assertThat(outcome.change()).isEqualTo(Outcome.Change.SET_UP);
                            assertThat(outcome.reason())
                                    .contains("lookup.email")
                                    .contains("it can search ecidText");
                        });
        assertThat(bench.shown.get("all but removals").reason()).contains("lookup.email");

        bench.wish(Bench.remove(1, 4));
        assertThat(kinds(bench.flush())).containsExactly(CallKind.REMOVE);
    }

    @Test
    void aFaultThatIsMendedInMarketoIsNoticedWithoutARestart() {
        Bench bench = fresh(1);
        bench.wish(Bench.lookup("p2", Lane.ADDITIONS));
        bench.described(bench.flushOne(), UNSEARCHABLE);
        bench.pass(4 * 60_000);
        assertThat(bench.flush()).isEmpty();

        bench.pass(60_000);
        bench.described(bench.flushOne(), EMAIL);

        assertThat(kinds(bench.flush())).containsExactly(CallKind.LOOKUP);
        assertThat(bench.outcomes)
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.HELD, Outcome.Status.APPLIED);
    }

    @Test
    void aConfigurationThatPassedGoesOnAfterARestartWhileItIsCheckedAnew() {
        Bench bench = fresh(1);
        bench.described(bench.flushOne(), EMAIL);
        bench.restart();
        bench.readAll();
        bench.wish(Bench.add(1, 1));

        assertThat(kinds(bench.flush())).containsExactlyInAnyOrder(CallKind.DESCRIBE, CallKind.ADD);
    }

    @Test
    void anotherConfigurationIsCheckedBeforeAnybodyIsSent() {
        Bench bench = fresh(1);
        bench.described(bench.flushOne(), EMAIL);
        Described other = new Described(4711, true, List.of(), 0);
        bench.store.put(Space.SET_UP, "instance", other.encode());
        bench.restart();
        bench.readAll();
        bench.wish(Bench.add(1, 1));

        assertThat(kinds(bench.flush())).containsExactly(CallKind.DESCRIBE);
    }

    @Test
    void aDescriptionThatIsNotToBeHadIsAskedForAgain() {
        Bench bench = fresh(1);
        bench.refusedSetUp(bench.flushOne(), Verdict.PERHAPS, "timeout");
        assertThat(bench.flush()).isEmpty();

        bench.pass(10_000);
        assertThat(kinds(bench.flush())).containsExactly(CallKind.DESCRIBE);
    }

    @Test
    void anInstanceWithoutActivationsIsNotAsked() {
        Bench bench = Bench.ready();
        bench.askForFields(true);
        bench.restart();
        bench.readAll();

        assertThat(bench.flush()).isEmpty();
    }
}

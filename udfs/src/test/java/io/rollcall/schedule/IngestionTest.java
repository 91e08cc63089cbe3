package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Additions by the Data Ingestion API go beside the calls of REST, with limits of their own. */
class IngestionTest {

    private static final long SECOND = 1_000;

    private static Bench ready(Limits limits, long... lists) {
        Bench bench = Bench.ready(limits, lists);
        bench.ingest();
        return bench;
    }

    private static Bench ready(long... lists) {
        return ready(Bench.LIMITS, lists);
    }

    private static void join(Bench bench, long list, int people) {
        for (int lead = 1; lead <= people; lead++) {
            bench.wish(Bench.add(list, lead));
        }
    }

    private static List<CallKind> kinds(List<Call> calls) {
        return calls.stream().map(Call::kind).toList();
    }

    @Test
    void aThousandGoInOneRequest() {
        Bench bench = ready(1);
        join(bench, 1, 1_200);

        List<Call> calls = bench.flush();

        assertThat(kinds(calls)).containsExactly(CallKind.INGEST, CallKind.INGEST);
        assertThat(calls).extracting(call -> call.members().size()).containsExactly(1_000, 200);
        calls.forEach(bench::done);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void removalsAndLookUpsGoByRest() {
        Bench bench = ready(1);
        bench.wish(Bench.remove(1, 7));
        assertThat(bench.flushOne().kind()).isEqualTo(CallKind.REMOVE);
    }

    @Test
    void itTakesNoCreditNoPermitAndNoCallOfTheDay() {
        Bench bench = ready(new Limits(2, 1, 2, 50_000, 10_000, 0.1, 10_000), 1, 2);
        bench.wish(Bench.remove(1, 7));
        Call removal = bench.flushOne();
        join(bench, 2, 3);

        Call addition = bench.flushOne();

        assertThat(addition.kind()).isEqualTo(CallKind.INGEST);
        bench.done(addition);
        bench.done(removal);
        assertThat(bench.book().callsToday).isOne();
        assertThat(bench.book().ingestedToday).isEqualTo(3);
    }

    @Test
    void aUsedUpQuotaOfRestDoesNotStopIt() {
        Bench bench = ready(1, 2);
        bench.wish(Bench.remove(1, 7));
        bench.refused(bench.flushOne(), "607");
        bench.wish(Bench.add(2, 1));

        assertThat(kinds(bench.flush())).containsExactly(CallKind.INGEST);
    }

    @Test
    void itsOwnUsedUpQuotaDoesNotStopRemovals() {
        Bench bench = ready(1, 2);
        bench.wish(Bench.add(2, 1));
        bench.refused(bench.flushOne(), "4290801");
        bench.wish(Bench.add(1, 8));
        bench.wish(Bench.remove(1, 7));

        assertThat(kinds(bench.flush())).containsExactly(CallKind.REMOVE);
        bench.sleep(301 * SECOND);
        assertThat(kinds(bench.flush())).contains(CallKind.INGEST);
    }

    @Test
    void itsOwnDayIsCounted() {
        Limits limits = new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 10_000, 1_000);
        Bench bench = ready(limits, 1);
        join(bench, 1, 1_001);
        List<Call> first = bench.flush();

        assertThat(first).hasSize(1);
        bench.done(first.get(0));
        bench.sleep(60 * SECOND);
        assertThat(bench.flush()).isEmpty();
        bench.pass(24 * 3_600 * SECOND);
        assertThat(kinds(bench.flush())).containsExactly(CallKind.INGEST);
    }

    @Test
    void atMostFiveAreUnderWay() {
        Bench bench = ready(1);
        join(bench, 1, 7_000);

        List<Call> calls = bench.flush();

        assertThat(calls).hasSize(5);
        bench.done(calls.get(0));
        assertThat(bench.flush()).hasSize(1);
    }

    /** While the request runs, its answer would not tell which of the two came last. */
    @Test
    void aRemovalWaitsForTheRequestAndForNothingElse() {
        Bench bench = ready(1);
        bench.wish(Bench.add(1, 7));
        Call addition = bench.flushOne();
        bench.wish(Bench.remove(1, 7));
        assertThat(bench.flush()).isEmpty();

        bench.done(addition);

        assertThat(kinds(bench.flush())).containsExactly(CallKind.REMOVE);
    }

    @Test
    void aRefusedRequestIsHalvedUntilTheCulpritIsAlone() {
        Bench bench = ready(1);
        join(bench, 1, 4);
        bench.refused(bench.flushOne(), "4000802");

        // 1,000 halved once.
        assertThat(bench.flush()).extracting(call -> call.members().size()).containsExactly(4);
    }
}

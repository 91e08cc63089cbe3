package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void showsWhatWaitsByLaneAndList() {
        Bench bench = Bench.ready(1001, 1002);
        bench.wish(Bench.add(1001, 7));
        bench.wish(Bench.add(1001, 8));
        bench.wish(Bench.remove(1002, 7));

        assertThat(bench.figures().queues())
                .containsExactlyInAnyOrder(
                        new Figures.Waiting(Lane.ADDITIONS, "ADD/1001", 2, bench.now),
                        new Figures.Waiting(Lane.REMOVALS, "REMOVE/1002", 1, bench.now));
    }

    @Test
    void additionsByIngestionWaitUnderTheNameThatTheirPauseHas() {
        Bench bench = Bench.ready(1001);
        bench.ingest();
        bench.wish(Bench.add(1001, 7));
        bench.refused(bench.flushOne(), "5030801");

        assertThat(bench.figures().queues())
                .extracting(Figures.Waiting::work)
                .containsExactly("INGEST/1001");
        assertThat(bench.shown).containsOnlyKeys("INGEST/1001", "USAGE/0", "DESCRIBE/0");
    }

    @Test
    void showsCallsThatAreOpenAndThoseThatMayRun() {
        Bench bench = Bench.ready(1001);
        bench.wish(Bench.add(1001, 7));
        Call call = bench.flushOne();
        assertThat(bench.figures().openCalls()).isEqualTo(1);
        assertThat(bench.figures().permitsFree()).isEqualTo(49);
        assertThat(bench.figures().queues()).isEmpty();

        bench.perhaps(call);
        assertThat(bench.figures().openCalls()).isZero();
        assertThat(bench.figures().mayRunCalls()).isEqualTo(1);
    }

    @Test
    void whatIsLeftIsTheLesserOfOurShareAndOfWhatOthersLeave() {
        Bench bench = Bench.ready(1001);
        assertThat(bench.figures().callsLeft()).isEqualTo(25_000);
        bench.askForUsage(true);
        bench.restart();
        bench.readAll();
        bench.wish(Bench.add(1001, 7));
        Call usage =
                bench.flush().stream()
                        .filter(call -> call.kind() == CallKind.USAGE)
                        .findFirst()
                        .orElseThrow();

        bench.usage(usage, 1, 39_000);
        assertThat(bench.figures().callsLeft()).isEqualTo(1_000);
        assertThat(bench.figures().callsByOthers())
                .isEqualTo(39_000 - bench.figures().callsToday());
    }

    @Test
    void removalsAreOverdueAfterAMinute() {
        Bench bench = Bench.ready(1001);
        bench.wish(Bench.remove(1001, 7));
        bench.wish(Bench.add(1001, 8));

        assertThat(bench.figures().removalsOverdue(bench.now + 60_000)).isZero();
        assertThat(bench.figures().removalsOverdue(bench.now + 60_001)).isEqualTo(1);
    }

    @Test
    void theLoopLagsByWhatIsNotReadBack() {
        Bench bench = Bench.ready(1001);
        bench.wish(Bench.add(1001, 7));
        bench.pass(300);
        bench.now += 4_000;
        assertThat(bench.figures().loopLagMillis()).isEqualTo(4_000);

        bench.readAll();
        bench.now += 10_000;
        assertThat(bench.figures().loopLagMillis()).isEqualTo(4_000);
    }
}

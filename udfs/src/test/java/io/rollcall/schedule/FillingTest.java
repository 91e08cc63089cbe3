package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import org.junit.jupiter.api.Test;

/** A call that will be full in a moment is worth a moment. */
class FillingTest {

    private final Bench bench = Bench.ready(1);

    @Test
    void whatFillsSoonIsWaitedFor() {
        int lead = 0;
        while (lead < 300) {
            bench.wish(Bench.add(1, ++lead));
            bench.sleep(5);
        }
        bench.readAll();

        assertThat(bench.released).extracting(call -> call.members().size()).containsExactly(300);
    }

    @Test
    void whatStopsGrowingGoesAsItIs() {
        for (int lead = 1; lead <= 100; lead++) {
            bench.wish(Bench.add(1, lead));
        }
        bench.sleep(400);
        assertThat(bench.topic).hasSize(1);
        bench.sleep(500);
        bench.readAll();

        assertThat(bench.released).extracting(call -> call.members().size()).containsExactly(100);
    }

    @Test
    void whatGrowsSlowlyIsNotWaitedFor() {
        bench.wish(Bench.add(1, 1));
        bench.wish(Bench.add(1, 2));

        assertThat(bench.flush()).hasSize(1);
    }

    @Test
    void whoLeavesWaitsForNobody() {
        for (int lead = 1; lead <= 100; lead++) {
            bench.wish(Bench.remove(1, lead));
        }

        assertThat(bench.flush()).extracting(Call::kind).hasSize(1);
    }
}

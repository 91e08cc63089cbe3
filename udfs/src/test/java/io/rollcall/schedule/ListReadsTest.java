package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import org.junit.jupiter.api.Test;

/** A list is read before people are added to it, and nobody waits longer for that than it helps. */
class ListReadsTest {

    @Test
    void lookUpsWaitForTheFirstReadOfAList() {
        Bench bench = Bench.ready(1);
        bench.activate(1, 2);
        Call read = bench.flushOne();
        bench.wish(Bench.lookup("ada", Lane.ADDITIONS));

        assertThat(read.kind()).isEqualTo(CallKind.READ);
        assertThat(bench.flush()).isEmpty();
        bench.done(read);
        bench.pass(1_000);
        assertThat(bench.flush()).extracting(Call::kind).containsExactly(CallKind.LOOKUP);
    }

    @Test
    void aListThatMayNotBeReadHoldsUpNobody() {
        Bench bench = Bench.ready(1);
        bench.activate(1, 2);
        bench.refused(bench.flushOne(), "603");
        bench.wish(Bench.lookup("ada", Lane.ADDITIONS));
        bench.wish(Bench.add(1, 7));

        assertThat(bench.flush())
                .extracting(Call::kind)
                .containsExactlyInAnyOrder(CallKind.LOOKUP, CallKind.ADD);
    }
}

package io.rollcall.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.schedule.ProtocolRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DESIGN §6.1: lists end right whatever happened, and each rule of the protocol is needed. */
class SimulationTest {

    private static final int RUNS =
            Integer.getInteger(
                    "rollcall.runs", Boolean.getBoolean("rollcall.long") ? 100_000 : 10_000);

    /** Enough that each rule's absence shows, found by running until it did. */
    private static final int RUNS_WITHOUT_A_RULE = 5_000;

    @Test
    void everyRunEndsWithTheRightLists() {
        List<Long> failed = failing(EnumSet.allOf(ProtocolRule.class), RUNS);

        assertThat(failed)
                .as(() -> story(failed.get(0), EnumSet.allOf(ProtocolRule.class)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProtocolRule.class)
    void someRunEndsWrongWithoutTheRule(ProtocolRule rule) {
        Set<ProtocolRule> others = EnumSet.complementOf(EnumSet.of(rule));

        boolean oneFails =
                LongStream.range(0, RUNS_WITHOUT_A_RULE)
                        .parallel()
                        .anyMatch(seed -> !endsRight(seed, others));
        assertThat(oneFails).isTrue();
    }

    private static List<Long> failing(Set<ProtocolRule> rules, int runs) {
        List<Long> failed = new ArrayList<>();
        LongStream.range(0, runs)
                .parallel()
                .filter(seed -> !endsRight(seed, rules))
                .forEachOrdered(failed::add);
        return failed;
    }

    private static boolean endsRight(long seed, Set<ProtocolRule> rules) {
        return Simulation.run(seed, rules, false).problems().isEmpty();
    }

    private static String story(long seed, Set<ProtocolRule> rules) {
        Simulation.Verdict verdict = Simulation.run(seed, rules, true);
        return "seed " + seed + " " + verdict.problems() + "\n" + verdict.story();
    }
}

package io.rollcall.simulation;

import io.rollcall.schedule.ProtocolRule;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Runs the simulation by hand: {@code FROM COUNT [RULE_TO_SWITCH_OFF]}, or {@code SEED} for its
 * story.
 */
final class SimulationRun {

    private SimulationRun() {}

    public static void main(String[] args) {
        Set<ProtocolRule> rules = EnumSet.allOf(ProtocolRule.class);
        if (args.length > 2) {
            rules.remove(ProtocolRule.valueOf(args[2]));
        }
        if (args.length == 1) {
            Simulation.Verdict verdict = Simulation.run(Long.parseLong(args[0]), rules, true);
            System.out.println(verdict.story() + "\n" + verdict.problems());
            return;
        }
        long from = Long.parseLong(args[0]);
        Map<Long, String> failed = new TreeMap<>();
        long started = System.nanoTime();
        LongStream.range(from, from + Long.parseLong(args[1]))
                .parallel()
                .forEach(
                        seed -> {
                            var problems = Simulation.run(seed, rules, false).problems();
                            if (!problems.isEmpty()) {
                                synchronized (failed) {
                                    failed.put(seed, problems.toString());
                                }
                            }
                        });
        failed.entrySet().stream().limit(20).forEach(System.out::println);
        System.out.printf(
                "%d of %s runs failed, %d s%n",
                failed.size(), args[1], (System.nanoTime() - started) / 1_000_000_000);
    }
}

package io.rollcall.demo;

import io.rollcall.demo.check.Roll;
import java.util.List;
import java.util.Map;

/**
 * How things stand. {@code assertions} is how often somebody was said to be in or out of a list,
 * repeats included: without Rollcall, each would be one call, its look-ups not counted.
 */
public record Figures(
        long seconds,
        int fed,
        int messages,
        long assertions,
        Map<String, Integer> calls,
        List<Roll.Verdict> lists,
        Tally tally,
        int broken) {

    public int callsUsed() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    public long callsSaved() {
        return Math.max(0, assertions - callsUsed());
    }

    public boolean right() {
        return lists.stream().allMatch(Roll.Verdict::right) && tally.deadLetters().size() == broken;
    }

    public boolean finished() {
        return fed == messages;
    }
}

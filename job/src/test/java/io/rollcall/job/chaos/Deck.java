package io.rollcall.job.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What goes wrong next, by the dice of a seed: every kind of trouble comes once before any comes
 * again. Every third time the stack or the job is hit as well, and several things go wrong at once.
 */
final class Deck {

    private static final Set<Havoc.Kind> STACK = EnumSet.of(Havoc.Kind.JOB, Havoc.Kind.PROCESS);

    private final Random random;
    private final List<Havoc> stack;
    private final List<Havoc> others;
    private final Deque<Havoc> stackPile = new ArrayDeque<>();
    private final Deque<Havoc> othersPile = new ArrayDeque<>();
    private int steps;

    /**
     * @param only the name of one kind of trouble, or empty for all
     */
    Deck(long seed, String only) {
        random = new Random(seed);
        List<Havoc> all =
                List.of(Havoc.values()).stream()
                        .filter(havoc -> only.isEmpty() || havoc.name().equals(only))
                        .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no trouble is called " + only);
        }
        stack = all.stream().filter(havoc -> STACK.contains(havoc.kind)).toList();
        others =
                all.stream()
                        .filter(havoc -> !STACK.contains(havoc.kind))
                        .filter(havoc -> havoc.kind != Havoc.Kind.TIME)
                        .toList();
    }

    /** What goes wrong at once. */
    List<Havoc> draw() {
        List<Havoc> drawn = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0 && !others.isEmpty(); i--) {
            drawn.add(draw(othersPile, others));
        }
        if (steps++ % 3 == 0 && !stack.isEmpty()) {
            drawn.add(draw(stackPile, stack));
            if (random.nextInt(4) == 0) {
                drawn.add(draw(stackPile, stack));
            }
        }
        return drawn;
    }

    private Havoc draw(Deque<Havoc> pile, List<Havoc> from) {
        if (pile.isEmpty()) {
            List<Havoc> shuffled = new ArrayList<>(from);
            Collections.shuffle(shuffled, random);
            pile.addAll(shuffled);
        }
        return pile.poll();
    }
}

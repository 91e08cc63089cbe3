package io.rollcall.demo.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who should be on one list. */
public final class Roll {

    private final Target target;
    private final Census census;
    private final Set<Long> atStart;

    /** {@code atStart}: the leads on the list before anything was said. */
    public Roll(Target target, Census census, Set<Long> atStart) {
        this.target = target;
        this.census = census;
        this.atStart = Set.copyOf(atStart);
    }

    /**
     * The judgement of one list. {@code missing} and {@code extra} are for people to read; {@code
     * strangers} were there at the start and stay, {@code optional} may be there or not.
     */
    public record Verdict(
            Target target,
            int should,
            int is,
            int optional,
            int strangers,
            List<String> missing,
            List<String> extra) {

        public boolean right() {
            return missing.isEmpty() && extra.isEmpty();
        }
    }

    public Target target() {
        return target;
    }

    public Verdict judge(Beliefs beliefs, Set<Long> members, long now) {
        Sorted sorted = new Sorted();
        for (String person : beliefs.people()) {
            if (census.admits(person)) {
                sort(person, beliefs.wanted(person, target, now), sorted);
            }
        }
        Set<Long> strangers = new HashSet<>(atStart);
        strangers.removeAll(sorted.in);
        strangers.removeAll(sorted.out);
        sorted.in.addAll(strangers);
        return verdict(sorted, members, strangers.size());
    }

    /** Leads by what was said of them. */
    private static final class Sorted {
        final Set<Long> in = new HashSet<>();
        final Set<Long> out = new HashSet<>();
        final Set<Long> mayStay = new HashSet<>();
        final List<String> toBeCreated = new ArrayList<>();
    }

    private void sort(String person, Wanted wanted, Sorted sorted) {
        Long lead = census.lead(person).map(Census.Lead::id).orElse(null);
        if (lead == null) {
            if (wanted == Wanted.IN) {
                sorted.toBeCreated.add(person + " (no lead yet)");
            }
            return;
        }
        switch (wanted) {
            case IN -> sorted.in.add(lead);
            case OUT, REFUSED -> sorted.out.add(lead);
            case MAY_STAY -> sorted.mayStay.add(lead);
            case NOTHING_SAID -> {}
        }
    }

    private Verdict verdict(Sorted sorted, Set<Long> members, int strangers) {
        List<String> missing = new ArrayList<>(sorted.toBeCreated);
        sorted.in.stream()
                .filter(lead -> !members.contains(lead))
                .map(census::label)
                .forEach(missing::add);
        List<String> extra =
                members.stream()
                        .filter(lead -> !sorted.in.contains(lead))
                        .filter(lead -> !sorted.mayStay.contains(lead))
                        .map(census::label)
                        .toList();
        long optional = members.stream().filter(sorted.mayStay::contains).count();
        int should = sorted.in.size() + sorted.toBeCreated.size();
        return new Verdict(
                target, should, members.size(), (int) optional, strangers, missing, extra);
    }
}

package io.rollcall.ledger;

import static io.rollcall.ledger.Reported.IN;
import static io.rollcall.ledger.Reported.OUT;
import static io.rollcall.ledger.Reported.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rollcall.report.CallKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DESIGN §3.2.6: what a list holds follows from the ends of calls, and never more than that. */
class CallFactTest {

    static Stream<Arguments> histories() {
        return Stream.of(
                arguments("one proof decides", IN, List.of(added(1, 2))),
                arguments("one proof decides", OUT, List.of(removed(1, 2))),
                arguments("a perhaps does not", UNKNOWN, List.of(perhapsAdded(1, 2))),
                arguments("the later call", OUT, List.of(added(1, 2), removed(3, 4))),
                arguments("the later call", IN, List.of(removed(1, 2), added(3, 4))),
                arguments("later perhaps", UNKNOWN, List.of(added(1, 2), perhapsRemoved(3, 4))),
                arguments("later perhaps", UNKNOWN, List.of(added(1, 2), perhapsAdded(3, 4))),
                arguments("older proof", UNKNOWN, List.of(perhapsAdded(2, 3), added(1, 4))),
                arguments("overlap", UNKNOWN, List.of(added(1, 3), removed(2, 4))),
                arguments("overlap", UNKNOWN, List.of(removed(2, 3), added(1, 4))),
                arguments("overlap, same way", IN, List.of(added(1, 3), added(2, 4))),
                arguments("perhaps, then proof", IN, List.of(perhapsAdded(1, 2), added(1, 3))),
                arguments("proof, then perhaps", IN, List.of(added(1, 2), perhapsAdded(1, 3))),
                arguments("told twice", IN, List.of(added(1, 2), added(1, 3))),
                arguments(
                        "a third call settles an overlap",
                        IN,
                        List.of(added(1, 3), removed(2, 4), added(5, 6))),
                arguments(
                        "a proof of one of two that overlapped settles nothing",
                        UNKNOWN,
                        List.of(removed(1, 5), perhapsAdded(2, 6), added(2, 10))),
                arguments(
                        "an older call still ran when the newest was announced",
                        UNKNOWN,
                        List.of(added(2, 5), added(1, 10), removed(6, 12))));
    }

    @ParameterizedTest(name = "{0}: {1} after {2}")
    @MethodSource("histories")
    void decides(String why, Reported expected, List<CallFact> ends) {
        assertThat(after(ends).reported).isEqualTo(expected);
    }

    @Property(tries = 20_000)
    void claimsNothingThatSomeOrderOfExecutionRefutes(@ForAll("histories") List<Ran> calls) {
        Reported reported = after(ends(calls)).reported;

        if (reported == IN || reported == OUT) {
            assertThat(possible(calls)).containsExactly(reported);
        }
    }

    @Property
    void isDecidedByOneMoreCallWhateverHappenedBefore(
            @ForAll("histories") List<Ran> calls, @ForAll boolean in) {
        List<CallFact> ends = new ArrayList<>(ends(calls));
        ends.add(in ? added(1_000, 1_001) : removed(1_000, 1_001));

        assertThat(after(ends).reported).isEqualTo(in ? IN : OUT);
    }

    /** A call, the offsets of its one or more ends, and from which of them on it was proven. */
    record Ran(CallKind direction, long sequence, List<Long> ends, int provenFrom) {

        long end() {
            return ends.get(ends.size() - 1);
        }

        boolean proven() {
            return provenFrom < ends.size();
        }
    }

    private static List<CallFact> ends(List<Ran> calls) {
        List<CallFact> ends = new ArrayList<>();
        for (Ran call : calls) {
            for (int i = 0; i < call.ends().size(); i++) {
                long end = call.ends().get(i);
                boolean proven = i >= call.provenFrom();
                ends.add(new CallFact(call.direction(), call.sequence(), end, proven));
            }
        }
        ends.sort(Comparator.comparingLong(CallFact::endOffset));
        return ends;
    }

    private static ListRow after(List<CallFact> ends) {
        ListRow row = new ListRow(1001);
        ends.forEach(end -> end.applyTo(row));
        return row;
    }

    /** How the list may be at the end, by trying every order that the intervals allow. */
    private static Set<Reported> possible(List<Ran> calls) {
        Set<Reported> found = new HashSet<>();
        for (Reported first : List.of(IN, OUT)) {
            execute(calls, -1, first, found);
        }
        return found;
    }

    private static void execute(List<Ran> left, long time, Reported state, Set<Reported> found) {
        if (left.stream().noneMatch(Ran::proven)) {
            found.add(state);
        }
        for (Ran next : left) {
            long at = Math.max(time, next.sequence());
            if (at > next.end()) {
                continue;
            }
            List<Ran> rest = new ArrayList<>(left);
            rest.remove(next);
            execute(rest, at, next.direction() == CallKind.ADD ? IN : OUT, found);
        }
    }

    @Provide("histories")
    Arbitrary<List<Ran>> anyHistory() {
        return call().list().ofMinSize(1).ofMaxSize(5).filter(CallFactTest::eachOffsetOnce);
    }

    /** Announcements stand at even offsets, ends at odd ones. */
    private static Arbitrary<Ran> call() {
        Arbitrary<Long> offsets = Arbitraries.longs().between(0, 14);
        return Combinators.combine(
                        Arbitraries.of(CallKind.ADD, CallKind.REMOVE),
                        offsets.map(offset -> offset * 2),
                        offsets.map(offset -> offset * 2 + 1).set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, 3))
                .as(
                        (direction, sequence, ends, provenFrom) ->
                                new Ran(
                                        direction,
                                        sequence,
                                        ends.stream().filter(e -> e > sequence).sorted().toList(),
                                        provenFrom))
                .filter(ran -> !ran.ends().isEmpty());
    }

    private static boolean eachOffsetOnce(List<Ran> calls) {
        Set<Long> seen = new HashSet<>();
        return calls.stream().allMatch(call -> seen.add(call.sequence()))
                && calls.stream().flatMap(call -> call.ends().stream()).allMatch(seen::add);
    }

    private static CallFact added(long sequence, long end) {
        return new CallFact(CallKind.ADD, sequence, end, true);
    }

    private static CallFact removed(long sequence, long end) {
        return new CallFact(CallKind.REMOVE, sequence, end, true);
    }

    private static CallFact perhapsAdded(long sequence, long end) {
        return new CallFact(CallKind.ADD, sequence, end, false);
    }

    private static CallFact perhapsRemoved(long sequence, long end) {
        return new CallFact(CallKind.REMOVE, sequence, end, false);
    }
}

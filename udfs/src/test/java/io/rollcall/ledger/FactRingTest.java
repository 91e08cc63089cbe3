package io.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FactRingTest {

    private static final long MANY = 1 << 22;
    private static final long FEW = 1 << 10;

    private final FactRing ring = new FactRing(MANY);

    @Test
    void whatIsKnownOfOnePersonIsNotKnownOfAnother() {
        put(ring, 7, 1, 2, 3);
        put(ring, 9, 4);

        assertThat(ring.find(9)).isTrue();
        assertThat(ring.holds(4)).isTrue();
        assertThat(ring.holds(1)).isFalse();
        assertThat(ring.find(11)).isFalse();
    }

    @Test
    void factsAreFoundInAnyOrder() {
        put(ring, 7, 1, 2, 3);
        ring.find(7);

        assertThat(LongStream.of(3, 1, 1, 2, 3).allMatch(ring::holds)).isTrue();
    }

    @Test
    void growsAsFarAsItMayWithoutForgetting() {
        int people = (int) (MANY / Long.BYTES / 30);
        for (int i = 1; i <= people; i++) {
            put(ring, person(i), facts(i));
        }

        long known = IntStream.rangeClosed(1, people).filter(i -> ring.find(person(i))).count();
        assertThat(known).isGreaterThan(people * 97L / 100);
    }

    @Test
    void theOldestMakeRoomForTheNewest() {
        FactRing small = new FactRing(FEW);
        for (int i = 1; i <= 10_000; i++) {
            put(small, person(i), facts(i));
        }

        assertThat(small.find(person(10_000))).isTrue();
        assertThat(small.find(person(1))).isFalse();
    }

    @Property(tries = 200)
    void nothingIsEverKnownThatWasNotSaidLast(@ForAll Random random) {
        FactRing small = new FactRing(FEW);
        Map<Long, long[]> last = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            long person = person(1 + random.nextInt(300));
            if (random.nextInt(10) == 0) {
                small.forget(person);
                last.remove(person);
            } else {
                long[] facts = facts(random.nextInt());
                put(small, person, facts);
                last.put(person, facts);
            }
            long other = person(1 + random.nextInt(300));
            if (small.find(other)) {
                assertThat(LongStream.of(last.get(other)).allMatch(small::holds)).isTrue();
                assertThat(small.holds(random.nextLong())).isFalse();
            }
        }
    }

    private static void put(FactRing ring, long person, long... facts) {
        ring.put(person, facts, facts.length);
    }

    private static long person(int number) {
        return new Random(number).nextLong() | 1;
    }

    private static long[] facts(int seed) {
        Random random = new Random(seed);
        return random.longs(random.nextInt(40)).toArray();
    }
}

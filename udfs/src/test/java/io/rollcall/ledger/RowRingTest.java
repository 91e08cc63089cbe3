package io.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RowRingTest {

    private static final int EACH = 500;
    private static final int MANY = 1 << 22;
    private static final int FEW = 1 << 10;

    private final RowRing ring = new RowRing(MANY);

    @Test
    void aRowIsThatOfItsPerson() {
        ring.put(key(7), new byte[] {1, 2, 3});
        ring.put(key(9), new byte[] {4});

        assertThat(find(ring, 9)).containsExactly(4);
        assertThat(find(ring, 7)).containsExactly(1, 2, 3);
        assertThat(find(ring, 11)).isNull();
    }

    @Test
    void aRowThatIsGoneIsNotFound() {
        ring.put(key(7), new byte[] {1, 2, 3});
        ring.forget(key(7));

        assertThat(find(ring, 7)).isNull();
    }

    @Test
    void aRowTakesTheRoomOfItsFormerSelfWhereItFits() {
        IntStream.range(0, MANY).forEach(i -> ring.put(key(7), new byte[EACH - i % 100]));
        ring.put(key(9), new byte[] {4});

        assertThat(find(ring, 7)).isNotNull();
        assertThat(find(ring, 9)).containsExactly(4);
    }

    @Test
    void aRowThatWouldTakeTooMuchIsNotRemembered() {
        ring.put(key(7), new byte[] {1});
        ring.put(key(7), new byte[MANY / 10]);

        assertThat(find(ring, 7)).isNull();
    }

    @Test
    void growsAsFarAsItMayWithoutForgetting() {
        int people = MANY * 9 / 10 / (EACH + 40);
        IntStream.range(0, people).forEach(i -> ring.put(key(i), new byte[EACH]));

        long known = IntStream.range(0, people).filter(i -> ring.find(key(i))).count();
        assertThat(known).isGreaterThan(people * 99L / 100);
    }

    @Test
    void theOldestMakeRoomForTheNewest() {
        RowRing small = new RowRing(FEW);
        IntStream.range(0, 10_000).forEach(i -> small.put(key(i), new byte[EACH]));

        assertThat(find(small, 9_999)).hasSize(EACH);
        assertThat(find(small, 0)).isNull();
    }

    @Property(tries = 100)
    void nothingIsFoundThatWasNotWrittenLast(@ForAll Random random) {
        RowRing small = new RowRing(FEW);
        Map<Integer, byte[]> last = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            int person = random.nextInt(500);
            if (random.nextInt(10) == 0) {
                small.forget(key(person));
                last.remove(person);
            } else {
                byte[] row = row(random);
                small.put(key(person), row);
                last.put(person, row);
            }
            int other = random.nextInt(500);
            byte[] found = find(small, other);
            assertThat(found == null || Arrays.equals(found, last.get(other))).isTrue();
        }
    }

    /** Full of what looks like other rows' beginnings. */
    private static byte[] row(Random random) {
        byte[] row = new byte[random.nextInt(400)];
        if (random.nextBoolean()) {
            random.nextBytes(row);
        }
        return row;
    }

    private static byte[] find(RowRing ring, int person) {
        return ring.find(key(person)) ? ring.found().rest() : null;
    }

    private static Unpacker key(int person) {
        Packer packer = new Packer();
        packer.string("email:p" + person + "@example.com");
        return new Unpacker(packer.bytes());
    }
}

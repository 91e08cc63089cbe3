package io.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.event.Assertion;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final Instance INSTANCE = Setup.instance(null);
    private final Targets targets = new Targets();

    @Test
    void findsAListAtItsInstanceAlone() {
        Instance other = Setup.withOneFieldForAll();
        targets.add(Setup.gold(), INSTANCE);
        targets.add(Setup.gold(), other);

        assertThat(targets.of(INSTANCE, Setup.GOLD).instance()).isSameAs(INSTANCE);
        assertThat(targets.of(other, Setup.GOLD).instance()).isSameAs(other);
        assertThat(targets.of(INSTANCE, Setup.SILVER)).isNull();
        assertThat(targets.of(null, Setup.GOLD)).isNull();
    }

    /**
     * Some lists are of audiences that the row says nothing of, and some audiences have no list.
     */
    @Test
    void namesEachActivationOnceInWhateverOrderTheListsStand() {
        IntStream.range(0, 30).forEach(i -> targets.add(mirror(i), INSTANCE));
        Random random = new Random(4);
        for (int round = 0; round < 100; round++) {
            List<Integer> said = random.ints(15, 0, 30).distinct().boxed().toList();
            List<Integer> listed = random.ints(15, 0, 30).distinct().boxed().toList();

            assertThat(targets.of(row(said, listed), INSTANCE))
                    .doesNotHaveDuplicates()
                    .extracting(target -> (int) target.list())
                    .startsWith(said.toArray(Integer[]::new))
                    .containsAll(listed)
                    .allMatch(list -> said.contains(list) || listed.contains(list));
        }
    }

    private static Row row(List<Integer> said, List<Integer> listed) {
        Row row = Row.of(Bench.ADA);
        said.forEach(i -> row.claims.add(Claim.of(new Assertion("ups", "of-" + i, true, 1, 0))));
        listed.forEach(row.instanceOrNew(Setup.INSTANCE)::listOrNew);
        return row;
    }

    private static Activation mirror(int i) {
        return Setup.mirror("of-" + i, i);
    }
}

package io.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalliesTest {

    private static final String GOLD = "123-ABC-456/1001";

    private final List<String> newcomers = new ArrayList<>();
    private final Tallies tallies = new Tallies(newcomers::add);

    @Test
    void addsUpAllBuckets() {
        sweep(1, 3);
        sweep(2, 4);

        assertThat(tallies.total(GOLD, Tally.ON_LIST)).isEqualTo(7);
        assertThat(tallies.total(GOLD, Tally.WAITING)).isZero();
    }

    @Test
    void aBucketsNewFiguresReplaceItsOldOnes() {
        sweep(1, 3);
        sweep(2, 4);
        sweep(1, 2);
        sweep(2, 0);

        assertThat(tallies.total(GOLD, Tally.ON_LIST)).isEqualTo(2);
    }

    @Test
    void announcesAnActivationOnce() {
        sweep(1, 1);
        sweep(2, 1);

        assertThat(newcomers).containsExactly(GOLD);
    }

    private void sweep(int bucket, int people) {
        for (int i = 0; i < people; i++) {
            tallies.count(GOLD, Tally.ON_LIST);
        }
        tallies.close(bucket);
    }
}

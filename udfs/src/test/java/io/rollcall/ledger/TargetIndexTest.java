package io.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.pack.Hash64;
import org.junit.jupiter.api.Test;

class TargetIndexTest {

    private static final Instance INSTANCE = Setup.instance(null);
    private final TargetIndex index = new TargetIndex(Target::audience);

    @Test
    void findsEachAudienceAmongThousandsAndNoOther() {
        for (int i = 0; i < 5_000; i++) {
            index.add(target("audience-" + i, 1_000 + i));
        }

        for (int i = 0; i < 5_000; i++) {
            assertThat(index.of(Hash64.of("audience-" + i)))
                    .extracting(Target::list)
                    .containsExactly(1_000L + i);
        }
        assertThat(index.of(Hash64.of("of no activation"))).isEmpty();
    }

    @Test
    void keepsAllListsOfAnAudience() {
        index.add(target("gold", 1));
        index.add(target("silver", 2));
        index.add(target("gold", 3));

        assertThat(index.of(Hash64.of("gold"))).extracting(Target::list).containsExactly(1L, 3L);
    }

    /** Hashes that want the same place, the last one of all: the next ones are at the beginning. */
    @Test
    void goesRoundWhereManyWantTheLastPlace() {
        for (long high = 1; high <= 20; high++) {
            index.add(new Target(Setup.mirror("any", high), INSTANCE, high << 32 | 63, 0));
        }

        assertThat(index.of(20L << 32 | 63)).extracting(Target::list).containsExactly(20L);
        assertThat(index.of(21L << 32 | 63)).isEmpty();
    }

    @Test
    void knowsNothingOnceCleared() {
        index.add(target("gold", 1));
        index.clear();

        assertThat(index.of(Hash64.of("gold"))).isEmpty();
    }

    private static Target target(String audience, long list) {
        return Target.of(Setup.mirror(audience, list), INSTANCE);
    }
}

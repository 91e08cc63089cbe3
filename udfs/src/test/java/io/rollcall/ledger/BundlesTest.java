package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Bucket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BundlesTest {

    private static final int GROUPS = 7;

    private final List<LedgerInput> sent = new ArrayList<>();
    private final Bundles bundles = new Bundles(GROUPS, BundlesTest::group, sent::add);

    private static int group(int bucket) {
        return bucket % GROUPS;
    }

    /** The time of each event is its number. */
    @Property(tries = 100)
    void everyEventComesOnceInOrderAndWithItsOwnKeyGroup(@ForAll Random random) {
        sent.clear();
        Map<String, List<Long>> told = new HashMap<>();
        Map<String, List<Long>> heard = new HashMap<>();
        for (long i = 0; i < 300; i++) {
            String person = "email:p" + random.nextInt(40) + "@example.com";
            bundles.add(Told.of(person).in("gold", i).event());
            told.computeIfAbsent(person, any -> new ArrayList<>()).add(i);
        }
        bundles.sendAll();

        for (LedgerInput input : sent) {
            Bundle.forEach(
                    input.events(),
                    (bucket, event) -> {
                        HeardEvent one = EventCodec.decode(event);
                        heard.computeIfAbsent(one.person(), any -> new ArrayList<>())
                                .add(one.claims().get(0).at());
                        assertThat(bucket).isEqualTo(Bucket.of(one.person()));
                        assertThat(group(bucket)).isEqualTo(group(input.bucket()));
                    });
        }
        assertThat(heard).isEqualTo(told);
        assertThat(sent.stream().mapToInt(LedgerInput::size).sum()).isEqualTo(300);
    }

    @Test
    void aFullBundleWaitsForNobody() {
        for (int i = 0; i < Bundle.MOST; i++) {
            assertThat(sent).isEmpty();
            bundles.add(event("ada", 1));
        }
        assertThat(sent).singleElement().extracting(LedgerInput::size).isEqualTo(Bundle.MOST);
        bundles.sendAll();
        assertThat(sent).hasSize(1);
    }

    /** Nor does it overtake what was said before. */
    @Test
    void anEventThatFillsABundleWaitsForNobody() {
        bundles.add(event("ada", 1));
        bundles.add(event("ada", 1_000));
        assertThat(sent).hasSize(2);
        bundles.add(event("ada", 100));
        bundles.add(event("ada", 100));
        bundles.sendAll();

        List<Integer> claims = new ArrayList<>();
        sent.forEach(
                input ->
                        Bundle.forEach(
                                input.events(),
                                (bucket, event) ->
                                        claims.add(EventCodec.decode(event).claims().size())));
        assertThat(claims).containsExactly(1, 1_000, 100, 100);
    }

    private static AudienceEvent event(String name, int audiences) {
        Told told = Told.of("email:" + name + "@example.com");
        for (int i = 0; i < audiences; i++) {
            told.in("audience-" + i, NOW);
        }
        return told.event();
    }
}

package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Bucket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is remembered is what a look would have shown. */
class RecentRowsTest {

    private static final Duration LONG = Setup.SETTINGS.timeToLive().multipliedBy(2);

    private long now = NOW;

    @Property(tries = 300)
    void aLedgerThatRemembersDecidesAsOneThatLooks(@ForAll Random random) {
        Plan plan = gold();
        Heard remembered = new Heard();
        Heard looked = new Heard();
        CountedRows rememberedRows = new CountedRows();
        CountedRows lookedRows = new CountedRows();
        Ledger remembers = ledger(plan, remembered);
        now = NOW;
        for (int i = 0; i < 80; i++) {
            LedgerInput input = someInput(random);
            remembers.take(input, rememberedRows);
            ledger(plan, looked).take(input, lookedRows);

            assertThat(rows(rememberedRows)).isEqualTo(rows(lookedRows));
            assertThat(remembered.wishes).isEqualTo(looked.wishes);
            assertThat(remembered.counts).isEqualTo(looked.counts);
        }
        assertThat(rememberedRows.reads).isLessThanOrEqualTo(lookedRows.reads);
    }

    @Property(tries = 100)
    void aBundleSaysWhatItsEventsSayOneByOne(@ForAll Random random) {
        Plan plan = gold();
        Heard together = new Heard();
        Heard alone = new Heard();
        CountedRows togetherRows = new CountedRows();
        CountedRows aloneRows = new CountedRows();
        Ledger takesBundles = ledger(plan, together);
        Ledger takesEvents = ledger(plan, alone);
        now = NOW;
        for (int i = 0; i < 10; i++) {
            List<AudienceEvent> all = new ArrayList<>();
            for (int events = random.nextInt(Bundle.MOST); events >= 0; events--) {
                all.add(someEvent(random));
            }
            all.forEach(event -> takesEvents.take(Bundled.alone(event), aloneRows));
            takesBundles.take(Bundled.together(all), togetherRows);

            assertThat(rows(togetherRows)).isEqualTo(rows(aloneRows));
            assertThat(together.wishes).isEqualTo(alone.wishes);
            assertThat(together.counts).isEqualTo(alone.counts);
        }
    }

    private static Map<String, ByteBuffer> rows(CountedRows counted) {
        Map<String, ByteBuffer> rows = new HashMap<>();
        counted.rows.forEach((person, row) -> rows.put(person, ByteBuffer.wrap(row)));
        return rows;
    }

    private Ledger ledger(Plan plan, Heard heard) {
        return new Ledger(plan, Setup.SETTINGS, () -> Instant.ofEpochMilli(now), heard);
    }

    private LedgerInput someInput(Random random) {
        if (random.nextInt(12) == 0) {
            now += LONG.toMillis();
            return LedgerInput.sweep(Bucket.of(ADA));
        }
        return Bundled.alone(someEvent(random));
    }

    private static AudienceEvent someEvent(Random random) {
        Told told = Told.of(random.nextInt(3) == 0 ? "email:bob@example.com" : ADA);
        long at = NOW + random.nextInt(3);
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean in = random.nextBoolean();
            told.said("ups", random.nextBoolean() ? "gold" : "silver", in, at, 0);
        }
        if (random.nextInt(3) == 0) {
            told.attribute("firstName", random.nextBoolean() ? "Ada" : "Eve", at);
        }
        if (random.nextInt(3) == 0) {
            told.also("email", "ada" + random.nextInt(7) + "@example.com");
        }
        return told.event();
    }

    @Test
    void aRowThatIsGoneIsWrittenAgain() {
        Bench bench = Bench.with(Setup.gold());
        Told told = Told.of(ADA).out("silver", NOW);
        bench.hear(told).after(LONG).sweep();
        assertThat(bench.row()).isNull();
        bench.hear(told);
        assertThat(bench.row().claims).hasSize(1);
    }

    /** A start with everybody in RocksDB and nobody remembered. */
    @Test
    void whoeverIsReadFirstBringsTheBucket() {
        CountedRows rows = stored(100);
        Ledger anew = ledger(noActivations(), new Heard());

        IntStream.range(0, 100).forEach(i -> anew.take(again(i), rows));

        assertThat(rows.walks).isOne();
        assertThat(rows.reads).isZero();
    }

    @Test
    void aBucketThatFillsTheMemoryIsTheLastToBeReadInOneGo() {
        CountedRows rows = stored(10_000);
        Ledger anew = ledger(noActivations(), new Heard());

        anew.take(again(9_999), rows);
        anew.take(Bundled.alone(1, event(0)), rows);
        assertThat(rows.walks).isOne();
    }

    private CountedRows stored(int people) {
        CountedRows rows = new CountedRows();
        Ledger before = ledger(noActivations(), new Heard());
        IntStream.range(0, people).forEach(i -> before.take(again(i), rows));
        rows.reads = 0;
        rows.walks = 0;
        return rows;
    }

    private static Plan gold() {
        Plan plan = noActivations();
        plan.activate(new ActivationSet(List.of(Setup.gold())));
        return plan;
    }

    private static Plan noActivations() {
        return new Plan(List.of(Setup.instance(PersonCreation.MATCH_ONLY)));
    }

    /** All in one bucket, as far as the ledger is told. */
    private static LedgerInput again(int person) {
        return Bundled.alone(0, event(person));
    }

    private static AudienceEvent event(int person) {
        return Told.of("email:p" + person + "@example.com").in("gold", NOW).event();
    }
}

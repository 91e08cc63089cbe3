package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Bucket;
import io.rollcall.event.Origin;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whoever is missing from a snapshot has left, in the order of the claims' own times. */
class SnapshotTest {

    private final Bench bench = Bench.with(Setup.gold());

    @Test
    void whoIsMissingLeaves() {
        onGold();

        assertThat(snapshot("gold", NOW).wished()).containsExactly(Wish.Kind.REMOVE);
        assertThat(bench.wish().lane()).as("which the brake counts").isEqualTo(Lane.CLEARING);
    }

    @Test
    void aFurtherLeadOfWhoIsMissingIsCountedToo() {
        onGold().page(Setup.GOLD, bench.announced(), 8);

        assertThat(snapshot("gold", NOW).wished()).hasSize(2).containsOnly(Wish.Kind.REMOVE);
        assertThat(bench.heard.wishes).extracting(Wish::lane).containsOnly(Lane.CLEARING);
    }

    @Test
    void whoWasCountedAndThenLeavesByThemselvesNeedNotWait() {
        onGold();
        snapshot("gold", NOW);

        bench.hear(Told.of(ADA).said("ups", "silver", false, NOW + 1, 0));
        assertThat(bench.heard.wishes).as("that is another audience").isEmpty();

        bench.hear(Told.of(ADA).out("gold", NOW + 2));
        assertThat(bench.wish().lane()).isEqualTo(Lane.REMOVALS);
    }

    @Test
    void theRowOfALeadIsNobodyWhoCouldLeave() {
        onGold();
        bench.rows.rows.put(OwnerRow.key(Setup.INSTANCE, 7), ownerRow());

        assertThat(snapshot("gold", NOW).wished()).containsExactly(Wish.Kind.REMOVE);
    }

    private static byte[] ownerRow() {
        OwnerRow row = new OwnerRow();
        row.add(ADA, 1);
        return row.encode();
    }

    @Test
    void whoIsInItStays() {
        onGold().hear(entry(NOW));

        assertThat(snapshot("gold", NOW).heard.wishes).isEmpty();
    }

    @Test
    void whoEnteredAfterItStays() {
        onGold().hear(entry(NOW + 1));

        assertThat(snapshot("gold", NOW).heard.wishes).isEmpty();
    }

    @Test
    void whoComesWithTheNextSnapshotIsInAgain() {
        onGold();
        snapshot("gold", NOW).removed(Setup.GOLD, 7);

        assertThat(bench.hear(entry(NOW + 1)).wished()).containsExactly(Wish.Kind.ADD);
    }

    @Test
    void aRowOfTheSnapshotThatComesLateStillCounts() {
        onGold();
        snapshot("gold", NOW);
        bench.hear(entry(NOW));

        assertThat(bench.wished()).containsExactly(Wish.Kind.NO_LIST_WISH);
    }

    @Test
    void anotherAudiencesSnapshotIsNobodysBusiness() {
        onGold();

        assertThat(snapshot("silver", NOW).heard.wishes).isEmpty();
        assertThat(bench.rows.writes).isZero();
    }

    @Test
    void aPersonsOwnSnapshotEndsAllOfItsNamespaceButWhatIsNewer() {
        bench.hear(Told.of(ADA).said("aam-478", "gold", true, NOW - 1_000, 0)).found(7);
        bench.added(Setup.GOLD, 7);
        bench.hear(Told.of(ADA).said("aam-478", "silver", true, NOW, 0));

        assertThat(bench.hear(overwrite(ADA, "aam-1")).heard.wishes).isEmpty();
        assertThat(bench.hear(overwrite(ADA, "aam-478")).wished())
                .containsExactly(Wish.Kind.REMOVE);
        List<Boolean> in = new ArrayList<>();
        RowCodec.decode(bench.rows.get(ADA)).claims.forEach(claim -> in.add(claim.in()));
        assertThat(in).containsExactly(false, true);
    }

    @Test
    void aPersonsOwnSnapshotReachesTheirBucketOnly() {
        assertThat(buckets(overwrite(ADA, "aam-478"))).containsExactly(Bucket.of(ADA));
    }

    private static AudienceEvent overwrite(String person, String namespace) {
        return new AudienceEvent(
                AudienceEvent.Kind.SNAPSHOT,
                person,
                NOW,
                List.of(),
                List.of(new Assertion(namespace, Assertion.ANY_AUDIENCE, false, NOW, 0)),
                List.of(),
                new Origin("ftp_dpm_478_1366545717.overwrite", 0, 0, NOW));
    }

    @Test
    void reachesEveryBucket() {
        assertThat(buckets(marker("gold", NOW))).doesNotHaveDuplicates().hasSize(Bucket.COUNT);
    }

    private static List<Integer> buckets(AudienceEvent event) {
        List<Integer> buckets = new ArrayList<>();
        Consumer<LedgerInput> out =
                bundle -> Bundle.forEach(bundle.events(), (bucket, any) -> buckets.add(bucket));
        Bundles bundles = new Bundles(1, bucket -> 0, out);
        bundles.add(event);
        bundles.sendAll();
        return buckets;
    }

    private Bench onGold() {
        return bench.hear(entry(NOW - 1_000)).found(7).added(Setup.GOLD, 7);
    }

    private static Told entry(long at) {
        return Told.of(ADA).said("", "gold", true, at, 0);
    }

    private Bench snapshot(String audience, long at) {
        bench.rows.writes = 0;
        return bench.hear(marker(audience, at));
    }

    private static AudienceEvent marker(String audience, long at) {
        return new AudienceEvent(
                AudienceEvent.Kind.SNAPSHOT,
                "",
                at,
                List.of(),
                List.of(new Assertion("", audience, false, at, 0)),
                List.of(),
                new Origin("up.csv", 0, 0, at));
    }
}

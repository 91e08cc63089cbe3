package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.NOW;
import static io.rollcall.ledger.Household.ADA;
import static io.rollcall.ledger.Household.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.Report;
import io.rollcall.wish.Wish;
import org.junit.jupiter.api.Test;

/** A request to be forgotten comes under one name and is about all of them. */
class ForgottenNamesTest {

    private final Household house = Household.with(Setup.gold());

    @Test
    void whoGoesByTheSameLeadIsForgottenToo() {
        house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7, ADA, DEVICE);
        house.hear(Told.of(DEVICE).in("gold", NOW + 1));

        house.hear(Told.of(ADA).forgotten(NOW + 2));

        assertThat(row(DEVICE).forgetting).isTrue();
        assertThat(row(DEVICE).claims).isEmpty();
        assertThat(house.last(Report.Kind.STONES).toString()).doesNotContain("3814", "ada@");
    }

    @Test
    void theNamesOfALeadThatWasNeverLookedUpAreAskedForBeforeItIsDeleted() {
        house.hear(Told.of(DEVICE).in("gold", NOW));
        house.hear(Told.of(ADA).forgotten(NOW + 2));
        assertThat(row(DEVICE).forgetting).isFalse();

        house.found(ADA, 7, ADA, DEVICE);

        assertThat(row(DEVICE).forgetting).isTrue();
        assertThat(house.wishes).extracting(Wish::kind).contains(Wish.Kind.DELETE);
    }

    @Test
    void aNameThatWasSaidTogetherBeforeTheRequestIsForgottenHoweverLateItIsHeard() {
        house.hear(Told.of(DEVICE).in("gold", NOW));
        house.hear(Told.of(ADA).forgotten(NOW + 2)).notFound(ADA);
        assertThat(row(ADA)).isNull();

        house.hear(Told.of(ADA).also("ecid", "3814").in("gold", NOW + 1).sentAt(NOW + 1));

        assertThat(row(DEVICE).forgetting).isTrue();
    }

    @Test
    void whoSaysTheForgottenNameForTheirOwnFromBeforeIsForgotten() {
        house.hear(Told.of(DEVICE).forgotten(NOW + 2)).notFound(DEVICE);

        house.hear(Told.of(ADA).also("ecid", "3814").in("gold", NOW + 1).sentAt(NOW + 1));
        house.notFound(ADA).notFound(ADA);
        assertThat(row(ADA).forgetting).isTrue();
        house.notFound(ADA).notFound(ADA);

        assertThat(house.bench.rows.rows).hasSize(2).allSatisfy((key, row) -> isStone(key));
    }

    @Test
    void whoTookADeviceOverAfterTheRequestStays() {
        house.hear(Told.of(DEVICE).forgotten(NOW)).notFound(DEVICE);

        house.hear(Told.of(ADA).also("ecid", "3814").in("gold", NOW + 1).sentAt(NOW + 1));
        house.found(ADA, 7, ADA);

        assertThat(row(ADA).forgottenAt).isZero();
        assertThat(house.at(ADA).list(Setup.GOLD).wish).isEqualTo(Wish.Kind.ADD);
    }

    @Test
    void whoCameAgainUnderAnotherNameIsNotTakenForErased() {
        house.hear(Told.of(ADA).in("gold", NOW)).found(ADA, 7, ADA, DEVICE);
        house.hear(Told.of(ADA).forgotten(NOW + 2)).hear(Told.of(DEVICE).in("gold", NOW + 3));

        house.found(ADA, 7, ADA, DEVICE).deleted(ADA, 7);

        assertThat(house.at(DEVICE).lead).isZero();
        assertThat(house.at(DEVICE).wasLost()).isFalse();
        assertThat(house.at(DEVICE).erased).containsExactly(7L);
    }

    private static void isStone(String key) {
        assertThat(Stone.isName(key)).isTrue();
    }

    private Row row(String person) {
        byte[] row = house.bench.rows.rows.get(person);
        return row == null ? null : RowCodec.decode(row);
    }
}

package io.rollcall.ledger;

import static io.rollcall.ledger.Bench.ADA;
import static io.rollcall.ledger.Bench.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Data Ingestion API has accepted, it may carry out for hours, and more than once. */
class IngestedTest {

    private static final Duration RETRIES = LedgerSettings.INGESTION_RETRIES;

    private final Bench bench = Bench.with(Setup.gold());

    private Bench joined() {
        bench.hear(Told.of(ADA).in("gold", NOW - 1_000)).found(7);
        return ingested(7);
    }

    private Bench ingested(long lead) {
        return bench.ended(
                CallKind.INGEST, Setup.GOLD, Bench.onList(lead, MemberStatus.ACCEPTED, null));
    }

    private Bench left() {
        return bench.hear(Told.of(ADA).out("gold", NOW)).removed(Setup.GOLD, 7);
    }

    @Test
    void countsAsOnTheListOnceItIsAccepted() {
        joined();

        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
        assertThat(bench.heard.outcomes)
                .extracting(Outcome::change, Outcome::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Outcome.Change.ADD, Outcome.Status.APPLIED));
        assertThat(bench.sweep().heard.wishes).isEmpty();
    }

    @Test
    void whoLeavesIsRemovedAtOnceAndOnceMoreWhenNothingCanComeAnyMore() {
        joined();
        assertThat(bench.hear(Told.of(ADA).out("gold", NOW)).wished())
                .containsExactly(Wish.Kind.REMOVE);
        bench.removed(Setup.GOLD, 7);

        assertThat(bench.after(RETRIES.minusMillis(1)).sweep().heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofMillis(1)).sweep().wished())
                .containsExactly(Wish.Kind.REMOVE);
        bench.removed(Setup.GOLD, 7);
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.OUT);
        assertThat(bench.after(RETRIES.multipliedBy(2)).sweep().heard.wishes).isEmpty();
    }

    /** They were counted when they left: a sweep that removes them again is no cause of its own. */
    @Test
    void theBrakeDoesNotCountTheSecondRemoval() {
        joined();
        left();

        assertThat(bench.after(RETRIES).sweep().wish().lane()).isEqualTo(Lane.REMOVALS);
    }

    @Test
    void whoStaysCostsNothingMore() {
        joined();

        assertThat(bench.after(RETRIES).sweep().heard.wishes).isEmpty();
        assertThat(bench.after(Duration.ofDays(15)).sweep().heard.wishes).isEmpty();
        assertThat(bench.list(Setup.GOLD).lateUntil).isZero();
    }

    /** The job was down meanwhile, and judged before it read of the removal. */
    @Test
    void aRemovalFromWithinTheTimeThatIsReadOfAfterItIsMadeAgain() {
        joined();
        long removedAt = bench.now + 1_000;
        bench.after(RETRIES).hear(Told.of(ADA).out("gold", NOW));
        bench.endedAt(removedAt, CallKind.REMOVE, Bench.onList(7, MemberStatus.REMOVED, null));

        assertThat(bench.wished()).containsExactly(Wish.Kind.REMOVE);
        bench.removed(Setup.GOLD, 7);
        assertThat(bench.sweep().heard.wishes).isEmpty();
        assertThat(bench.list(Setup.GOLD).reported).isEqualTo(Reported.OUT);
    }

    @Test
    void whoLeavesLaterIsRemovedOnce() {
        joined();
        bench.after(RETRIES).sweep();
        left();

        assertThat(bench.after(RETRIES).sweep().heard.wishes).isEmpty();
    }

    @Test
    void whoCameBackMeanwhileStays() {
        joined();
        left();
        bench.hear(Told.of(ADA).in("gold", NOW + 1));
        ingested(7);

        assertThat(bench.after(RETRIES).sweep().heard.wishes).isEmpty();
    }

    /** A request whose answer was lost may have been accepted. */
    @Test
    void perhapsAcceptedIsFearedAlike() {
        bench.hear(Told.of(ADA).in("gold", NOW - 1_000)).found(7);
        bench.perhaps(CallKind.INGEST, Setup.GOLD, 7);
        left();

        assertThat(bench.after(RETRIES).sweep().wished()).containsExactly(Wish.Kind.REMOVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_DONE", "DONE"})
    void whoWasNotSentIsNotFeared(Verdict verdict) {
        bench.hear(Told.of(ADA).in("gold", NOW - 1_000)).found(7);
        MemberStatus status = verdict == Verdict.DONE ? MemberStatus.LEFT_OUT : MemberStatus.SENT;
        LedgerInput.split(
                Bench.report(
                        CallKind.INGEST,
                        Setup.GOLD,
                        bench.announced(),
                        verdict,
                        null,
                        Bench.onList(7, status, null)),
                bench::take);

        assertThat(bench.list(Setup.GOLD) == null ? 0 : bench.list(Setup.GOLD).lateUntil).isZero();
    }

    /** The list was read before Marketo got round to it. */
    @Test
    void aReadThatDoesNotFindThemProvesNothingYet() {
        joined();
        bench.readToTheEnd(Setup.GOLD, bench.announced());

        assertThat(bench.hear(Told.of(ADA).out("gold", NOW)).wished())
                .containsExactly(Wish.Kind.REMOVE);
    }

    @Test
    void aFormerLeadThatMayComeOnAgainIsTakenOffAfterwards() {
        joined();
        left();
        bench.found(8, 7L);

        assertThat(bench.after(RETRIES).sweep().heard.wishes)
                .extracting(Wish::kind, Wish::lead)
                .contains(org.assertj.core.groups.Tuple.tuple(Wish.Kind.REMOVE, 7L));
    }

    @Test
    void aFurtherLeadThatWasTakenOffIsTakenOffAgain() {
        joined();
        bench.found(8, 7L);
        bench.hear(Told.of(ADA).out("gold", NOW)).removed(Setup.GOLD, 8).removed(Setup.GOLD, 7);
        assertThat(bench.sweep().heard.wishes).isEmpty();

        assertThat(bench.after(RETRIES).sweep().heard.wishes)
                .extracting(Wish::kind, Wish::lead)
                .contains(org.assertj.core.groups.Tuple.tuple(Wish.Kind.REMOVE, 7L));
    }

    @Test
    void theOwnerOfASharedLeadLearnsOfIt() {
        joined();
        ListFact fact = ListFact.of(bench.list(Setup.GOLD));
        byte[] record = new Voice(List.of(), List.of(), List.of(fact)).encode();

        InstanceRow owner = new InstanceRow(Setup.INSTANCE);
        Voice.decode(record).lists().forEach(heard -> heard.applyTo(owner));

        assertThat(owner.list(Setup.GOLD).lateUntil).isEqualTo(NOW + RETRIES.toMillis());
        assertThat(owner.list(Setup.GOLD).reported).isEqualTo(Reported.IN);
    }

    @Test
    void theRowIsKeptUntilThen() {
        joined();
        left();

        assertThat(RowCodec.decode(RowCodec.encode(bench.row())))
                .extracting(row -> row.instances.get(0).list(Setup.GOLD).lateUntil)
                .isEqualTo(NOW + RETRIES.toMillis());
    }
}

package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnounceTest {

    @Test
    void nothingIsReleasedBeforeItsOwnAnnouncementIsRead() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        assertThat(bench.released).isEmpty();

        bench.readAll();

        assertThat(bench.released).hasSize(1);
        Report announced = bench.written(Report.Kind.ANNOUNCED).get(0);
        assertThat(bench.released.get(0).sequence()).isEqualTo(announced.offset());
    }

    @Test
    void anAnnouncementReadTooLateIsWithdrawnAndItsWishesGoAgain() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        bench.now += 5_001;
        bench.readNext();
        assertThat(bench.released).isEmpty();
        Report end = bench.written(Report.Kind.ENDED).get(0);
        assertThat(end.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(end.code()).isEqualTo("withdrawn");

        bench.readAll();
        bench.flush().forEach(bench::done);

        assertThat(bench.counted(SchedulerMetric.SENT)).isEqualTo(1);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void anAnnouncementThatIsNeverReadIsWithdrawnAndItsWishesGoAgain() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        int lost = bench.readTo;
        bench.pass(5_001);
        bench.pass(300);
        assertThat(bench.counted(SchedulerMetric.WITHDRAWN)).isEqualTo(1);
        assertThat(bench.written(Report.Kind.ANNOUNCED)).hasSize(2);
        bench.readTo = lost + 1;
        bench.readAll();

        assertThat(bench.released).hasSize(1);
        bench.done(bench.released.get(0));
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    /** Its announcement comes after all: the call is gone, and must not be sent twice. */
    @Test
    void aWithdrawnCallIsNotSentWhenItsAnnouncementIsReadAtLast() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        bench.pass(5_001);
        bench.pass(300);
        bench.readAll();

        assertThat(bench.released).hasSize(1);
        assertThat(bench.written(Report.Kind.ANNOUNCED)).hasSize(2);
    }

    @Test
    void aPauseAfterTheAnnouncementWithdrawsTheCall() {
        Bench bench = Bench.ready(1, 2);
        bench.wish(Bench.add(1, 1));
        Call first = bench.flushOne();
        bench.wish(Bench.add(2, 2));
        bench.end(first, Verdict.NOT_DONE, "606");
        bench.pass(300);
        assertThat(bench.written(Report.Kind.ANNOUNCED)).hasSize(2);

        bench.readAll();

        assertThat(bench.released).hasSize(1);
        assertThat(bench.counted(SchedulerMetric.WITHDRAWN)).isEqualTo(1);
        bench.pass(30_000);
        bench.readAll();
        assertThat(bench.released).hasSize(3);
    }

    @Test
    void whoseWishChangedIsLeftOutAndGoesToTheirLane() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.wish(Bench.add(1, 2));
        bench.wish(Bench.add(1, 3));
        bench.pass(300);
        bench.wish(Bench.remove(1, 1));
        bench.wish(Bench.withdraw(1, 3));
        bench.readAll();

        Call call = bench.released.get(0);
        assertThat(call.members()).extracting(Sent::lead).containsExactly(2L);
        assertThat(call.leftOut()).extracting(Member::lead).containsExactly(1L, 3L);
        bench.flush();
        Call removal = bench.released.get(1);
        assertThat(removal.kind()).isEqualTo(CallKind.REMOVE);
        bench.done(removal);
        bench.done(call);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void aCallWhoseMembersAllChangedIsWithdrawn() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        bench.wish(Bench.remove(1, 1));
        bench.readAll();

        assertThat(bench.released).isEmpty();
        assertThat(bench.written(Report.Kind.ENDED)).hasSize(1);
        Call removal = bench.flushOne();
        assertThat(removal.kind()).isEqualTo(CallKind.REMOVE);
        bench.done(removal);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void aWishReplacedInTheCallIsSentWithItsNewestValues() {
        Bench bench = Bench.ready();
        bench.wish(named("Ada"));
        bench.pass(300);
        bench.wish(named("Augusta"));
        bench.readAll();

        assertThat(bench.released.get(0).members().get(0).values())
                .containsEntry("firstName", "Augusta");
    }

    @Test
    void aWishWhoseValueChangedIsLeftOutForItsNewValueWasNotAnnounced() {
        Bench bench = Bench.ready();
        bench.wish(Bench.create("a", "ada@example.com"));
        bench.pass(300);
        bench.wish(Bench.create("a", "augusta@example.com"));
        bench.readAll();
        assertThat(bench.released).isEmpty();

        assertThat(bench.flushOne().members().get(0).value()).isEqualTo("augusta@example.com");
    }

    @Test
    void anOptOutAfterTheReleaseWaitsForTheEndOfTheCall() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        Call add = bench.flushOne();
        bench.wish(Bench.listWish(Wish.Kind.REMOVE, 1, 1, Lane.CONSENT));
        assertThat(bench.flush()).isEmpty();
        bench.done(add);

        Call removal = bench.flushOne();
        assertThat(removal.kind()).isEqualTo(CallKind.REMOVE);
        bench.done(removal);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    /** The list lost its activation between announcement and release. */
    @Test
    void membersOfAListThatWasDeactivatedAreNotSent() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        bench.activate();
        bench.readAll();

        assertThat(bench.released).isEmpty();
    }

    @Test
    void anAnnouncementSeenTwiceReleasesOnce() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        bench.append(bench.topic.get(bench.topic.size() - 1));
        bench.readAll();

        assertThat(bench.released).hasSize(1);
        bench.done(bench.released.get(0));
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    private static Wish named(String firstName) {
        return Bench.leadWish(
                Wish.Kind.UPSERT,
                "a",
                Lane.ADDITIONS,
                "ada@example.com",
                Map.of("firstName", firstName));
    }
}

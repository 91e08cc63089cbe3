package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.pack.Hash64;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerhapsTest {

    private static final Limits MANY_IN_FLIGHT =
            new Limits(1_000, 10, 25_000, 50_000, 10_000, 0.1, 10_000);

    @Test
    void membersGoAgainTheSameWayAfterABackoff() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.perhaps(bench.flushOne());
        assertThat(bench.flush()).isEmpty();
        bench.pass(2_000);

        Call again = bench.flushOne();
        assertThat(again.kind()).isEqualTo(CallKind.ADD);
        bench.done(again);
        bench.sleep(40_000);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void aContraryWishWaitsUntilTheCallCanNoLongerRun() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        Call add = bench.flushOne();
        bench.perhaps(add);
        long ended = bench.now;
        bench.wish(Bench.remove(1, 1));
        bench.sleep(34_000);
        bench.readAll();
        assertThat(bench.released).hasSize(1);

        bench.sleep(ended + 35_001 + 1_500 - bench.now);
        bench.readAll();

        assertThat(bench.released).extracting(Call::kind).last().isEqualTo(CallKind.REMOVE);
    }

    @Test
    void nobodyIsDeletedOrLookedForInOrderToBeWhileTheirCreationMayRun() {
        for (Wish.Kind kind : List.of(Wish.Kind.DELETE, Wish.Kind.LOOKUP)) {
            Bench bench = Bench.ready(1);
            bench.wish(Bench.create("p1", "p1@example.com"));
            bench.perhaps(bench.flushOne());
            long ended = bench.now;
            bench.wish(Bench.leadWish(kind, "p1", Lane.CONSENT, "p1@example.com", Map.of()));
            bench.sleep(94_000);
            bench.readAll();
            assertThat(bench.released).hasSize(1);

            bench.sleep(ended + 95_001 + 1_500 - bench.now);
            bench.readAll();
            assertThat(bench.released).hasSize(2);
        }
    }

    @Test
    void aDeletionThatPerhapsRanGoesAgainAndBarsTheNextCreation() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.leadWish(Wish.Kind.DELETE, "p1", Lane.CONSENT, "7", Map.of()));
        bench.perhaps(bench.flushOne());
        bench.pass(2_000);
        Call again = bench.flushOne();
        assertThat(again.kind()).isEqualTo(CallKind.DELETE);
        bench.answered(again, MemberStatus.DELETED, null);
        bench.wish(Bench.create("p1", "p1@example.com"));
        assertThat(bench.flush()).isEmpty();
        bench.sleep(40_000);
        bench.readAll();
        assertThat(bench.released).extracting(Call::kind).last().isEqualTo(CallKind.UPSERT);
    }

    @Test
    void aContraryWishWaitsAcrossARestartToo() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.perhaps(bench.flushOne());
        bench.wish(Bench.remove(1, 1));
        bench.restart();
        bench.readAll();
        assertThat(bench.flush()).isEmpty();
        bench.sleep(40_000);
        bench.readAll();

        bench.done(bench.released.get(1));
        assertThat(bench.released.get(1).kind()).isEqualTo(CallKind.REMOVE);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void proofThatTheCallRanFreesWhoWaitedForIt() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        Call add = bench.flushOne();
        bench.perhaps(add);
        bench.wish(Bench.remove(1, 1));
        bench.pass(3_000);
        bench.done(add);

        assertThat(bench.flushOne().kind()).isEqualTo(CallKind.REMOVE);
    }

    @Test
    void twoPersonsWithOneValueNeverShareACall() {
        Bench bench = Bench.ready(MANY_IN_FLIGHT);
        bench.wish(Bench.create("a", "same@example.com"));
        bench.wish(Bench.create("b", "same@example.com"));
        bench.wish(Bench.create("c", "other@example.com"));
        Call first = bench.flushOne();
        assertThat(first.members()).hasSize(2);
        assertThat(bench.flush()).as("nor are they sent at one time").isEmpty();
        bench.done(first);

        Call second = bench.flushOne();
        assertThat(second.members()).extracting("person").containsExactly("b");
        bench.done(second);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void aPossiblyRunningCreationBarsASecondOneOfTheValueForAnybody() {
        Bench bench = Bench.ready(MANY_IN_FLIGHT);
        bench.wish(Bench.create("a", "same@example.com"));
        bench.perhaps(bench.flushOne());
        bench.wish(Bench.create("b", "same@example.com"));
        bench.pass(10_000);
        bench.wish(Bench.create("c", "other@example.com"));
        Call others = bench.flushOne();
        assertThat(others.members()).extracting("person").containsExactly("c");
        bench.done(others);
        bench.sleep(80_000);
        assertThat(bench.released).hasSize(2);
        bench.sleep(10_000);
        bench.readAll();

        assertThat(bench.released).hasSize(3);
        bench.done(bench.released.get(2));
        bench.sleep(2_000);
        bench.readAll();
        bench.done(bench.released.get(3));
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void anotherRunsCreationBarsTheValueToo() {
        Bench bench = Bench.ready(MANY_IN_FLIGHT);
        Member member =
                new Member(
                        "z",
                        "email",
                        Hash64.ofLookup("email", "same@example.com"),
                        0,
                        MemberStatus.CANDIDATE,
                        null,
                        List.of(),
                        List.of());
        bench.append(Bench.announced("0-zombie", "theirs", CallKind.UPSERT, 0, member));
        bench.readAll();
        bench.wish(Bench.create("a", "same@example.com"));

        assertThat(bench.flush()).isEmpty();
    }

    @Test
    void anotherRunsCallBarsTheContrary() {
        Bench bench = Bench.ready(1);
        Member member = Member.onList("p1", 1, MemberStatus.CANDIDATE, null);
        bench.append(Bench.announced("0-zombie", "theirs", CallKind.ADD, 1, member));
        bench.readAll();
        bench.wish(Bench.remove(1, 1));
        assertThat(bench.flush()).isEmpty();
        bench.sleep(180_000);
        bench.readAll();
        bench.sleep(60_000);
        bench.readAll();

        assertThat(bench.released).extracting(Call::kind).containsExactly(CallKind.REMOVE);
    }

    /** The barring call is replaced by what the topic says of it; who waits must not be lost. */
    @Test
    void whoWaitsForACallStillWaitsWhenItIsReadAgain() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        bench.restart();
        bench.wish(Bench.remove(1, 1));
        bench.wish(Bench.add(1, 2));
        bench.readAll();
        assertThat(bench.released).isEmpty();
        bench.sleep(60_000);
        bench.readAll();
        bench.released.forEach(bench::done);
        bench.sleep(60_000);
        bench.readAll();

        assertThat(bench.released).hasSize(2);
        bench.done(bench.released.get(1));
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void callsThatMayRunTakeCredits() {
        Bench bench = Bench.ready(new Limits(50, 2, 25_000, 50_000, 10_000, 0.1, 10_000), 1, 2, 3);
        bench.wish(Bench.remove(1, 1));
        bench.wish(Bench.remove(2, 1));
        for (Call call : bench.flush()) {
            bench.end(call, Verdict.PERHAPS, "timeout");
        }
        bench.readAll();
        bench.wish(Bench.remove(3, 1));
        bench.sleep(34_000);
        bench.readAll();
        assertThat(bench.released).hasSize(2);
        bench.sleep(3_000);
        bench.readAll();

        assertThat(bench.released).hasSizeGreaterThan(2);
    }

    @Test
    void aCallWhoseEndNeverComesEndsPerhaps() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.flushOne();
        bench.sleep(70_000);
        bench.readAll();

        assertThat(bench.topic.stream().filter(r -> r.verdict() == Verdict.PERHAPS)).hasSize(1);
        bench.sleep(60_000);
        bench.readAll();
        bench.done(bench.released.get(1));
        bench.sleep(60_000);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }
}

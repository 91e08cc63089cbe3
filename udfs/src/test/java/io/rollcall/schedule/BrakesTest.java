package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.Handling;
import io.rollcall.activation.Activation.InitialMembers;
import io.rollcall.activation.Brake;
import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 3.2.10: one cause may not empty a list before a person has looked at it. */
class BrakesTest {

    private static final long LIST = 1001;
    private static final Brake BRAKE = new Brake(0.2, 0.5, 5);

    private final Bench bench = braked(30, InitialMembers.KEEP);

    @Test
    void holdsWhatWouldRemoveMoreThanItsShare() {
        many(Wish.Kind.REMOVE, Lane.CLEARING, 7);
        bench.pass(Brakes.SETTLE_MS);
        assertThat(bench.flush()).isEmpty();
        assertThat(bench.written(Report.Kind.HELD))
                .singleElement()
                .satisfies(
                        held -> {
                            assertThat(held.code()).isEqualTo("gold");
                            assertThat(held.requestId()).isEqualTo("gold would remove 7 of 30");
                        });
        assertThat(bench.held).containsEntry("1001", "gold would remove 7 of 30");
    }

    @Test
    void letsASmallerShareGoOnceItIsCounted() {
        many(Wish.Kind.REMOVE, Lane.CLEARING, 6);
        assertThat(bench.flush()).isEmpty();
        bench.sleep(Brakes.SETTLE_MS);
        bench.readAll();
        assertThat(bench.released)
                .singleElement()
                .satisfies(c -> assertThat(c.members()).hasSize(6));
        assertThat(bench.written(Report.Kind.HELD)).isEmpty();
    }

    @Test
    void countsWhatOneCauseDoesBitByBit() {
        many(Wish.Kind.REMOVE, Lane.CLEARING, 6);
        bench.sleep(Brakes.SETTLE_MS + 1_000);
        bench.readAll();
        bench.done(bench.released.get(0));
        bench.wish(wish(Wish.Kind.REMOVE, Lane.CLEARING, 100));
        bench.pass(1_000);
        bench.readAll();
        assertThat(bench.held).containsEntry("1001", "gold would remove 7 of 30");
    }

    @Test
    void whatComesMuchLaterHasAnotherCause() {
        many(Wish.Kind.REMOVE, Lane.CLEARING, 5);
        bench.sleep(Brakes.SETTLE_MS + 1_000);
        bench.readAll();
        bench.done(bench.released.get(0));
        bench.sleep(Brakes.QUIET_MS + 60_000);
        for (long lead = 50; lead < 55; lead++) {
            bench.wish(wish(Wish.Kind.REMOVE, Lane.CLEARING, lead));
        }
        bench.sleep(Brakes.SETTLE_MS + 1_000);
        bench.readAll();
        assertThat(bench.released).hasSize(2);
    }

    @Test
    void singleExitsAndRefusalsGoWhileItIsHeld() {
        holdIt();
        bench.wish(wish(Wish.Kind.REMOVE, Lane.REMOVALS, 90));
        bench.wish(wish(Wish.Kind.REMOVE, Lane.CONSENT, 91));
        bench.wish(wish(Wish.Kind.ADD, Lane.ADDITIONS, 92));
        List<Call> calls = bench.flush();
        assertThat(calls).isNotEmpty().allMatch(call -> call.kind() == CallKind.REMOVE);
        assertThat(calls.stream().flatMap(call -> call.members().stream()).map(s -> s.lead()))
                .containsExactlyInAnyOrder(90L, 91L);
    }

    @Test
    void goesOnOnceSomeoneReleasesIt() {
        holdIt();
        release();
        bench.sleep(1_000);
        bench.readAll();
        assertThat(bench.released)
                .singleElement()
                .satisfies(c -> assertThat(c.members()).hasSize(7));
        assertThat(bench.held).isEmpty();
    }

    @Test
    void aReleaseIsForThisCauseOnly() {
        holdIt();
        release();
        bench.sleep(1_000);
        bench.readAll();
        bench.done(bench.released.get(0));
        bench.sleep(Brakes.QUIET_MS + 60_000);
        for (long lead = 50; lead < 60; lead++) {
            bench.wish(wish(Wish.Kind.REMOVE, Lane.CLEARING, lead));
        }
        bench.pass(1_000);
        assertThat(bench.held).containsEntry("1001", "gold would remove 10 of 23");
    }

    @Test
    void staysHeldAcrossARestart() {
        holdIt();
        bench.restart();
        bench.readAll();
        bench.sleep(Brakes.SETTLE_MS);
        bench.readAll();
        assertThat(bench.released).isEmpty();
        assertThat(bench.held).containsKey("1001");
    }

    @Test
    void holdsAnAdditionOfTooMany() {
        many(Wish.Kind.ADD, Lane.BACKFILL, 16);
        bench.pass(1_000);
        assertThat(bench.flush()).isEmpty();
        assertThat(bench.held).containsEntry("1001", "gold would add 16 or more to 30");
    }

    @Test
    void fillsAnEmptyListWithoutAsking() {
        Bench empty = braked(0, InitialMembers.KEEP);
        for (long lead = 1; lead <= 20; lead++) {
            empty.wish(wish(Wish.Kind.ADD, Lane.BACKFILL, lead));
        }
        assertThat(empty.flushOne().members()).hasSize(20);
    }

    @Test
    void aCallForSingleExitsTakesNobodyOfManyAlong() {
        many(Wish.Kind.REMOVE, Lane.CLEARING, 3);
        bench.wish(wish(Wish.Kind.REMOVE, Lane.REMOVALS, 90));
        assertThat(bench.flushOne().members()).hasSize(1);
    }

    @Test
    void refusesAListOfStrangersUntilSomeoneAcceptsThem() {
        Bench refusing = braked(-1, InitialMembers.REFUSE);
        new ListReads(refusing.store).put(LIST, ListReads.start());
        refusing.restart();
        refusing.readAll();
        refusing.sleep(61_000);
        refusing.wish(wish(Wish.Kind.ADD, Lane.ADDITIONS, 5));
        refusing.sleep(12_000);
        refusing.readAll();
        assertThat(refusing.released).isNotEmpty().allMatch(call -> call.kind() == CallKind.READ);

        Call read = refusing.released.get(refusing.released.size() - 1);
        List<Member> members = new ArrayList<>();
        for (long lead = 1; lead <= 3; lead++) {
            members.add(Member.onList("email:p" + lead, lead, MemberStatus.PRESENT, null));
        }
        ListPage page = new ListPage(read.page().generation(), null, true, 2);
        refusing.append(Bench.end(read, Verdict.DONE, null, members, page, null));
        refusing.readAll();
        assertThat(refusing.held)
                .containsEntry(
                        "1001", "list 1001 holds 5 people that audience gold did not put there");
        refusing.sleep(20_000);
        refusing.readAll();
        assertThat(refusing.released).noneMatch(call -> call.kind() == CallKind.ADD);

        refusing.append(released());
        refusing.readAll();
        refusing.sleep(20_000);
        refusing.readAll();
        assertThat(refusing.released).anyMatch(call -> call.kind() == CallKind.ADD);
    }

    @Test
    void keepsItsFiguresInState() {
        Braked brake = new Braked();
        brake.size = 52_000;
        brake.lastAt = Bench.START;
        brake.held = "gold would remove 41,300 of 52,000";
        brake.accepted = true;
        Braked back = Braked.decode(brake.encode());
        assertThat(back).usingRecursiveComparison().isEqualTo(brake);
    }

    private void holdIt() {
        many(Wish.Kind.REMOVE, Lane.CLEARING, 7);
        bench.sleep(Brakes.SETTLE_MS);
        bench.readAll();
        assertThat(bench.held).isNotEmpty();
    }

    private void release() {
        bench.append(released());
        bench.readAll();
    }

    private void many(Wish.Kind kind, Lane lane, int people) {
        for (long lead = 1; lead <= people; lead++) {
            bench.wish(wish(kind, lane, lead));
        }
    }

    private static Wish wish(Wish.Kind kind, Lane lane, long lead) {
        return Bench.listWish(kind, LIST, lead, lane);
    }

    private static Report released() {
        return Report.of(Report.Kind.RELEASED, Bench.JOB, Bench.INSTANCE)
                .run("")
                .list(LIST)
                .build();
    }

    private static Bench braked(long size, InitialMembers initial) {
        Bench bench = Bench.ready(LIST);
        bench.count(size, LIST);
        bench.activateAll(
                new Activation(
                                "gold",
                                null,
                                Bench.INSTANCE,
                                LIST,
                                Activation.Mode.MIRROR,
                                0,
                                0,
                                null,
                                null)
                        .handled(Handling.of(initial, null, BRAKE)));
        bench.restart();
        bench.readAll();
        return bench;
    }
}

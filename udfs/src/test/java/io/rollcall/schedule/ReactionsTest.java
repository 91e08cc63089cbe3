package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReactionsTest {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    // ---- 600, 601, 602

    @Test
    void aRefusedTokenIsNoReasonToWait() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.refused(bench.flushOne(), "601");

        assertThat(bench.flush()).hasSize(1);
    }

    @Test
    void threeTokensRefusedInARowPauseTheInstanceAndItIsProbed() {
        Bench bench = Bench.ready(1, 2);
        bench.wish(Bench.add(1, 1));
        for (int i = 0; i < 3; i++) {
            bench.refused(bench.flushOne(), "601");
        }
        bench.wish(Bench.remove(2, 1));
        bench.sleep(299 * SECOND);
        assertThat(bench.flush()).isEmpty();
        bench.sleep(2 * SECOND);
        List<Call> probes = bench.flush();
        assertThat(probes).isNotEmpty();
        bench.refused(probes.get(0), "601");
        assertThat(bench.flush()).as("one refusal more is enough").isEmpty();
        bench.sleep(301 * SECOND);
        bench.flush().forEach(bench::done);

        assertThat(bench.book().pauses).doesNotContainKeys("*", "*token");
    }

    /** One token served them all: five refusals at once are one. */
    @Test
    void aTokenThatExpiresUnderFiveCallsPausesNothing() {
        Bench bench = Bench.ready(1, 2, 3, 4, 5);
        for (long list = 1; list <= 5; list++) {
            bench.wish(Bench.remove(list, 1));
        }
        List<Call> calls = bench.flush();
        assertThat(calls).hasSize(5);
        bench.now += 500;
        calls.forEach(call -> bench.end(call, Verdict.NOT_DONE, "602"));
        bench.readAll();

        assertThat(bench.flush()).hasSize(5);
    }

    // ---- 603 and the like

    @ParameterizedTest
    @ValueSource(strings = {"603", "610", "http-403"})
    void accessDeniedToOneListStopsThatListAlone(String code) {
        Bench bench = Bench.ready(1, 2);
        bench.wish(Bench.add(1, 1));
        bench.refused(bench.flushOne(), code);
        bench.wish(Bench.add(2, 1));
        assertThat(bench.flushOne().list()).isEqualTo(2);
        bench.sleep(5 * MINUTE);

        assertThat(bench.flushOne().list()).isEqualTo(1);
    }

    @Test
    void accessDeniedToOneKindOfCallStopsThatKindAlone() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.create("a", "a@example.com"));
        bench.refused(bench.flushOne(), "603");
        bench.wish(Bench.remove(1, 1));

        assertThat(bench.flush()).hasSize(1);
    }

    @Test
    void accessDeniedToEverythingPausesTheInstance() {
        Bench bench = Bench.ready(1, 2, 3, 4);
        for (long list = 1; list <= 3; list++) {
            bench.wish(Bench.add(list, 1));
            bench.refused(bench.flushOne(), "603");
        }
        bench.wish(Bench.remove(4, 1));
        assertThat(bench.flush()).isEmpty();
        bench.sleep(5 * MINUTE);
        bench.flush().forEach(bench::done);
        bench.sleep(MINUTE);

        assertThat(bench.book().paused(Book.EVERYTHING, bench.now)).isFalse();
    }

    // ---- 606, 615, 607

    @Test
    void tooManyCallsStopAllForAWindowAndHalveThePermitsUntilCalm() {
        Bench bench = Bench.ready(1, 2);
        bench.wish(Bench.add(1, 1));
        bench.refused(bench.flushOne(), "606");
        bench.wish(Bench.remove(2, 1));
        bench.sleep(19 * SECOND);
        assertThat(bench.flush()).isEmpty();
        assertThat(bench.book().permitsLimit).isEqualTo(25);
        bench.sleep(2 * SECOND);
        bench.flush().forEach(bench::done);
        bench.sleep(MINUTE);
        assertThat(bench.book().permitsLimit).isEqualTo(30);
        bench.sleep(5 * MINUTE);

        assertThat(bench.book().permitsLimit).as("as configured").isZero();
    }

    @Test
    void fiveRefusalsOfOneMomentHalveOnce() {
        Bench bench = fiveInFlight();
        bench.flush().forEach(call -> bench.end(call, Verdict.NOT_DONE, "606"));
        bench.readAll();

        assertThat(bench.book().permitsLimit).isEqualTo(25);
    }

    @Test
    void theCoolDownIsNotLiftedByACallThatWasUnderWay() {
        Bench bench = fiveInFlight();
        List<Call> calls = bench.flush();
        bench.refused(calls.get(0), "606");
        bench.done(calls.get(1));

        assertThat(bench.flush()).isEmpty();
        assertThat(bench.book().paused(Book.EVERYTHING, bench.now)).isTrue();
    }

    @Test
    void tooManyAtOnceLowersWhatIsInFlightOnceAndItRecovers() {
        Bench bench = fiveInFlight();
        bench.flush().forEach(call -> bench.end(call, Verdict.NOT_DONE, "615"));
        bench.readAll();
        assertThat(bench.book().inFlightLimit).isEqualTo(4);
        bench.sleep(2 * SECOND);
        assertThat(bench.flush()).hasSize(4);
        bench.sleep(2 * MINUTE);

        assertThat(bench.book().inFlightLimit).isZero();
    }

    @Test
    void anExhaustedQuotaStopsAllUntilMidnightInChicago() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.remove(1, 1));
        bench.refused(bench.flushOne(), "607");
        long midnight = Instant.parse("2026-11-23T06:00:00Z").toEpochMilli();
        bench.sleep(midnight - 1 - bench.now);
        bench.readAll();
        assertThat(bench.released).hasSize(1);
        bench.sleep(3 * SECOND);
        bench.readAll();

        assertThat(bench.released).hasSize(2);
    }

    /** Neither what is milder nor what went well before may cut it short. */
    @Test
    void anExhaustedQuotaIsNotForgottenForCallsThatWereUnderWay() {
        Bench bench = fiveInFlight();
        List<Call> calls = bench.flush();
        bench.refused(calls.get(0), "607");
        bench.refused(calls.get(1), "615");
        bench.refused(calls.get(2), "601");
        bench.refused(calls.get(3), "606");
        bench.done(calls.get(4));
        bench.sleep(10 * MINUTE);

        assertThat(bench.flush()).isEmpty();
    }

    @Test
    void yesterdaysQuotaReadAfterMidnightDoesNotStopToday() {
        Bench bench = Bench.ready(1);
        bench.now = Instant.parse("2026-11-23T05:59:59Z").toEpochMilli();
        bench.wish(Bench.remove(1, 1));
        Call call = bench.flushOne();
        bench.now += 2 * SECOND;
        bench.refused(call, "607");
        bench.sleep(5 * MINUTE);

        assertThat(bench.flush()).hasSize(1);
    }

    /** Else a clock that is a second ahead of Marketo's would cost the whole day. */
    @Test
    void aQuotaThatIsResetALittleAfterOurMidnightDoesNotStopTheDay() {
        Bench bench = Bench.ready(1);
        bench.now = Instant.parse("2026-11-23T06:00:01Z").toEpochMilli();
        bench.wish(Bench.remove(1, 1));
        bench.refused(bench.flushOne(), "607");
        bench.sleep(5 * MINUTE);

        assertThat(bench.flush()).hasSize(1);
    }

    // ---- 1013 and what passes

    @Test
    void aListThatIsGoneIsLeftAloneForAnHourAndOthersGoOn() {
        Bench bench = Bench.ready(1, 2);
        bench.wish(Bench.add(1, 1));
        bench.refused(bench.flushOne(), "1013");
        bench.wish(Bench.add(2, 1));
        bench.done(bench.flushOne());
        bench.sleep(59 * MINUTE);
        assertThat(bench.flush()).isEmpty();
        bench.sleep(MINUTE);

        assertThat(bench.flushOne().list()).isEqualTo(1);
    }

    @Test
    void whatPassesIsTriedAgainAfterGrowingJitteredCappedDelays() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        List<Long> waits = new ArrayList<>();
        Call call = bench.flushOne();
        for (int i = 0; i < 14; i++) {
            bench.refused(call, "608");
            long refused = bench.now;
            int before = bench.released.size();
            while (bench.released.size() == before) {
                bench.pass(100);
                bench.readAll();
            }
            waits.add(bench.now - refused);
            call = bench.released.get(before);
        }

        assertThat(waits).allMatch(wait -> wait <= 5 * MINUTE + 500);
        assertThat(waits.get(0)).isLessThanOrEqualTo(3 * SECOND);
        assertThat(waits.subList(10, 14)).allMatch(wait -> wait >= 149 * SECOND);
        assertThat(waits.stream().distinct().count()).isGreaterThan(10);
    }

    @Test
    void fiveFailuresOfOneMomentDoNotGrowTheDelayFivefold() {
        Bench bench = Bench.ready(new Limits(50, 6, 25_000, 50_000, 10_000, 0.1, 10_000), 1);
        for (int lead = 1; lead <= 1_500; lead++) {
            bench.wish(Bench.remove(1, lead));
        }
        List<Call> calls = bench.flush();
        assertThat(calls).hasSize(5);
        calls.forEach(call -> bench.end(call, Verdict.NOT_DONE, "608"));
        bench.readAll();

        assertThat(bench.book().pauses.get("REMOVE/1").tries()).isEqualTo(1);
    }

    @Test
    void anOutageOfAllListsBacksOffAsAWhole() {
        Bench bench = Bench.ready(java.util.stream.LongStream.rangeClosed(1, 300).toArray());
        for (long list = 1; list <= 300; list++) {
            bench.wish(Bench.remove(list, 1));
        }
        int ended = 0;
        for (long left = 3_600 * SECOND; left > 0; left -= 500) {
            bench.pass(500);
            bench.readAll();
            while (ended < bench.released.size()) {
                bench.refused(bench.released.get(ended++), "connect");
            }
        }

        assertThat(bench.released.size()).as("calls in an hour's outage").isLessThan(500);
    }

    // ---- SPLIT

    @Test
    void aCallRefusedForOneRecordIsHalvedUntilItStandsAlone() {
        Bench bench = Bench.ready(1);
        for (int lead = 1; lead <= 300; lead++) {
            bench.wish(Bench.remove(1, lead));
        }
        int calls = workWithBadRecords(bench, 20 * MINUTE, List.of(77L));

        assertThat(bench.counts.get(SchedulerMetric.DONE)).isNull();
        assertThat(bench.store.size(SchedulerStore.Space.WISHES)).isEqualTo(1);
        assertThat(calls).isLessThan(40);
    }

    @Test
    void twoBadRecordsInDifferentHalvesAreFoundToo() {
        Bench bench = Bench.ready(1);
        for (int lead = 1; lead <= 300; lead++) {
            bench.wish(Bench.remove(1, lead));
        }
        workWithBadRecords(bench, 120 * MINUTE, List.of(7L, 290L));

        assertThat(bench.store.size(SchedulerStore.Space.WISHES)).isEqualTo(2);
    }

    @Test
    void aRecordRefusedAloneIsTriedLessAndLess() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.remove(1, 77));
        int calls = workWithBadRecords(bench, 24 * 60 * MINUTE, List.of(77L));

        assertThat(calls).isBetween(15, 60);
    }

    @Test
    void aRecordRefusedAloneHoldsUpNobodyOnItsList() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.remove(1, 77));
        workWithBadRecords(bench, 60 * MINUTE, List.of(77L));
        bench.wish(Bench.remove(1, 1));

        assertThat(bench.flush()).extracting(Call::members).anyMatch(m -> has(m, 1));
    }

    @Test
    void callsThatFailAlikeAreHeldAndOneIsTriedNowAndThen() {
        Bench bench = Bench.ready(1);
        for (int lead = 1; lead <= 3_000; lead++) {
            bench.wish(Bench.remove(1, lead));
        }
        int calls = workRefusing(bench, 60 * MINUTE, Map.of(1L, "1006"));

        assertThat(calls).isLessThan(120);
    }

    @Test
    void aListWhoseCallsAreHeldHarmsNoOtherAndIsNotSavedByThem() {
        Bench bench = Bench.ready(1, 2);
        for (int lead = 1; lead <= 3_000; lead++) {
            bench.wish(Bench.remove(1, lead));
        }
        int other = 0;
        int bad = 0;
        for (int minute = 0; minute < 60; minute++) {
            bench.wish(Bench.remove(2, ++other));
            bad += workRefusing(bench, MINUTE, Map.of(1L, "1006"));
        }

        assertThat(bad).isLessThan(250);
        assertThat(bench.released.stream().filter(call -> call.list() == 2)).hasSize(60);
    }

    @Test
    void refusalsOfDifferentListsAreNotOneCause() {
        Bench bench = Bench.ready(1, 2, 3);
        for (long list = 1; list <= 3; list++) {
            bench.wish(Bench.remove(list, 1));
            bench.wish(Bench.remove(list, 2));
            long wanted = list;
            bench.flush().stream()
                    .filter(call -> call.list() == wanted && call.members().size() == 2)
                    .toList()
                    .forEach(call -> bench.refused(call, "1002"));
        }

        assertThat(bench.book().pauses.keySet()).containsExactly("DESCRIBE/0", "USAGE/0");
    }

    // ---- members

    @ParameterizedTest
    @ValueSource(strings = {"606", "4711"})
    void aMemberToBeTriedAgainIsTriedLessAndLess(String code) {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.remove(1, 1));
        int calls = 0;
        for (long left = 24 * 60 * MINUTE; left > 0; left -= 500) {
            bench.pass(500);
            bench.readAll();
            while (calls < bench.released.size()) {
                bench.answered(bench.released.get(calls++), MemberStatus.SKIPPED, code);
            }
        }

        assertThat(calls).isBetween(15, 60);
    }

    @Test
    void aMemberAnAnswerSaysNothingOfIsTriedLessAndLess() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.remove(1, 1));
        bench.wish(Bench.remove(1, 2));
        bench.answered(bench.flushOne(), MemberStatus.SENT, null);
        assertThat(bench.flush()).isEmpty();
        bench.sleep(2 * SECOND);
        bench.answered(bench.flushOne(), MemberStatus.SENT, null);
        bench.sleep(3 * SECOND);
        assertThat(bench.flush()).isEmpty();
        bench.sleep(2 * SECOND);
        bench.done(bench.flushOne());

        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void anOptOutIsNotDelayedByWhatTheAdditionMet() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        Call add = bench.flushOne();
        bench.wish(Bench.remove(1, 1));
        bench.answered(add, MemberStatus.SKIPPED, "606");

        assertThat(bench.flush()).hasSize(1);
    }

    @Test
    void anUndecidedMemberIsAskedForInASmallerCallAtOnce() {
        Bench bench = Bench.ready();
        for (int i = 0; i < 300; i++) {
            bench.wish(Bench.lookup("p" + i, io.rollcall.wish.Lane.ADDITIONS));
        }
        bench.answered(bench.flushOne(), MemberStatus.UNDECIDED, null);
        List<Call> halves = bench.flush();

        assertThat(halves).hasSize(2);
        assertThat(halves).allMatch(call -> call.members().size() == 150);
        halves.forEach(bench::done);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void pausesThatAreOverAreForgotten() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.refused(bench.flushOne(), "608");
        bench.wish(Bench.withdraw(1, 1));
        bench.sleep(90 * MINUTE);

        assertThat(bench.book().pauses.keySet()).containsExactly("DESCRIBE/0", "USAGE/0");
    }

    private static Bench fiveInFlight() {
        Bench bench = Bench.ready(1, 2, 3, 4, 5, 6);
        for (long list = 1; list <= 5; list++) {
            bench.wish(Bench.remove(list, 1));
        }
        return bench;
    }

    private static int workWithBadRecords(Bench bench, long millis, List<Long> bad) {
        int ended = bench.released.size();
        int before = ended;
        for (long left = millis; left > 0; left -= 500) {
            bench.pass(500);
            bench.readAll();
            while (ended < bench.released.size()) {
                Call call = bench.released.get(ended++);
                if (bad.stream().anyMatch(lead -> has(call.members(), lead))) {
                    bench.refused(call, "609");
                } else {
                    bench.done(call);
                }
            }
        }
        return ended - before;
    }

    /** Answers calls in turn, refusing whole lists; says how many were refused. */
    private static int workRefusing(Bench bench, long millis, Map<Long, String> lists) {
        int refused = 0;
        List<Call> open = new ArrayList<>();
        int seen = bench.released.size();
        for (long left = millis; left > 0; left -= 500) {
            bench.pass(500);
            bench.readAll();
            open.addAll(bench.released.subList(seen, bench.released.size()));
            seen = bench.released.size();
            open.sort(Comparator.comparing(Call::list));
            for (Call call : List.copyOf(open)) {
                String code = lists.get(call.list());
                refused += code == null ? 0 : 1;
                bench.end(call, code == null ? Verdict.DONE : Verdict.NOT_DONE, code);
                bench.readAll();
            }
            open.clear();
            open.addAll(bench.released.subList(seen, bench.released.size()));
            seen = bench.released.size();
        }
        open.forEach(bench::done);
        return refused;
    }

    private static boolean has(List<Sent> members, long lead) {
        return members.stream().anyMatch(member -> member.lead() == lead);
    }
}

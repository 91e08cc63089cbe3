package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.testing.MemoryStore;
import org.junit.jupiter.api.Test;

class RunsTest {

    @Test
    void nothingIsAnnouncedBeforeTheBeginIsRead() {
        Bench bench = new Bench();
        bench.activate(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(1_000);
        assertThat(bench.topic).extracting(Report::kind).containsExactly(Report.Kind.BEGIN);

        bench.readAll();

        assertThat(bench.written(Report.Kind.ANNOUNCED)).isNotEmpty();
    }

    @Test
    void aLostBeginIsWrittenAgain() {
        Bench bench = new Bench();
        bench.activate(1);
        bench.readTo = 1;
        bench.sleep(41_000);

        assertThat(bench.written(Report.Kind.BEGIN)).hasSize(2);
    }

    @Test
    void anEarlierCallThatWasAnnouncedEndsPerhaps() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.flushOne();
        bench.restart();
        bench.readAll();

        Report end = bench.written(Report.Kind.ENDED).get(0);
        assertThat(end.verdict()).isEqualTo(Verdict.PERHAPS);
        assertThat(bench.released).hasSize(1);
        assertThat(bench.flush()).as("the same way at once").hasSize(1);
    }

    @Test
    void anEarlierCallWhoseAnnouncementNeverCameEndsNotDone() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        bench.topic.remove(bench.topic.size() - 1);
        bench.restart();
        bench.readAll();

        Report end = bench.written(Report.Kind.ENDED).get(0);
        assertThat(end.verdict()).isEqualTo(Verdict.NOT_DONE);
        bench.wish(Bench.remove(1, 1));
        Call call = bench.flushOne();
        assertThat(call.kind()).isEqualTo(CallKind.REMOVE);
        bench.done(call);
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void aRestoredCallIsNeverSent() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.pass(300);
        bench.restart();
        bench.wish(Bench.withdraw(1, 1));
        bench.readAll();
        bench.sleep(60_000);
        bench.readAll();

        assertThat(bench.released).isEmpty();
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void callsOfAnotherRunCountForPermitsAndCreditsAndTheDay() {
        Bench bench = Bench.ready(new Limits(3, 2, 25_000, 50_000, 10_000, 0.1, 100), 1, 2);
        foreignCall(bench, "x");
        foreignCall(bench, "y");
        bench.wish(Bench.remove(2, 5));
        assertThat(bench.flush()).as("no credit").isEmpty();
        foreignEnd(bench, "x");
        Call call = bench.flushOne();
        bench.done(call);
        foreignEnd(bench, "y");
        bench.wish(Bench.remove(2, 6));
        assertThat(bench.flush()).as("no permit").isEmpty();
        bench.sleep(21_000);
        bench.readAll();

        assertThat(bench.released).hasSize(2);
        assertThat(bench.book().callsToday).isEqualTo(4);
    }

    @Test
    void aForeignCallIsCountedInTheDayInWhichItIsRead() {
        Bench bench = new Bench();
        Member member = Member.onList("p1", 1, MemberStatus.CANDIDATE, null);
        bench.append(Bench.announced("0-zombie", "x", CallKind.ADD, 1, member));
        bench.readAll();

        assertThat(bench.book().callsToday).isEqualTo(1);
    }

    @Test
    void aSupersededRunReleasesNothingAndBeginsAgainAfterTwoMinutes() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.append(Bench.begin("9-other"));
        bench.pass(300);
        assertThat(bench.written(Report.Kind.ANNOUNCED)).hasSize(1);
        bench.readAll();
        assertThat(bench.released).isEmpty();
        assertThat(bench.counted(SchedulerMetric.SUPERSEDED)).isEqualTo(1);
        bench.sleep(119_000);
        bench.readAll();
        assertThat(bench.released).isEmpty();
        bench.sleep(3_000);
        bench.readAll();
        bench.flush();

        assertThat(bench.released).hasSize(1);
        assertThat(bench.released.get(0).run()).startsWith("1-").isNotEqualTo(Bench.firstRun());
        bench.done(bench.released.get(0));
        assertThat(bench.isClean()).as(bench.leftovers()).isTrue();
    }

    @Test
    void beginsOfKnownRunsAreIgnored() {
        Bench bench = Bench.ready(1);
        MemoryStore earlier = bench.store.copy();
        bench.restart(earlier, 0);
        bench.readAll();
        bench.append(Bench.begin(Bench.firstRun()));
        bench.readAll();
        bench.wish(Bench.add(1, 1));

        assertThat(bench.flush()).hasSize(1);
        assertThat(bench.counted(SchedulerMetric.SUPERSEDED)).isZero();
    }

    @Test
    void anothersJobIsNoneOfOurs() {
        Bench bench = Bench.ready(1);
        Report begin = Bench.begin("9-other");
        bench.append(
                Report.of(begin.kind(), "another-job", begin.instance()).run(begin.run()).build());
        bench.readAll();

        assertThat(bench.counted(SchedulerMetric.SUPERSEDED)).isZero();
    }

    private static void foreignCall(Bench bench, String id) {
        Member member = Member.onList("p" + id, 1, MemberStatus.CANDIDATE, null);
        bench.append(Bench.announced("0-zombie", id, CallKind.ADD, 1, member));
        bench.readAll();
    }

    private static void foreignEnd(Bench bench, String id) {
        bench.append(
                Report.of(Report.Kind.ENDED, Bench.JOB, Bench.INSTANCE)
                        .run("0-zombie")
                        .callId(id)
                        .call(CallKind.ADD)
                        .list(1)
                        .sequence(0)
                        .verdict(Verdict.DONE)
                        .build());
        bench.readAll();
    }
}

package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.call.Call;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListExport.Status;
import io.rollcall.report.ListPage;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.testing.MemoryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DESIGN §3.1.4: a list is read once, by pages or by one bulk extract. */
class ExtractTest {

    private static final long LIST = 1;

    private final ExtractBench extract = new ExtractBench(1, LIST);
    private final Bench bench = extract.bench;

    @Test
    void aListWithoutAnEndOfPagesIsReadByAnExtract() {
        extract.afterTwoPages();
        Call create = extract.completed(900, 5);

        Call file = extract.next(CallKind.EXTRACT_FILE);
        assertThat(file.page().generation()).isEqualTo(create.sequence());
        extract.rows(file, 400, 1, 2);
        assertThat(extract.listsRead()).isEmpty();
        Call rest = extract.next(CallKind.EXTRACT_FILE);
        assertThat(rest.page().export().from()).isEqualTo(400);
        extract.rows(rest, 500, 3, 4, 5);

        assertThat(extract.listsRead()).hasSize(1);
        assertThat(extract.listsRead().get(0).page())
                .isEqualTo(new ListPage(create.sequence(), null, true, 0));
        assertThat(bench.flush()).as("that was all").isEmpty();
        assertThat(extract.count(SchedulerMetric.EXTRACTS)).isEqualTo(1);
    }

    @Test
    void aShortListIsReadByPagesAlone() {
        extract.page(extract.next(CallKind.READ), "2", 1, 2, 3);
        extract.page(extract.next(CallKind.READ), null, 4);

        assertThat(extract.listsRead()).hasSize(1);
        assertThat(bench.flush()).isEmpty();
    }

    @Test
    void noneIsMadeWhereItIsForbidden() {
        ExtractBench none = new ExtractBench(0, LIST).afterTwoPages();

        assertThat(none.next(CallKind.READ).page().nextToken()).isEqualTo("3");
    }

    @Test
    void marketoIsAskedNoOftenerThanItTellsAnythingNew() {
        extract.afterTwoPages().queued();

        bench.pass(ExtractBench.LOOK - 1_000);
        assertThat(bench.flush()).isEmpty();
        bench.pass(1_000);
        extract.told(extract.next(CallKind.EXTRACT_STATUS), Status.PROCESSING);
        assertThat(bench.flush()).isEmpty();
        bench.pass(ExtractBench.LOOK);
        assertThat(bench.flushOne().kind()).isEqualTo(CallKind.EXTRACT_STATUS);
    }

    @Test
    void theSchedulerWakesToAskByItself() {
        extract.afterTwoPages().queued();
        bench.sleep(ExtractBench.LOOK + 1_000);
        bench.readAll();

        assertThat(bench.released.get(bench.released.size() - 1).kind())
                .isEqualTo(CallKind.EXTRACT_STATUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1035", "1029", "603", "610", "703", "1013", "1003"})
    void whatMarketoRefusesPagesDo(String code) {
        extract.afterTwoPages();
        bench.refused(extract.next(CallKind.EXTRACT_CREATE), code);

        Call page = extract.next(CallKind.READ);
        assertThat(page.page().nextToken()).as("where they ended").isEqualTo("3");
        assertThat(bench.shown).as("nothing is paused").doesNotContainKeys("*", "READ/1");
        assertThat(bench.outcomes)
                .extracting(Outcome::status, Outcome::listId, Outcome::code)
                .containsExactly(tuple(Outcome.Status.DEFERRED, LIST, code));
        assertThat(bench.outcomes.get(0).reason()).contains("page by page").contains(code);
        assertThat(extract.count(SchedulerMetric.EXTRACTS_GIVEN_UP)).isEqualTo(1);
        extract.page(page, "4", 7, 8, 9);
        assertThat(bench.flushOne().kind()).as("not tried again").isEqualTo(CallKind.READ);
    }

    @Test
    void aQueueThatStaysFullIsLeftToTheOthers() {
        extract.afterTwoPages().created();
        for (int tries = 0; tries < 2; tries++) {
            bench.refused(extract.next(CallKind.EXTRACT_QUEUE), "1029");
            bench.pass(ExtractBench.LOOK);
            extract.told(extract.next(CallKind.EXTRACT_STATUS), Status.CREATED);
        }
        bench.refused(extract.next(CallKind.EXTRACT_QUEUE), "1029");

        assertThat(bench.flushOne().kind()).isEqualTo(CallKind.READ);
        assertThat(bench.shown).doesNotContainKeys("*", "READ/1");
    }

    /** The answer to the first request for it was lost. */
    @Test
    void aJobThatIsQueuedAlreadyIsWaitedFor() {
        extract.afterTwoPages().created();
        bench.refused(extract.next(CallKind.EXTRACT_QUEUE), "1029");
        bench.pass(ExtractBench.LOOK);
        extract.finished(extract.next(CallKind.EXTRACT_STATUS), 900, 5);

        assertThat(bench.flushOne().kind()).isEqualTo(CallKind.EXTRACT_FILE);
    }

    @Test
    void onceRefusedNoneIsAskedForOnAnyListForAnHour() {
        ExtractBench two = new ExtractBench(1, 1, 2);
        two.bench.flush().forEach(read -> two.page(read, "2", 1));
        two.bench.flush().forEach(read -> two.page(read, "3", 2));
        List<Call> calls = two.bench.flush();
        two.bench.refused(calls.get(0), "1035");
        two.page(calls.get(1), "4", 3);

        List<Call> pages = two.bench.flush();
        assertThat(pages).hasSize(2).extracting(Call::kind).containsOnly(CallKind.READ);
        two.bench.now += Duration.ofHours(1).toMillis();
        pages.forEach(read -> two.page(read, "5", 4));
        assertThat(two.bench.flush())
                .extracting(Call::kind)
                .containsExactlyInAnyOrder(CallKind.READ, CallKind.EXTRACT_CREATE);
    }

    @Test
    void noMoreAreUnderWayThanMayBe() {
        ExtractBench two = new ExtractBench(1, 1, 2);
        two.bench.flush().forEach(read -> two.page(read, "2", 1));
        two.bench.flush().forEach(read -> two.page(read, "3", 2));

        assertThat(two.bench.flush())
                .extracting(Call::kind)
                .containsExactlyInAnyOrder(CallKind.EXTRACT_CREATE, CallKind.READ);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "CANCELED"})
    void oneThatCameToNothingIsReplacedByPages(Status status) {
        extract.afterTwoPages().queued();
        bench.pass(ExtractBench.LOOK);
        extract.told(extract.next(CallKind.EXTRACT_STATUS), status);

        assertThat(extract.next(CallKind.READ).page().nextToken()).isEqualTo("3");
        assertThat(bench.outcomes.get(0).reason()).contains("cannot be used");
    }

    /** Six people were seen on the pages; a file of two cannot be of the whole list. */
    @Test
    void aFileOfTooFewIsNotBelieved() {
        extract.afterTwoPages().completed(900, 2);

        assertThat(bench.flushOne().kind()).isEqualTo(CallKind.READ);
    }

    @Test
    void pagesBeginAnewWhereRowsWereCounted() {
        extract.afterTwoPages().completed(900, 5);
        extract.rows(extract.next(CallKind.EXTRACT_FILE), 400, 1, 2);
        bench.refused(extract.next(CallKind.EXTRACT_FILE), "1013");

        assertThat(extract.next(CallKind.READ).page().nextToken()).isNull();
    }

    @Test
    void whatIsUncertainIsAskedAgainAndNotForEver() {
        extract.afterTwoPages();
        for (int tries = 0; tries < 5; tries++) {
            bench.perhaps(extract.next(CallKind.EXTRACT_CREATE));
            bench.pass(Duration.ofMinutes(5).toMillis());
        }
        assertThat(extract.next(CallKind.READ).page().nextToken()).isEqualTo("3");
    }

    @Test
    void aJobThatIsPerhapsQueuedIsAskedAboutBeforeItIsQueuedAgain() {
        extract.afterTwoPages().created();
        bench.perhaps(extract.next(CallKind.EXTRACT_QUEUE));
        bench.pass(ExtractBench.LOOK);
        extract.told(extract.next(CallKind.EXTRACT_STATUS), Status.CREATED);

        extract.told(extract.next(CallKind.EXTRACT_QUEUE), Status.QUEUED);
        assertThat(bench.flush()).isEmpty();
    }

    @Test
    void oneThatNeverFinishesIsGivenUp() {
        extract.afterTwoPages().queued();
        for (int looks = 0; looks < 200; looks++) {
            bench.pass(Duration.ofMinutes(5).toMillis());
            Call next = bench.flushOne();
            if (next.kind() == CallKind.READ) {
                assertThat(looks).as("after two hours").isBetween(20, 30);
                return;
            }
            extract.told(next, Status.PROCESSING);
        }
        throw new AssertionError("never given up");
    }

    @Test
    void itsRowsAreTheSizeThatTheBrakeGoesBy() {
        extract.afterTwoPages().completed(900, 5);
        extract.rows(extract.next(CallKind.EXTRACT_FILE), 400, 1, 2);
        extract.rows(extract.next(CallKind.EXTRACT_FILE), 500, 3, 4, 5);

        assertThat(Braked.decode(bench.store.get(Space.BRAKES, "1")).size).isEqualTo(5);
    }

    @Test
    void ourShareOfTheDaysBytesIsKept() {
        ExtractBench two = new ExtractBench(1, 1, 2);
        two.bench.flush().forEach(read -> two.page(read, "2", 1));
        two.bench.flush().forEach(read -> two.page(read, "3", 2));
        List<Call> calls = two.bench.flush();
        Call create = calls.get(0);
        Call other = calls.get(1);
        two.told(create, Status.CREATED);
        two.told(two.next(CallKind.EXTRACT_QUEUE), Status.QUEUED);
        two.bench.pass(ExtractBench.LOOK);
        two.finished(two.next(CallKind.EXTRACT_STATUS), 1_000, 2);
        two.rows(two.next(CallKind.EXTRACT_FILE), 1_000, 1, 2);

        two.page(other, "4", 3);
        Call today = two.next(CallKind.READ);
        two.bench.now += Duration.ofDays(1).toMillis();
        two.page(today, "5", 4);
        assertThat(two.bench.flush())
                .extracting(Call::kind)
                .as("tomorrow")
                .containsExactly(CallKind.EXTRACT_CREATE);
    }

    @Test
    void aRestartGoesOnWithTheSameExport() {
        extract.afterTwoPages().created();
        restart();
        bench.pass(ExtractBench.LOOK);
        Call status = extract.next(CallKind.EXTRACT_STATUS);
        assertThat(status.page().export().id()).isEqualTo(ExtractBench.ID);

        extract.finished(status, 900, 5);
        extract.rows(extract.next(CallKind.EXTRACT_FILE), 400, 1, 2);
        restart();
        Call rest = extract.next(CallKind.EXTRACT_FILE);
        assertThat(rest.page().export().from()).isEqualTo(400);
    }

    private void restart() {
        bench.flush();
        bench.restart();
        bench.readAll();
    }

    @Test
    void aCallThatARestartHasInterruptedIsMadeAgain() {
        extract.afterTwoPages().completed(900, 5);
        Call file = extract.next(CallKind.EXTRACT_FILE);
        restart();

        assertThat(extract.next(CallKind.EXTRACT_FILE).page().export())
                .isEqualTo(file.page().export());
    }

    /** Its job is made, and the answer stands in the topic. */
    @Test
    void anOlderStateTakesOverTheExportThatTheTopicTellsOf() {
        extract.afterTwoPages();
        MemoryStore older = bench.store.copy();
        int position = bench.readTo;
        Call create = extract.created();
        bench.flush();
        bench.restart(older, position);
        bench.readAll();

        Call queue = extract.next(CallKind.EXTRACT_QUEUE);
        assertThat(queue.page().export().id()).isEqualTo(ExtractBench.ID);
        assertThat(queue.page().generation()).isEqualTo(create.sequence());
    }

    /** It knows nothing of the export; what that told is no page of its own read. */
    @Test
    void aStillOlderStateMakesAnExportOfItsOwn() {
        MemoryStore older = bench.store.copy();
        int position = bench.readTo;
        Call create = extract.afterTwoPages().completed(900, 5);
        extract.rows(extract.next(CallKind.EXTRACT_FILE), 400, 1, 2);
        bench.flush();
        bench.restart(older, position);
        bench.readAll();

        Call again = next(CallKind.EXTRACT_CREATE);
        assertThat(again.sequence()).isGreaterThan(create.sequence());
        assertThat(extract.listsRead()).isEmpty();
    }

    private Call next(CallKind kind) {
        for (int pages = 0; pages < 5; pages++) {
            bench.pass(Duration.ofMinutes(2).toMillis());
            Call call = bench.flushOne();
            if (call.kind() == kind) {
                return call;
            }
            extract.page(call, "4", 7);
        }
        throw new AssertionError("no " + kind);
    }

    @Test
    void aListThatIsNoLongerFedIsReadNoFurther() {
        extract.afterTwoPages().queued();
        bench.activate();
        bench.pass(ExtractBench.LOOK);

        assertThat(bench.flush()).isEmpty();
    }
}

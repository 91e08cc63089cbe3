package io.rollcall.schedule;

import static io.rollcall.schedule.ImportBench.ADDITIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.Import.Phase;
import io.rollcall.testing.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new scheduler goes on with the imports of the one before, and sends none of them twice. */
class ImportRestartTest {

    @ParameterizedTest
    @EnumSource(names = {"FILLING", "CHECKING", "RUNNING", "FAILURES", "OVER"})
    void whereverItStoodEverybodyIsImportedOnce(Phase phase) {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS).failing(5L);
        imports.reach(phase).restart().settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.released(CallKind.ADD))
                .as("only the row that failed")
                .flatExtracting(Call::members)
                .hasSize(1);
        assertThat(imports.onLists).hasSize(ADDITIONS);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FILLING", "CHECKING", "RUNNING", "OVER"})
    void whereverItStoodPeopleWithoutALeadAreImportedOnce(Phase phase) {
        ImportBench imports = ImportBench.ready(1).creations(1, 1_000);
        imports.reach(phase).restart().settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.released(CallKind.UPSERT)).isEmpty();
        assertThat(imports.onLists).hasSize(1_000);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    /** Whoever announced it may have sent it. */
    @Test
    void aFileThatWasAboutToGoMayHaveGone() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.reach(Phase.SENDING).restart();
        assertThat(imports.next(Duration.ofMinutes(59))).isNull();

        imports.settle();

        assertThat(imports.told()).anyMatch(end -> end.verdict() == Verdict.PERHAPS);
        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.onLists).hasSize(ADDITIONS);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void aFileWhoseAnnouncementNeverCameGoesAnewAtOnce() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS).reach(Phase.SENDING);
        imports.bench.topic.remove(imports.bench.topic.size() - 1);

        imports.restart();

        assertThat(ImportBench.rows(imports.await(CallKind.IMPORT))).hasSize(ADDITIONS);
        assertThat(imports.told()).allMatch(end -> end.verdict() == Verdict.NOT_DONE);
    }

    @Test
    void theAnswerThatIsInTheTopicIsHeeded() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        Call file = imports.await(CallKind.IMPORT);
        imports.write(file, Verdict.DONE, null, imports.takenInSilence(file));

        imports.restart().settle();

        assertThat(imports.kinds()).containsExactly(CallKind.IMPORT, CallKind.IMPORT_STATUS);
        assertThat(imports.onLists).hasSize(ADDITIONS);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void theAnswerThatComesAfterTheRestartIsHeeded() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        Call file = imports.await(CallKind.IMPORT);
        imports.restart();
        imports.taken(file);
        imports.settle();

        assertThat(imports.kinds()).containsExactly(CallKind.IMPORT, CallKind.IMPORT_STATUS);
        assertThat(imports.onLists).hasSize(ADDITIONS);
    }

    @Test
    void withoutAnAnswerItIsImportedAgainAfterAnHour() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.await(CallKind.IMPORT);
        imports.restart();
        assertThat(imports.next(Duration.ofMinutes(59))).isNull();

        imports.settle();

        assertThat(imports.told()).anyMatch(end -> end.verdict() == Verdict.PERHAPS);
        assertThat(imports.released(CallKind.IMPORT)).hasSize(2);
        assertThat(imports.onLists).hasSize(ADDITIONS);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void aStateThatIsOlderThanTheImportLearnsOfItFromTheTopic() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        MemoryStore older = imports.bench.store.copy();
        int position = imports.bench.readTo;
        imports.reach(Phase.RUNNING);
        long batch = imports.only().batch;

        imports.restart(older, position);

        Call status = imports.next(Duration.ofMinutes(2));
        assertThat(status.kind()).isEqualTo(CallKind.IMPORT_STATUS);
        assertThat(status.batch().id()).isEqualTo(batch);
        imports.answer(status);
        imports.settle();
        assertThat(imports.kinds()).containsExactly(CallKind.IMPORT, CallKind.IMPORT_STATUS);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void aStateThatIsOlderThanTheImportLetsNobodyLeaveBeforeItsEnd() {
        ImportBench imports = ImportBench.ready(1);
        MemoryStore older = imports.bench.store.copy();
        int position = imports.bench.readTo;
        imports.additions(1, ADDITIONS).reach(Phase.RUNNING);
        imports.restart(older, position);
        imports.bench.wish(Bench.remove(1, 7));

        assertThat(imports.next(Duration.ofSeconds(5))).isNull();
        imports.answer(imports.await(CallKind.IMPORT_STATUS));

        assertThat(imports.next(Duration.ofSeconds(5)).kind()).isEqualTo(CallKind.REMOVE);
    }

    /** What is wished before the topic is read may come too late for the file. */
    @Test
    void aStateThatIsOlderThanTheFileLetsNobodyLeaveIt() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS).reach(Phase.CHECKING);
        MemoryStore older = imports.bench.store.copy();
        int position = imports.bench.readTo;
        imports.reach(Phase.RUNNING);
        imports.bench.restart(older, position);
        imports.bench.wish(Bench.withdraw(1, 7));
        imports.bench.readAll();
        imports.forgetReleased().settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.told())
                .flatExtracting(Report::members)
                .filteredOn(member -> member.status() == MemberStatus.ADDED)
                .extracting(Member::lead)
                .contains(7L);
    }

    @Test
    void aStateThatIsOlderThanTheEndOfTheImportReadsIt() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        MemoryStore older = imports.bench.store.copy();
        int position = imports.bench.readTo;
        imports.settle();

        imports.restart(older, position).settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.released(CallKind.ADD)).isEmpty();
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void peopleWhomADeadRunAnnouncedWithoutAFileWereNotSent() {
        ImportBench imports = ImportBench.ready(1);
        Member member = Member.onList("p7", 7, MemberStatus.CANDIDATE, null);
        imports.bench.append(Bench.announced("0-zombie", "z.0", CallKind.ROWS, 1, member));
        imports.bench.readAll();
        imports.bench.wish(Bench.remove(1, 7));

        assertThat(imports.next(Duration.ofSeconds(3)).kind()).isEqualTo(CallKind.REMOVE);
        assertThat(imports.told())
                .singleElement()
                .extracting(Report::verdict)
                .isEqualTo(Verdict.NOT_DONE);
    }
}

package io.rollcall.schedule;

import static io.rollcall.schedule.ImportBench.ADDITIONS;
import static io.rollcall.schedule.ImportBench.CREATIONS;
import static io.rollcall.schedule.ImportBench.address;
import static io.rollcall.schedule.ImportBench.creation;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.pack.Hash64;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch.Status;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an import's people once Marketo has answered. */
class ImportEndTest {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @Test
    void everybodyIsToldOfUnderTheCallTheyWereAnnouncedIn() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS).settle();

        assertThat(imports.told()).hasSize(3).allMatch(end -> end.verdict() == Verdict.DONE);
        assertThat(imports.told())
                .flatExtracting(Report::members)
                .hasSize(ADDITIONS)
                .allMatch(member -> member.status() == MemberStatus.ADDED)
                .allMatch(member -> member.code() == null);
    }

    @Test
    void failedRowsGoByCallsAndNeverIntoAFileAgain() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.complete(imports.await(CallKind.IMPORT_STATUS), 3, 0);
        imports.rows(imports.await(CallKind.IMPORT_FAILURES), 2, 5L, 500L);
        Call more = imports.await(CallKind.IMPORT_FAILURES);
        assertThat(more.batch().rows().from()).isEqualTo(2);
        imports.rows(more, 0, 1_000L);

        Call again = imports.await(CallKind.ADD);

        assertThat(again.members()).extracting(Sent::lead).containsExactly(5L, 500L, 1_000L);
        imports.bench.answered(again, MemberStatus.SKIPPED, "1004");
        imports.settle();
        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.told())
                .flatExtracting(Report::members)
                .filteredOn(member -> member.status() == MemberStatus.SKIPPED)
                .hasSize(3)
                .allMatch(member -> member.code().equals("row-refused"));
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void manyFailedRowsGoByCallsThoughTheirNumberWouldPay() {
        ImportBench imports = ImportBench.ready(1).creations(1, CREATIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.complete(imports.await(CallKind.IMPORT_STATUS), CREATIONS, 0);
        Long[] all = new Long[CREATIONS];
        for (int i = 0; i < all.length; i++) {
            all[i] = Hash64.ofLookup("email", address(1, i + 1));
        }
        imports.rows(imports.await(CallKind.IMPORT_FAILURES), 0, all);
        imports.settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.released(CallKind.UPSERT))
                .extracting(call -> call.members().size())
                .containsExactly(300, 100);
    }

    @Test
    void warnedRowsAreSettled() {
        ImportBench imports = ImportBench.ready(1).creations(1, CREATIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.complete(imports.await(CallKind.IMPORT_STATUS), 0, 1);
        long warned = Hash64.ofLookup("email", address(1, 7));
        imports.rows(imports.await(CallKind.IMPORT_WARNINGS), 0, warned);
        imports.settle();

        assertThat(imports.told())
                .flatExtracting(Report::members)
                .filteredOn(member -> member.code() != null)
                .singleElement()
                .satisfies(
                        member -> {
                            assertThat(member.valueHash()).isEqualTo(warned);
                            assertThat(member.code()).isEqualTo(Member.WARNED);
                            assertThat(member.status()).isEqualTo(MemberStatus.ADDED);
                        });
        assertThat(imports.released(CallKind.UPSERT)).isEmpty();
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void failuresAreAskedForBeforeWarnings() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.complete(imports.await(CallKind.IMPORT_STATUS), 1, 1);
        imports.rows(imports.await(CallKind.IMPORT_FAILURES), 0, 5L);
        imports.rows(imports.await(CallKind.IMPORT_WARNINGS), 0, 6L);
        imports.settle();

        assertThat(imports.kinds())
                .containsExactly(
                        CallKind.IMPORT,
                        CallKind.IMPORT_STATUS,
                        CallKind.IMPORT_FAILURES,
                        CallKind.IMPORT_WARNINGS,
                        CallKind.ADD);
    }

    @Test
    void isAskedForAgainAndAgainWhileItRuns() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        long since = imports.bench.now;
        for (int i = 0; i < 20; i++) {
            imports.is(imports.await(CallKind.IMPORT_STATUS), Status.IMPORTING);
        }

        assertThat(imports.bench.now - since).isBetween(200_000L, 20 * 62_000L);
        assertThat(imports.told()).isEmpty();
        imports.complete(imports.await(CallKind.IMPORT_STATUS));
        imports.settle();
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void aQuestionThatIsNotAnsweredIsAskedAgain() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.lost(imports.await(CallKind.IMPORT_STATUS));
        imports.refused(imports.await(CallKind.IMPORT_STATUS), "1003");
        imports.complete(imports.await(CallKind.IMPORT_STATUS), 1, 0);
        imports.lost(imports.await(CallKind.IMPORT_FAILURES));
        imports.rows(imports.await(CallKind.IMPORT_FAILURES), 0, 5L);
        imports.settle();

        assertThat(imports.released(CallKind.ADD)).hasSize(1);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void whatMarketoGaveUpGoesByCalls() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.is(imports.await(CallKind.IMPORT_STATUS), Status.FAILED);
        imports.settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.released(CallKind.ADD)).hasSize(4);
        assertThat(imports.onLists).hasSize(ADDITIONS);
        assertThat(imports.told())
                .flatExtracting(Report::members)
                .as("nobody knows of each")
                .allMatch(member -> member.status() == MemberStatus.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1016", "1019", "608", "606"})
    void aRefusedFileIsTriedAgainAfterAWhile(String code) {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.refused(imports.await(CallKind.IMPORT), code);
        long refusedAt = imports.bench.now;

        Call again = imports.await(CallKind.IMPORT);

        assertThat(imports.bench.now - refusedAt).isGreaterThan(400);
        assertThat(imports.told()).allMatch(end -> end.verdict() == Verdict.NOT_DONE);
        assertThat(ImportBench.rows(again)).hasSize(ADDITIONS);
        imports.answer(again);
        imports.settle();
        assertThat(imports.onLists).hasSize(ADDITIONS);
        assertThat(imports.released(CallKind.ADD)).isEmpty();
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1016", "1019"})
    void whereFilesAreRefusedAgainAndAgainCallsDoTheWork(String code) {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        Call call = imports.next(Duration.ofMinutes(10));
        int refused = 0;
        while (call.kind() == CallKind.IMPORT && refused < 20) {
            imports.refused(call, code);
            refused++;
            call = imports.next(Duration.ofMinutes(10));
        }

        assertThat(refused).isEqualTo(7);
        assertThat(call.kind()).isEqualTo(CallKind.ADD);
        imports.answer(call);
        imports.settle();
        assertThat(imports.onLists).hasSize(ADDITIONS);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void aRefusedFileHoldsUpNoOtherList() {
        ImportBench imports = ImportBench.ready(1, 2).additions(1, ADDITIONS);
        imports.refused(imports.await(CallKind.IMPORT), "1016");
        imports.bench.wish(Bench.add(2, 1));

        assertThat(imports.next(Duration.ofMillis(500)).list()).isEqualTo(2);
    }

    @Test
    void additionsRefusedBecauseOfAnImportGoWhenItIsOver() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.bench.wish(Bench.remove(1, 9_999));
        Call removal = imports.await(CallKind.REMOVE);
        imports.bench.refused(removal, "1019");
        Call status = imports.await(CallKind.IMPORT_STATUS);
        assertThat(imports.released(CallKind.REMOVE)).hasSize(1);

        imports.complete(status);

        Call again = imports.next(Duration.ofSeconds(3));
        assertThat(again.kind()).isEqualTo(CallKind.REMOVE);
    }

    /** Its import may be over at any time, and nobody would say so. */
    @Test
    void whatIsRefusedBecauseOfALostImportIsTriedAgainSoon() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.lost(imports.await(CallKind.IMPORT));
        imports.bench.wish(Bench.remove(1, 9_999));
        imports.bench.refused(imports.await(CallKind.REMOVE), "1019");

        assertThat(imports.next(Duration.ofSeconds(3)).kind()).isEqualTo(CallKind.REMOVE);
    }

    @Test
    void ofALostFileNothingIsKnownForAnHourAndThenItIsImportedAgain() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.lost(imports.await(CallKind.IMPORT));
        imports.bench.wish(Bench.remove(1, 7));
        long lostAt = imports.bench.now;
        imports.bench.sleep(Duration.ofMinutes(59).toMillis());
        imports.bench.readAll();
        assertThat(imports.next(Duration.ofSeconds(1))).as("nor is anybody removed").isNull();
        assertThat(imports.told()).isEmpty();

        Call removal = imports.await(CallKind.REMOVE);

        assertThat(imports.bench.now - lostAt).isGreaterThan(Duration.ofHours(1).toMillis());
        assertThat(imports.told()).allMatch(end -> end.verdict() == Verdict.PERHAPS);
        imports.answer(removal);
        imports.settle();
        assertThat(imports.released(CallKind.IMPORT))
                .extracting(call -> ImportBench.rows(call).size())
                .containsExactly(ADDITIONS, ADDITIONS - 1);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void theAnswerOfALostFileMayStillCome() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        Call file = imports.await(CallKind.IMPORT);
        imports.lost(file);
        imports.bench.sleep(60_000);
        imports.taken(file);
        imports.settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.onLists).hasSize(ADDITIONS);
    }

    @Test
    void aFileThatWasNeverAnsweredIsLost() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.await(CallKind.IMPORT);

        assertThat(imports.next(Duration.ofMinutes(50))).isNull();
        assertThat(imports.only().phase).isEqualTo(Import.Phase.LOST);
        imports.settle();
        assertThat(imports.onLists).hasSize(ADDITIONS);
    }

    @Test
    void ofABatchThatMarketoDoesNotKnowAfterADayNothingIsKnown() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.bench.now += Duration.ofHours(25).toMillis();
        imports.refused(imports.await(CallKind.IMPORT_STATUS), "1003");
        imports.next(A_WHILE);

        assertThat(imports.told()).allMatch(end -> end.verdict() == Verdict.PERHAPS);
        assertThat(imports.released(CallKind.IMPORT)).hasSize(2);
    }

    @Test
    void anEndThatComesTwiceChangesNothing() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        Call file = imports.await(CallKind.IMPORT);
        imports.taken(file);
        imports.lost(file);
        Call status = imports.await(CallKind.IMPORT_STATUS);
        imports.complete(status);
        imports.complete(status, 5, 5);
        imports.settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.told()).hasSize(3);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void aWishThatStandsBesideTheImportedOneIsTouchedByNothing() {
        ImportBench imports = ImportBench.ready(1, 2).additions(1, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.bench.wish(creation(2, "p5", "p5@example.com"));
        imports.settle();

        assertThat(imports.released(CallKind.UPSERT)).hasSize(1);
    }
}

package io.rollcall.schedule;

import static io.rollcall.schedule.ImportBench.ADDITIONS;
import static io.rollcall.schedule.ImportBench.CREATIONS;
import static io.rollcall.schedule.ImportBench.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes to Marketo as a file, and what by calls. */
class ImportTest {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @Test
    void aBacklogThatPaysGoesAsOneFileAndByNoCall() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);

        Call file = imports.await(CallKind.IMPORT);

        assertThat(file.list()).isEqualTo(1);
        assertThat(file.batch().field()).isEqualTo("id");
        assertThat(file.members()).isEmpty();
        assertThat(ImportBench.column(file, "id")).hasSize(ADDITIONS).startsWith("1", "2", "3");
        imports.taken(file);
        imports.settle();
        assertThat(imports.kinds()).containsExactly(CallKind.IMPORT, CallKind.IMPORT_STATUS);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void itsPeopleAreAnnouncedAThousandAtATimeBeforeItIs() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);

        Call file = imports.await(CallKind.IMPORT);

        List<Report> announced = imports.bench.written(Report.Kind.ANNOUNCED);
        assertThat(announced)
                .extracting(Report::call)
                .containsExactly(CallKind.ROWS, CallKind.ROWS, CallKind.ROWS, CallKind.IMPORT);
        assertThat(announced)
                .extracting(report -> report.members().size())
                .containsExactly(400, 400, 200, 0);
        assertThat(announced)
                .extracting(Report::callId)
                .containsSequence(file.batch().of() + ".0", file.batch().of() + ".1");
    }

    @Test
    void theFirstPeopleOfAFloodWaitForTheRestOfIt() {
        ImportSettings worthAt12000 =
                new ImportSettings(2, 20_000, 400, 20, Duration.ofSeconds(10), Duration.ZERO);
        ImportBench imports = ImportBench.with(worthAt12000, 1);
        for (int lead = 1; lead <= 12_000; lead++) {
            imports.bench.wish(Bench.add(1, lead));
            if (lead % 300 == 0) {
                imports.bench.sleep(150);
                imports.bench.readAll();
            }
        }
        imports.settle();

        assertThat(imports.kinds()).doesNotContain(CallKind.ADD).contains(CallKind.IMPORT);
    }

    @Test
    void aSmallBacklogGoesByCalls() {
        ImportBench imports = ImportBench.ready(1).additions(1, 900).settle();

        assertThat(imports.kinds()).hasSize(3).containsOnly(CallKind.ADD);
    }

    @Test
    void nothingIsImportedWhereItIsForbidden() {
        ImportSettings none = new ImportSettings(0, 5_000, 400, 2, Duration.ZERO, Duration.ZERO);
        ImportBench imports = ImportBench.with(none, 1).additions(1, ADDITIONS).settle();

        assertThat(imports.kinds()).hasSize(4).containsOnly(CallKind.ADD);
    }

    @Test
    void noMoreAreUnderWayThanAreAllowedTheLargestFirst() {
        ImportBench imports = ImportBench.ready(1, 2, 3);
        imports.additions(1, ADDITIONS).additions(2, 1_100).additions(3, 1_200);

        Call first = imports.await(CallKind.IMPORT);
        Call second = imports.await(CallKind.IMPORT);
        imports.taken(first);
        imports.taken(second);
        assertThat(List.of(first.list(), second.list())).containsExactlyInAnyOrder(3L, 2L);
        imports.bench.sleep(5_000);
        imports.bench.readAll();
        assertThat(imports.underWay()).isEqualTo(2);

        imports.settle();
        assertThat(imports.released(CallKind.IMPORT)).hasSize(3);
        assertThat(imports.released(CallKind.ADD)).isEmpty();
    }

    @Test
    void oneListHasOneAtATime() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        for (long lead = 5_001; lead <= 6_000; lead++) {
            imports.bench.wish(Bench.add(1, lead));
        }
        imports.bench.sleep(5_000);
        imports.bench.readAll();
        assertThat(imports.underWay()).isEqualTo(1);
        assertThat(imports.released(CallKind.ADD)).as("they wait for the next file").isEmpty();

        imports.settle();
        assertThat(imports.released(CallKind.IMPORT)).hasSize(2);
        assertThat(imports.onLists).hasSize(2_000);
    }

    @Test
    void aFileHoldsSoManyPeopleAndTheRestGoesInTheNext() {
        ImportSettings small = new ImportSettings(2, 1_000, 400, 2, Duration.ZERO, Duration.ZERO);
        ImportBench imports = ImportBench.with(small, 1).additions(1, 2_000).settle();

        assertThat(imports.released(CallKind.IMPORT))
                .extracting(call -> ImportBench.rows(call).size())
                .containsExactly(1_000, 1_000);
        assertThat(imports.released(CallKind.ADD)).isEmpty();
    }

    /** By calls they would be nearly twice as many as all the files. */
    @Test
    void theRestOfABacklogGoesAsAFileThoughCallsWouldBeFaster() {
        ImportBench imports =
                ImportBench.with(ImportSettings.atMost(2), 1).additions(1, 114_472).settle();

        assertThat(imports.released(CallKind.IMPORT))
                .extracting(call -> ImportBench.rows(call).size())
                .containsExactly(100_000, 14_472);
        assertThat(imports.released(CallKind.ADD)).isEmpty();
    }

    @Test
    void theRestOfABacklogGoesBeforeTheBacklogsOfOthers() {
        ImportSettings oneJob = new ImportSettings(1, 5_000, 400, 2, Duration.ZERO, Duration.ZERO);
        ImportBench imports = ImportBench.with(oneJob, 1, 2);
        imports.additions(1, 6_000).additions(2, 4_000).settle();

        assertThat(imports.released(CallKind.IMPORT))
                .extracting(Call::list)
                .containsExactly(1L, 1L, 2L);
    }

    @Test
    void theRestOfABacklogWhoseImportIsLostGoesByCalls() {
        ImportSettings worthAt4500 =
                new ImportSettings(2, 5_000, 400, 2, Duration.ZERO, Duration.ofSeconds(6));
        ImportBench imports = ImportBench.with(worthAt4500, 1).additions(1, 6_500);
        Call file = imports.await(CallKind.IMPORT);
        assertThat(imports.next(Duration.ofMinutes(1))).as("who is left waits").isNull();

        imports.lost(file);

        assertThat(imports.next(Duration.ofMinutes(1)).kind()).isEqualTo(CallKind.ADD);
    }

    @Test
    void whoComesAMinuteAfterAnImportIsNotTheRestOfItsBacklog() {
        ImportBench imports =
                ImportBench.with(ImportSettings.atMost(2), 1).additions(1, 60_000).settle();
        imports.bench.sleep(EndedImports.MOMENT_MS + 1_000);
        for (int lead = 60_001; lead <= 70_000; lead++) {
            imports.bench.wish(Bench.add(1, lead));
        }
        imports.settle();

        assertThat(imports.released(CallKind.IMPORT)).hasSize(1);
        assertThat(imports.released(CallKind.ADD)).hasSize(34);
    }

    /** Else a list that people join all day long would be imported to for ever. */
    @Test
    void whoGoesOnArrivingGoesByCallsAgain() {
        ImportBench imports = ImportBench.with(ImportSettings.atMost(2), 1).additions(1, 45_000);
        int lead = 45_000;
        for (int second = 0; second < 300; second++) {
            for (int i = 0; i < 500; i++) {
                imports.bench.wish(Bench.add(1, ++lead));
            }
            imports.bench.sleep(1_000);
            imports.bench.readAll();
            for (Call call = imports.next(Duration.ZERO);
                    call != null;
                    call = imports.next(Duration.ZERO)) {
                imports.answer(call);
            }
        }

        assertThat(imports.released(CallKind.IMPORT)).hasSizeBetween(1, 3);
        assertThat(imports.kinds().get(imports.kinds().size() - 1)).isEqualTo(CallKind.ADD);
    }

    @Test
    void backfillAndLiveAdditionsShareAFile() {
        ImportBench imports = ImportBench.ready(1).additions(1, 500);
        for (long lead = 501; lead <= 1_000; lead++) {
            imports.bench.wish(Bench.listWish(Wish.Kind.ADD, 1, lead, Lane.BACKFILL));
        }

        assertThat(ImportBench.rows(imports.await(CallKind.IMPORT))).hasSize(1_000);
    }

    @Test
    void peopleWithoutALeadRideByTheirAddress() {
        ImportBench imports = ImportBench.ready(1).creations(1, CREATIONS);

        Call file = imports.await(CallKind.IMPORT);

        assertThat(file.batch().field()).isEqualTo("email");
        assertThat(ImportBench.column(file, "email"))
                .hasSize(CREATIONS)
                .startsWith(ImportBench.address(1, 1));
        imports.taken(file);
        imports.settle();
        assertThat(imports.kinds()).containsExactly(CallKind.IMPORT, CallKind.IMPORT_STATUS);
        assertThat(imports.bench.book().createdToday).as("as far as is known").isEqualTo(400);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void whereNoImportPaysPeopleOfSeveralListsShareTheirCalls() {
        ImportBench imports = ImportBench.ready(1, 2, 3);
        imports.creations(1, 100).creations(2, 100).creations(3, 100);

        assertThat(imports.await(CallKind.UPSERT).members()).hasSize(300);
    }

    @Test
    void whoWaitsForTheNextImportDoesNotFillTheCallsOfOthers() {
        ImportSettings oneJob = new ImportSettings(1, 5_000, 400, 2, Duration.ZERO, Duration.ZERO);
        ImportBench imports = ImportBench.with(oneJob, 1, 2, 3).additions(3, ADDITIONS);
        imports.taken(imports.await(CallKind.IMPORT));
        imports.creations(1, CREATIONS).creations(2, 100);

        Call call = imports.next(Duration.ofSeconds(5));

        assertThat(call.members()).hasSize(100).allMatch(sent -> sent.person().startsWith("p2-"));
        imports.answer(call);
        imports.settle();
        assertThat(imports.released(CallKind.IMPORT)).hasSize(2);
        assertThat(imports.released(CallKind.UPSERT)).hasSize(1);
    }

    @Test
    void whoSharesAnAddressIsNotInTheSameFile() {
        ImportBench imports = ImportBench.ready(1).creations(1, CREATIONS);
        imports.bench.wish(ImportBench.creation(1, "double", ImportBench.address(1, 7)));

        assertThat(ImportBench.column(imports.await(CallKind.IMPORT), "email"))
                .hasSize(CREATIONS)
                .doesNotHaveDuplicates();
    }

    @Test
    void asManyAreImportedAsMayBeCreatedToday() {
        Limits limits = new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 350);
        ImportBench imports = ImportBench.with(SETTINGS, limits, 1).creations(1, 1_000);

        Call file = imports.await(CallKind.IMPORT);
        assertThat(ImportBench.rows(file)).hasSize(350);
        imports.taken(file);
        imports.answer(imports.await(CallKind.IMPORT_STATUS));

        assertThat(imports.next(A_WHILE)).as("nobody else today").isNull();
        assertThat(imports.underWay()).as("nor is anything prepared").isZero();
        imports.bench.tick();
        assertThat(imports.bench.wakeAt).isGreaterThan(imports.bench.now + 500);
    }

    @Test
    void aListThatIsNotReadYetIsNotImportedTo() {
        ImportBench imports = ImportBench.ready(1, 2);
        new ListReads(imports.bench.store)
                .put(2, new ListReads.Reading(new ListPage(-1, null, false, 0), null));
        imports.bench.restart();
        imports.bench.readAll();
        imports.additions(2, ADDITIONS);

        Call read = imports.next(Duration.ofSeconds(5));

        assertThat(read.kind()).isEqualTo(CallKind.READ);
        assertThat(imports.underWay()).isZero();
        imports.answer(read);
        assertThat(imports.await(CallKind.IMPORT).list()).isEqualTo(2);
    }

    private static ImportBench beingRead() {
        ImportBench imports = ImportBench.ready(1, 2);
        new ListReads(imports.bench.store)
                .put(2, new ListReads.Reading(new ListPage(-1, null, false, 0), null));
        imports.bench.restart();
        imports.bench.readAll();
        return imports.additions(2, ADDITIONS);
    }

    /** A page a minute. */
    private static void readFor(int minutes, ImportBench imports) {
        for (int i = 0; i < minutes; i++) {
            Call read = imports.next(Duration.ofSeconds(5));
            assertThat(read.kind()).isEqualTo(CallKind.READ);
            ListPage more = new ListPage(read.page().generation(), "t" + i, false, 0);
            imports.bench.append(Bench.end(read, Verdict.DONE, null, List.of(), more, null));
            imports.bench.pass(Duration.ofMinutes(1).toMillis());
        }
    }

    /** Its pages would name leads that a removal could then go by, past the import. */
    @Test
    void aListIsNotImportedToWhileItIsReadHoweverLongThatTakes() {
        ImportBench imports = beingRead();
        readFor(8, imports);
        assertThat(imports.underWay()).isZero();
    }

    @Test
    void whoWaitsForAnImportGoesByCallsWhereTheReadTakesTooLong() {
        ImportBench imports = beingRead();
        readFor(11, imports);

        imports.bench.readAll();
        assertThat(imports.bench.released)
                .extracting(Call::kind)
                .contains(CallKind.ADD)
                .doesNotContain(CallKind.IMPORT);
    }

    @Test
    void noPageIsAskedForWhileAnImportIsUnderWay() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.answer(imports.await(CallKind.IMPORT));
        new ListReads(imports.bench.store)
                .put(1, new ListReads.Reading(new ListPage(-1, null, false, 0), null));
        imports.bench.restart();
        imports.bench.readAll();

        assertThat(imports.next(Duration.ofSeconds(5))).isNull();
        assertThat(imports.underWay()).isPositive();
    }

    @Test
    void aListWhoseAdditionsArePausedIsNotImportedTo() {
        ImportBench imports = ImportBench.ready(1);
        Book book = imports.bench.book();
        book.pauses.put("ADD/1", new Pause(imports.bench.now + 60_000, "1013", 1));
        book.save(imports.bench.store);
        imports.bench.restart();
        imports.bench.readAll();
        imports.additions(1, ADDITIONS);

        assertThat(imports.next(A_WHILE)).isNull();
        assertThat(imports.underWay()).isZero();
        assertThat(imports.await(CallKind.IMPORT)).isNotNull();
    }

    @Test
    void aListWithoutAnActivationIsNotImportedTo() {
        ImportBench imports = ImportBench.ready(1, 2).additions(1, 500);
        imports.bench.activate(2);
        imports.bench.pass(0);
        for (long lead = 501; lead <= 1_000; lead++) {
            imports.bench.wish(Bench.add(1, lead));
        }

        assertThat(imports.next(A_WHILE)).isNull();
        assertThat(imports.underWay()).isZero();
    }

    @Test
    void aRehearsalImportsNobody() {
        ImportBench imports = ImportBench.ready(1);
        imports.bench.activateDryRun(1);
        imports.additions(1, ADDITIONS);

        assertThat(imports.next(A_WHILE)).isNull();
        assertThat(imports.underWay()).isZero();
    }

    @Test
    void aListThatTheBrakeHoldsIsNotImportedTo() {
        ImportBench imports = ImportBench.ready(1);
        hold(imports.bench, "too many");
        imports.additions(1, ADDITIONS).creations(1, CREATIONS);

        Call call = imports.next(A_WHILE);
        assertThat(call == null ? null : call.kind()).isNotEqualTo(CallKind.IMPORT);
        assertThat(imports.underWay()).isZero();
    }

    @Test
    void aListThatIsHeldBeforeTheFileGoesIsNotImportedTo() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS);
        imports.bench.pass(5);
        assertThat(imports.only().phase).isEqualTo(Import.Phase.FILLING);
        hold(imports.bench, "too many");

        assertThat(imports.next(A_WHILE)).isNull();
        imports.bench.append(
                Report.of(Report.Kind.RELEASED, Bench.JOB, Bench.INSTANCE).list(1).build());
        imports.bench.readAll();
        assertThat(ImportBench.rows(imports.await(CallKind.IMPORT))).hasSize(ADDITIONS);
    }

    @Test
    void aFileThatIsReadyStaysWhereItIsWhenItsListIsHeld() {
        ImportBench imports = ImportBench.ready(1, 2, 3, 4, 5, 6);
        for (long list = 2; list <= 6; list++) {
            imports.bench.wish(Bench.remove(list, 1));
        }
        List<Call> inTheWay = imports.bench.flush();
        imports.forgetReleased().additions(1, ADDITIONS);
        imports.bench.sleep(1_000);
        imports.bench.readAll();
        imports.bench.sleep(1_000);
        assertThat(imports.only().phase).isEqualTo(Import.Phase.SENDING);
        hold(imports.bench, "too many");
        inTheWay.forEach(imports.bench::done);

        assertThat(imports.next(A_WHILE)).isNull();
        assertThat(imports.underWay()).isZero();
    }

    private static void hold(Bench bench, String why) {
        bench.append(
                Report.of(Report.Kind.HELD, Bench.JOB, Bench.INSTANCE)
                        .list(1)
                        .code("a1")
                        .requestId(why)
                        .build());
        bench.readAll();
    }
}

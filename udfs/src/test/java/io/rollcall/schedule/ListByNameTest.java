package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ListName;
import io.rollcall.call.Call;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Asset;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.testing.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListByNameTest {

    private static final long AGAIN_MS = 5 * 60_000;
    private static final long GONE_AGAIN_MS = 60 * 60_000;
    private static final ListName GOLD = new ListName("Gold", "Audiences", false, null, false);
    private static final ListName RENAMED = new ListName("Gold 2", "Audiences", false, null, true);
    private static final Asset FOLDER = Asset.of(Asset.Type.FOLDER, "Audiences", 34, null);
    private static final Asset LIST = list("Gold", 1027, 34);

    private static Asset list(String name, long id, long folder) {
        return new Asset(Asset.Type.LIST, name, id, null, Asset.Type.FOLDER, folder);
    }

    private static Bench wanting(ListName... names) {
        Bench bench = Bench.ready();
        bench.activateByName(names);
        return bench;
    }

    private static Call only(Bench bench, CallKind kind) {
        Call call = bench.flushOne();
        assertThat(call.kind()).isEqualTo(kind);
        return call;
    }

    /** Folder found, list not. */
    private static Call creation(Bench bench) {
        bench.found(only(bench, CallKind.FOLDER_FIND), FOLDER);
        bench.found(only(bench, CallKind.LIST_FIND));
        return only(bench, CallKind.LIST_CREATE);
    }

    private static List<Long> told(Bench bench) {
        return bench.written(Report.Kind.LIST_FOUND).stream().map(Report::list).toList();
    }

    private static void held(Bench bench, String... words) {
        Outcome last = bench.outcomes.get(bench.outcomes.size() - 1);
        assertThat(last.status()).isEqualTo(Outcome.Status.HELD);
        assertThat(last.reason()).contains(words);
        assertThat(bench.shown).isNotEmpty();
    }

    @Test
    void aListThatExistsIsFoundInItsFolderAndFed() {
        Bench bench = wanting(GOLD);
        Call folder = only(bench, CallKind.FOLDER_FIND);
        assertThat(folder.setUp().asked())
                .isEqualTo(Asset.of(Asset.Type.FOLDER, "Audiences", 0, null));
        bench.found(folder, FOLDER);
        bench.found(only(bench, CallKind.LIST_FIND), LIST);

        assertThat(told(bench)).containsExactly(1027L);
        assertThat(bench.outcomes)
                .singleElement()
                .satisfies(
                        outcome -> {
                            assertThat(outcome.listId()).isEqualTo(1027);
                            assertThat(outcome.audience()).isEqualTo("a1");
                            assertThat(outcome.person()).isNull();
                            assertThat(outcome.reason()).startsWith("found: list");
                        });
        assertThat(only(bench, CallKind.READ).list()).isEqualTo(1027);
    }

    @Test
    void aListThatIsMissingIsMadeInItsFolderAndFedAMomentLater() {
        Bench bench = wanting(GOLD);
        Call creation = creation(bench);
        assertThat(creation.setUp().asked().parent()).isEqualTo(34);
        assertThat(creation.setUp().asked().name()).isEqualTo("Gold");
        bench.found(creation, LIST);
        assertThat(told(bench)).isEmpty();

        bench.pass(5_000);

        assertThat(told(bench)).containsExactly(1027L);
        assertThat(bench.outcomes.get(0).reason()).startsWith("created: list");
    }

    @Test
    void whatWasPerhapsMadeIsLookedForAndNotMadeAgain() {
        Bench bench = wanting(GOLD);
        bench.refusedSetUp(creation(bench), Verdict.PERHAPS, "timeout");
        bench.pass(20_000);
        assertThat(bench.flush()).isEmpty();

        bench.pass(20_000);
        Call search = only(bench, CallKind.LIST_FIND);
        bench.found(search, LIST);

        assertThat(told(bench)).containsExactly(1027L);
    }

    @Test
    void onlyASearchAfterwardsShowsThatItWasNotMade() {
        Bench bench = wanting(GOLD);
        bench.refusedSetUp(creation(bench), Verdict.PERHAPS, "timeout");
        bench.pass(40_000);
        bench.found(only(bench, CallKind.LIST_FIND));

        bench.found(only(bench, CallKind.LIST_CREATE), LIST);
        bench.pass(5_000);

        assertThat(told(bench)).containsExactly(1027L);
    }

    /** An answer that was lost comes after all: it was asked before the list was perhaps made. */
    @Test
    void aSearchFromBeforeTheCreationProvesNothing() {
        Bench bench = wanting(GOLD);
        bench.found(only(bench, CallKind.FOLDER_FIND), FOLDER);
        Call early = only(bench, CallKind.LIST_FIND);
        bench.refusedSetUp(early, Verdict.PERHAPS, "timeout");
        bench.pass(10_000);
        bench.found(only(bench, CallKind.LIST_FIND));
        bench.refusedSetUp(only(bench, CallKind.LIST_CREATE), Verdict.PERHAPS, "timeout");

        bench.found(early);
        bench.pass(40_000);

        only(bench, CallKind.LIST_FIND);
    }

    /** At whatever step the job dies, and from whichever checkpoint it comes back. */
    @Test
    void aRestartInTheMiddleNeitherMakesAListTwiceNorForgetsIt() {
        for (int step = 0; step < 8; step++) {
            for (int older = 0; older <= step; older++) {
                dieAfter(step, older);
            }
        }
    }

    private static void dieAfter(int step, int older) {
        Bench bench = wanting(GOLD);
        List<MemoryStore> checkpoints = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<Asset> marketo = new ArrayList<>();
        int seen = 0;
        for (int i = 0; i < 60 && told(bench).isEmpty() || i <= step; i++) {
            checkpoints.add(bench.store.copy());
            positions.add(bench.readTo);
            if (i == step) {
                bench.restart(checkpoints.get(i - older), positions.get(i - older));
                bench.readAll();
            }
            bench.pass(i < 8 ? 300 : 5_000);
            bench.readAll();
            for (Call call : List.copyOf(bench.released.subList(seen, bench.released.size()))) {
                seen++;
                // The answer of whatever was under way when the job died is lost.
                boolean lost = i == step - 1;
                answer(bench, call, marketo, lost);
            }
        }
        assertThat(marketo).as("step %s, older %s", step, older).hasSize(1);
        assertThat(told(bench)).as("step %s, older %s", step, older).contains(1027L);
    }

    private static void answer(Bench bench, Call call, List<Asset> marketo, boolean lost) {
        if (call.kind() == CallKind.LIST_CREATE) {
            marketo.add(LIST);
        }
        if (!lost) {
            switch (call.kind()) {
                case FOLDER_FIND -> bench.found(call, FOLDER);
                case LIST_FIND, LIST_CREATE -> bench.found(call, marketo.toArray(new Asset[0]));
                default -> bench.done(call);
            }
        }
    }

    @Test
    void aFolderThatDoesNotExistHoldsTheListAndNothingElse() {
        Bench bench = Bench.ready();
        Activation other = Bench.activation(7);
        bench.activate(List.of(other, Bench.activation(1).on(GOLD, 0)));
        Call folder =
                bench.flush().stream()
                        .filter(call -> call.kind() == CallKind.FOLDER_FIND)
                        .findFirst()
                        .orElseThrow();
        bench.found(folder);

        held(bench, "no folder Audiences", "correct list.folder");
        bench.wish(Bench.remove(7, 1));
        assertThat(bench.flush()).extracting(Call::kind).contains(CallKind.REMOVE);
        assertThat(bench.released)
                .extracting(Call::kind)
                .doesNotContain(CallKind.LIST_FIND, CallKind.LIST_CREATE);
    }

    @Test
    void aListOfThisNameInAnotherFolderIsNotTaken() {
        Bench bench = wanting(GOLD);
        bench.found(only(bench, CallKind.FOLDER_FIND), FOLDER);
        bench.found(only(bench, CallKind.LIST_FIND), list("Gold", 1020, 12));

        held(bench, "(id 1020) stands in folder 12", "use list.id");
        assertThat(told(bench)).isEmpty();
    }

    @Test
    void withoutAFolderAListIsFoundButNeverMade() {
        Bench bench = wanting(new ListName("Gold", null, false, null, false));
        bench.found(only(bench, CallKind.LIST_FIND));
        held(bench, "give list.folder");

        bench.pass(AGAIN_MS);
        bench.found(only(bench, CallKind.LIST_FIND), list("Gold", 1020, 12));

        assertThat(told(bench)).containsExactly(1020L);
        assertThat(bench.shown.keySet()).noneMatch(what -> what.startsWith("list "));
    }

    @Test
    void aFolderGivenByItsIdIsNotLookedFor() {
        Bench bench = wanting(new ListName("Gold", "34", true, null, false));
        bench.found(only(bench, CallKind.LIST_FIND));

        Asset asked = only(bench, CallKind.LIST_CREATE).setUp().asked();

        assertThat(asked.parent()).isEqualTo(34);
        assertThat(asked.parentType()).isEqualTo(Asset.Type.PROGRAM);
    }

    @Test
    void aRefusedCreationHoldsTheListAndSaysWhatToDo() {
        Bench bench = wanting(GOLD);
        bench.refusedSetUp(creation(bench), Verdict.NOT_DONE, "603");

        held(bench, "603", "Read-Write Assets");
        bench.pass(60_000);
        assertThat(bench.flush()).isEmpty();
        bench.pass(AGAIN_MS);
        only(bench, CallKind.LIST_FIND);
    }

    @Test
    void twoNamesOfOneListAreNotBothFed() {
        Bench bench = Bench.ready(1027);
        bench.activate(List.of(Bench.activation(1027), Bench.activation(1).on(GOLD, 0)));
        bench.found(only(bench, CallKind.FOLDER_FIND), FOLDER);
        bench.found(only(bench, CallKind.LIST_FIND), LIST);

        held(bench, "fed by audience a1027 already");
    }

    @Test
    void aNewNameRenamesTheListWithoutAPause() {
        Bench bench = wanting(GOLD);
        bench.found(only(bench, CallKind.FOLDER_FIND), FOLDER);
        bench.found(only(bench, CallKind.LIST_FIND), LIST);
        bench.done(only(bench, CallKind.READ));

        bench.pass(2_000);
        bench.activateByName(RENAMED);
        bench.wish(Bench.add(1027, 1));
        List<Call> calls = bench.flush();

        Call rename = calls.get(0);
        assertThat(rename.kind()).isEqualTo(CallKind.LIST_RENAME);
        assertThat(rename.list()).isEqualTo(1027);
        assertThat(rename.setUp().asked().name()).isEqualTo("Gold 2");
        assertThat(calls.get(1).kind()).isEqualTo(CallKind.ADD);
        bench.found(rename, list("Gold 2", 1027, 34));
        assertThat(bench.outcomes.get(bench.outcomes.size() - 1).reason()).startsWith("renamed");
        assertThat(bench.flush()).isEmpty();
    }

    @Test
    void withoutRenameAnotherNameIsAnotherList() {
        Bench bench = wanting(GOLD);
        bench.found(only(bench, CallKind.FOLDER_FIND), FOLDER);
        bench.found(only(bench, CallKind.LIST_FIND), LIST);
        bench.done(only(bench, CallKind.READ));

        bench.activateByName(new ListName("Gold 2", "Audiences", false, null, false));

        only(bench, CallKind.FOLDER_FIND);
    }

    @Test
    void aListDeletedInMarketoIsLookedForHourlyAndNeverMadeAnew() {
        Bench bench = wanting(GOLD);
        bench.found(only(bench, CallKind.FOLDER_FIND), FOLDER);
        bench.found(only(bench, CallKind.LIST_FIND), LIST);
        bench.done(only(bench, CallKind.READ));
        bench.pass(2_000);
        bench.wish(Bench.add(1027, 1));
        bench.refused(only(bench, CallKind.ADD), "1013");
        held(bench, "gone", "make one of this name");

        for (int hour = 0; hour < 3; hour++) {
            bench.pass(GONE_AGAIN_MS);
            bench.found(only(bench, CallKind.LIST_FIND));
            assertThat(bench.flush()).isEmpty();
        }

        bench.pass(GONE_AGAIN_MS);
        bench.found(only(bench, CallKind.LIST_FIND), list("Gold", 1028, 34));
        assertThat(told(bench)).containsExactly(1027L, 1028L);
        assertThat(only(bench, CallKind.READ).list()).isEqualTo(1028);
    }

    @Test
    void aListKnownByItsIdThatIsGoneIsToldOnce() {
        Bench bench = Bench.ready(1);
        bench.wish(Bench.add(1, 1));
        bench.refused(only(bench, CallKind.ADD), "1013");

        held(bench, "list 1 is gone");
        bench.pass(GONE_AGAIN_MS + 1_000);
        bench.refused(only(bench, CallKind.ADD), "1013");
        assertThat(bench.outcomes).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"false, true, a dry run", "true, false, paused"})
    void whoChangesNothingYetMakesNoList(boolean paused, boolean dryRun, String mode) {
        Bench bench = Bench.ready();
        Activation.Handling handling =
                new Activation.Handling(paused, dryRun, Activation.OnUnmap.KEEP);
        bench.activate(List.of(Bench.activation(1).on(GOLD, 0).handled(handling)));
        bench.found(only(bench, CallKind.FOLDER_FIND), FOLDER);
        bench.found(only(bench, CallKind.LIST_FIND));

        assertThat(bench.flush()).isEmpty();
        held(bench, mode + ": the list would be created");

        bench.activateByName(GOLD);
        bench.pass(AGAIN_MS);
        only(bench, CallKind.LIST_CREATE);
    }
}

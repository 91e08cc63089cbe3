package io.rollcall.schedule;

import static io.rollcall.schedule.ImportBench.ADDITIONS;
import static io.rollcall.schedule.ImportBench.CREATIONS;
import static io.rollcall.schedule.ImportBench.address;
import static io.rollcall.schedule.ImportBench.creation;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.schedule.Import.Phase;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wishes that change while they stand in an import. */
class ImportChangeTest {

    @ParameterizedTest
    @EnumSource(names = {"FILLING", "CHECKING", "SENDING"})
    void whoIsToLeaveBeforeTheFileGoesLeavesTheFileAndTheList(Phase phase) {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS).reach(phase);
        imports.bench.wish(Bench.remove(1, 7));

        Call first = imports.next(Duration.ofSeconds(2));
        Call second = imports.next(Duration.ofSeconds(2));
        Call file = first.kind() == CallKind.IMPORT ? first : second;
        Call removal = first.kind() == CallKind.IMPORT ? second : first;

        assertThat(removal.kind()).isEqualTo(CallKind.REMOVE);
        assertThat(ImportBench.column(file, "id")).hasSize(ADDITIONS - 1).doesNotContain("7");
        imports.answer(file);
        imports.answer(removal);
        imports.settle();
        assertThat(imports.kinds())
                .containsExactlyInAnyOrder(
                        CallKind.IMPORT, CallKind.REMOVE, CallKind.IMPORT_STATUS);
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FILLING", "CHECKING", "SENDING"})
    void whoseAdditionIsWithdrawnBeforeTheFileGoesLeavesTheFile(Phase phase) {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS).reach(phase);
        imports.bench.wish(Bench.withdraw(1, 7));

        assertThat(ImportBench.column(imports.await(CallKind.IMPORT), "id"))
                .hasSize(ADDITIONS - 1)
                .doesNotContain("7");
    }

    @Test
    void aFileThatEverybodyHasLeftIsNotSent() {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS).reach(Phase.SENDING);
        for (long lead = 1; lead <= ADDITIONS; lead++) {
            imports.bench.wish(Bench.withdraw(1, lead));
        }
        imports.settle();

        assertThat(imports.kinds()).isEmpty();
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "RUNNING", "FAILURES"})
    void whoIsToLeaveAfterTheFileWentLeavesWhenItIsOver(Phase phase) {
        ImportBench imports = ImportBench.ready(1).additions(1, ADDITIONS).failing(5L);
        imports.reach(phase);
        Call file = imports.released(CallKind.IMPORT).get(0);
        imports.bench.wish(Bench.remove(1, 7));
        imports.bench.wish(Bench.withdraw(1, 8));
        imports.bench.wish(Bench.remove(1, 8));
        imports.bench.sleep(5_000);
        assertThat(imports.released(CallKind.REMOVE)).isEmpty();

        if (phase == Phase.SENT) {
            imports.taken(file);
        }
        Call removal = imports.await(CallKind.REMOVE);

        assertThat(imports.told()).hasSize(3);
        assertThat(removal.members()).hasSize(2);
        imports.answer(removal);
        imports.settle();
        assertThat(imports.bench.isClean()).as(imports.bench.leftovers()).isTrue();
    }

    @Test
    void newValuesBeforeTheFileGoesGoWithTheNextCall() {
        ImportBench imports = ImportBench.ready(1).creations(1, CREATIONS).reach(Phase.SENDING);
        imports.bench.wish(
                new Wish(
                        Wish.Kind.UPSERT,
                        Bench.INSTANCE,
                        "p1-7",
                        1,
                        0,
                        Lane.ADDITIONS,
                        Bench.START,
                        -1,
                        "email",
                        address(1, 7),
                        Map.of("firstName", "Ada")));

        assertThat(ImportBench.column(imports.await(CallKind.IMPORT), "email"))
                .doesNotContain(address(1, 7));
        Call call = imports.await(CallKind.UPSERT);
        assertThat(call.members())
                .singleElement()
                .satisfies(sent -> assertThat(sent.values()).containsEntry("firstName", "Ada"));
    }

    @Test
    void nobodyIsLookedForInOrderToBeForgottenWhileTheirImportRuns() {
        ImportBench imports = ImportBench.ready(1).creations(1, CREATIONS).reach(Phase.RUNNING);
        imports.bench.wish(
                Bench.leadWish(Wish.Kind.LOOKUP, "p1-7", Lane.CONSENT, address(1, 7), Map.of()));
        imports.bench.sleep(5_000);
        assertThat(imports.released(CallKind.LOOKUP)).isEmpty();

        imports.await(CallKind.LOOKUP);

        assertThat(imports.told()).hasSize(1);
    }

    @Test
    void whoseAddressIsBeingImportedIsCreatedByNoCall() {
        ImportBench imports = ImportBench.ready(1, 2).creations(1, CREATIONS).reach(Phase.RUNNING);
        imports.bench.wish(creation(2, "double", address(1, 7)));
        imports.bench.sleep(5_000);
        assertThat(imports.released(CallKind.UPSERT)).isEmpty();

        imports.await(CallKind.UPSERT);

        assertThat(imports.told()).hasSize(1);
    }
}

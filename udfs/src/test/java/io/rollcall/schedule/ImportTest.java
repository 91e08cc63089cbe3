package io.rollcall.schedule;

import static io.rollcall.schedule.ImportBench.ADDITIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import org.junit.jupiter.api.Test;

/** An import from its first person to the last word about each. */
class ImportTest {

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
}

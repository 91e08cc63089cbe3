package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.sandbox.marketo.ImportPace;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void listensOn8180UnlessTold() {
        assertThat(Options.parse().port()).isEqualTo(8180);
        assertThat(Options.parse("--port", "0").port()).isZero();
        assertThat(Options.parse("--bind", "127.0.0.1").port()).isEqualTo(8180);
        assertThat(Options.parse("--help").help()).isTrue();
    }

    @Test
    void setsThePaceOfImports() {
        assertThat(Options.parse("--port", "0").importPace()).isEqualTo(ImportPace.DEFAULT);
        assertThat(Options.parse("--import-rows-per-second", "9", "--import-start-delay-ms", "8"))
                .isEqualTo(new Options(8180, new ImportPace(9, 8), false));
        assertThatThrownBy(() -> Options.parse("--import-rows-per-second", "0"))
                .hasMessageContaining("rowsPerSecond");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse("--nonsense")).hasMessageContaining("nonsense");
        assertThatThrownBy(() -> Options.parse("--bind", "0.0.0.0"))
                .hasMessageContaining("127.0.0.1");
        assertThatThrownBy(() -> Options.parse("--port")).hasMessageContaining("number");
    }
}

package io.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameMemoryTest {

    private final List<String> made = new ArrayList<>();
    private final NameMemory<String, IOException> memory = new NameMemory<>(this::make);

    private String make(String name) throws IOException {
        made.add(name);
        if (name.isBlank()) {
            throw new IOException("blank");
        }
        return name + "!";
    }

    /** Many more than there are places, so that names put each other out. */
    @Test
    void makesOfEachNameItsOwn() throws IOException {
        for (int i = 0; i < 50_000; i++) {
            String name = "audience-" + i % 20_000;
            assertThat(memory.of(name)).isEqualTo(name + "!");
        }
    }

    @Test
    void makesItOnceWhileItIsRemembered() throws IOException {
        assertThat(memory.of("gold")).isSameAs(memory.of(new String("gold")));
        assertThat(made).containsExactly("gold");
    }

    @Test
    void refusesAgainWhatItHasRefused() {
        assertThatThrownBy(() -> memory.of(" ")).hasMessage("blank");
        assertThatThrownBy(() -> memory.of(" ")).hasMessage("blank");
    }
}

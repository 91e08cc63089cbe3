package io.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.pack.Hash64;
import org.junit.jupiter.api.Test;

class NameHashesTest {

    @Test
    void remembersNoNameForAnother() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20_000; i++) {
                String name = "Audience-" + i;
                assertThat(NameHashes.ofAudience(name)).isEqualTo(Hash64.of(name));
                assertThat(NameHashes.ofNamespace(name)).isEqualTo(Hash64.ofNamespace(name));
            }
        }
        assertThat(NameHashes.ofNamespace(null)).isEqualTo(Hash64.ofNamespace(null));
    }
}

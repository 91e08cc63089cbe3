package io.rollcall.event.decode;

import io.rollcall.testing.Fuzzer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorFuzzTest {

    /** What breaks a door belongs into {@link EveryDoorTest} as a case. */
    @Test
    void noBytesBreakADoor(@TempDir Path corpus) throws Exception {
        int doors = DoorFuzz.seed(corpus);
        Fuzzer.run(DoorFuzz.class, corpus, doors);
    }
}

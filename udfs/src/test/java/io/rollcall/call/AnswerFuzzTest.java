package io.rollcall.call;

import io.rollcall.testing.Fuzzer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFuzzTest {

    /** What breaks the reading of an answer belongs into {@link BrokenAnswerTest} as a case. */
    @Test
    void noAnswerOfMarketosBreaksItsReading(@TempDir Path corpus) throws Exception {
        int kinds = AnswerFuzz.seed(corpus);
        Fuzzer.run(AnswerFuzz.class, corpus, kinds);
    }
}

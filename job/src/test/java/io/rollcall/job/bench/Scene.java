package io.rollcall.job.bench;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.event.decode.DecoderOptions;
import io.rollcall.ledger.LedgerSettings;
import io.rollcall.testing.Example;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ledger is told: every audience has a list, and nobody is ever asked. */
final class Scene {

    private static final String INSTANCE = "123-ABC-456";

    /** ledger.recent-rows as one sets it who has a million people on two slots: 272 MB each. */
    private static final long RECENT_ROWS = 320 << 20;

    private Scene() {}

    static List<Activation> activations(int audiences) {
        List<Activation> all = new ArrayList<>();
        for (int i = 0; i < audiences; i++) {
            all.add(
                    new Activation(
                            Traffic.audience(i),
                            null,
                            INSTANCE,
                            1_000 + i,
                            Activation.Mode.MIRROR,
                            0,
                            Long.MAX_VALUE,
                            null,
                            null));
        }
        return all;
    }

    static Instance instance() {
        return Example.instance();
    }

    static LedgerSettings settings() {
        return new LedgerSettings(
                        List.of("email"),
                        Duration.ofDays(90),
                        Duration.ofDays(1),
                        Duration.ofDays(90),
                        "rollcall")
                .withRecentRows(RECENT_ROWS);
    }

    static DecoderOptions options() {
        return new DecoderOptions(List.of("email"), Map.of(), Set.of(), Duration.ofMinutes(15));
    }
}

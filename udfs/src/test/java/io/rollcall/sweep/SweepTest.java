package io.rollcall.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final SweepSettings SETTINGS = SweepSettings.every(Duration.ofMinutes(10));

    @Test
    void saysHowFarTheExportAfterAChangeIs() {
        Sweep idle = Sweep.begin(0);
        assertThat(idle.exportedPercent()).isEqualTo(100);

        Sweep changed = idle.changed(0, SETTINGS);
        assertThat(changed.exportedPercent()).isZero();
        Sweep begun = changed.tick(5_000, SETTINGS, any -> {});
        assertThat(begun.exportedPercent()).isZero();
        assertThat(begun.tick(6_000, SETTINGS, any -> {}).exportedPercent()).isBetween(9, 11);
        Sweep later = begun;
        for (long now = 6_000; now <= 15_500; now += 500) {
            later = later.tick(now, SETTINGS, any -> {});
        }
        assertThat(later.exportedPercent()).isEqualTo(100);
    }
}

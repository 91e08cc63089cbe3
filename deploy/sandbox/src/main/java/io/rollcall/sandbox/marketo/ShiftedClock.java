package io.rollcall.sandbox.marketo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The subscription's wall clock: real time, shifted at will. */
public final class ShiftedClock implements InstantSource {
    /** Where Marketo's days begin. */
    public static final ZoneId CENTRAL = ZoneId.of("America/Chicago");

    private volatile Duration shift = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(shift);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), CENTRAL);
    }

    public Duration shift() {
        return shift;
    }

    public void shift(Duration newShift) {
        shift = newShift;
    }
}

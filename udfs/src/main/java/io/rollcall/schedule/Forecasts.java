package io.rollcall.schedule;

/** The newest forecast; one looks at every queue, so it is made anew now and then only. */
final class Forecasts {

    /** Flink itself asks for metrics every ten seconds. */
    private static final long EVERY_MS = 5_000;

    private final Desk desk;
    private Forecast newest;

    Forecasts(Desk desk) {
        this.desk = desk;
    }

    Forecast newest() {
        if (newest == null || desk.now() - newest.madeAt() >= EVERY_MS) {
            newest = Forecast.of(desk);
        }
        return newest;
    }
}

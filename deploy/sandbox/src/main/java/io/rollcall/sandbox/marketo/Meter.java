package io.rollcall.sandbox.marketo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts calls as Marketo does and says which are too many. A refused call counts like any other,
 * except where its code is documented as free.
 */
public final class Meter {
    private final ShiftedClock clock;
    private final Map<LocalDate, DayUsage> days = new TreeMap<>();
    private final Deque<Long> window = new ArrayDeque<>();
    private volatile Limits limits = Limits.DOCUMENTED;
    private int inFlight;
    private int mostInWindow;
    private int mostInFlight;

    Meter(ShiftedClock clock) {
        this.clock = clock;
    }

    public Limits limits() {
        return limits;
    }

    public void limits(Limits newLimits) {
        limits = newLimits;
    }

    /** Counts an arrival; a code if the limits refuse it, else the call holds a place. */
    public synchronized Optional<Refusal> arrive(String user) {
        boolean spent = today().total() >= limits.callsPerDay();
        boolean fast = callsInWindow() >= limits.callsPerWindow();
        count(user);
        if (spent) {
            return Optional.of(new Refusal("607", "Daily quota reached"));
        }
        if (fast) {
            return Optional.of(tooFast());
        }
        return enter();
    }

    private Refusal tooFast() {
        String message = "Max rate limit '%d' exceeded with in '%d' secs";
        int seconds = limits.windowMillis() / 1000;
        return new Refusal("606", message.formatted(limits.callsPerWindow(), seconds));
    }

    private Optional<Refusal> enter() {
        mostInFlight = Math.max(mostInFlight, inFlight + 1);
        if (inFlight >= limits.concurrentCalls()) {
            return Optional.of(new Refusal("615", "Concurrent access limit reached"));
        }
        inFlight++;
        return Optional.empty();
    }

    private void count(String user) {
        today().count(user, 1);
        window.addLast(now());
        mostInWindow = Math.max(mostInWindow, window.size());
    }

    public synchronized void leave() {
        inFlight--;
    }

    /** Takes back what {@link #arrive} counted, because the call ended with a free code. */
    public synchronized void uncount(String user) {
        today().count(user, -1);
        window.pollLast();
    }

    /** Calls that another integration of the subscription has made today. */
    public synchronized void othersCalled(String user, int calls) {
        today().count(user, calls);
    }

    public synchronized void error(String code) {
        today().error(code);
    }

    /** The window runs on a clock that no shift touches. */
    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    public synchronized DayUsage today() {
        return days.computeIfAbsent(clock.today(), day -> new DayUsage());
    }

    public synchronized Map<LocalDate, DayUsage> days() {
        return new TreeMap<>(days);
    }

    public synchronized int callsInWindow() {
        long start = now() - limits.windowMillis();
        while (!window.isEmpty() && window.peekFirst() <= start) {
            window.pollFirst();
        }
        return window.size();
    }

    public synchronized int inFlight() {
        return inFlight;
    }

    /** The most calls that ever arrived within one window. */
    public synchronized int mostInWindow() {
        return mostInWindow;
    }

    /** The most calls that were ever there at once, refused ones included. */
    public synchronized int mostInFlight() {
        return mostInFlight;
    }

    public synchronized void reset() {
        days.clear();
        window.clear();
        mostInWindow = 0;
        mostInFlight = inFlight;
    }
}

package io.rollcall.event.decode;

/** A field that may be given once; a repeat has to say the same, since either could be meant. */
final class Once {

    private Once() {}

    static String given(String before, String now) throws RefusedException {
        if (before != null && now != null && !before.equals(now)) {
            throw Refusal.DUPLICATE_KEY.because();
        }
        return now == null ? before : now;
    }

    /** With 0 for a time that was not given. */
    static long given(long before, long now) throws RefusedException {
        if (before != 0 && now != 0 && before != now) {
            throw Refusal.DUPLICATE_KEY.because();
        }
        return now == 0 ? before : now;
    }
}

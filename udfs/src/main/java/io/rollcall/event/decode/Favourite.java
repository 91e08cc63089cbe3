package io.rollcall.event.decode;

import io.rollcall.event.Identity;

/** The one value that is put before the others; nobody's, if two are put first alike. */
final class Favourite {

    private Identity value;
    private int position = Integer.MAX_VALUE;

    void offer(Identity candidate, int at) {
        if (at < position) {
            value = candidate;
            position = at;
        } else if (at == position && !candidate.equals(value)) {
            value = null;
        }
    }

    Identity value() {
        return value;
    }
}

package io.rollcall.event.decode;

import io.rollcall.event.Identity;
import java.util.ArrayList;
import java.util.List;

/** The values of one namespace, and which of them names the person. */
final class Candidates {

    /** A row keeps no more; the ones that are preferred come first. */
    static final int KEPT = 5;

    private final List<Identity> values = new ArrayList<>(2);
    private final Favourite primary = new Favourite();
    private final Favourite fromPath = new Favourite();

    void add(Identity value) {
        if (values.size() < KEPT && !values.contains(value)) {
            values.add(value);
        }
    }

    void addPrimary(Identity value) {
        add(value);
        primary.offer(value, 0);
    }

    void addFromPath(Identity value, int position) {
        add(value);
        fromPath.offer(value, position);
    }

    /** Null where several values compete and nothing puts one of them first. */
    Identity chosen() {
        if (values.size() == 1) {
            return values.get(0);
        }
        return primary.value() == null ? fromPath.value() : primary.value();
    }

    void collect(List<Identity> into) {
        Identity first = chosen();
        int most = into.size() + KEPT;
        if (first != null) {
            into.add(first);
        }
        for (Identity value : values) {
            if (!value.equals(first) && into.size() < most) {
                into.add(value);
            }
        }
    }
}

package io.rollcall.sandbox.marketo;

import java.util.Locale;

/** How far a bulk job is: the constants of its enum bear the API's names. */
public interface BulkStatus {
    String name();

    /** In the queue, or in work. */
    boolean isOpen();

    /** As the API writes it. */
    default String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}

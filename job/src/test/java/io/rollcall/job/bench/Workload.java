package io.rollcall.job.bench;

import io.rollcall.event.decode.Decoders;
import java.util.Locale;

/** What the ledger is fed, in the order in which it is: each builds on the state before. */
enum Workload {
    /** One export a person that says in which of all audiences they are: all is news. */
    LOAD(Decoders.ROLLCALL),
    /** One person and one audience a message, people alike; 95 in 100 repeat what was said. */
    STEADY(Decoders.ROLLCALL),
    /** The same, but of person number k a k-th as often as of the first. */
    SKEWED(Decoders.ROLLCALL),
    /**
     * Exports of Experience Platform: all audiences of one person, of whom 5 in 100 changed one.
     */
    AEP(Decoders.AEP);

    final String format;

    Workload(String format) {
        this.format = format;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isExport() {
        return this == LOAD || this == AEP;
    }
}

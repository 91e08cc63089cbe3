package io.rollcall.schedule;

import io.rollcall.marketo.Reaction;

/** What one of Marketo's APIs is to be spared after a call beyond its limits. */
interface BeyondLimit {

    /** False for a call that may go again like any other that was refused. */
    boolean pauses(Reaction reaction, String code, OpenCall call);
}

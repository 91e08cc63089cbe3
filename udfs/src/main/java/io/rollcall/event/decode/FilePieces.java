package io.rollcall.event.decode;

import io.rollcall.event.RawEvent;
import java.io.IOException;

/** A file cut into messages, and at last an end. */
public interface FilePieces {

    /** Null after the end. */
    RawEvent next() throws IOException;
}

package io.rollcall.event.decode;

import io.rollcall.secret.SecretUnavailableException;
import java.io.IOException;
import java.io.Serializable;

/** Reads one JSON object of a message, which may speak of several people. */
interface ObjectReader extends Serializable {

    /** Reads secrets; once, before the first object. */
    default void open() throws SecretUnavailableException {}

    /**
     * From the object's START_OBJECT, the parser's current token, up to its END_OBJECT. A refusal
     * that is thrown ends the reading of the object; one of a single person goes to the harvest.
     */
    void read(SteppingParser parser, Arrival arrival, Harvest harvest) throws IOException;
}

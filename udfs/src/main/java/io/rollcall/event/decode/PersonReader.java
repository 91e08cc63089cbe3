package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import java.io.IOException;

/** Reads what one JSON object says of one person. */
interface PersonReader extends ObjectReader {

    /** From the object's START_OBJECT, the parser's current token, up to its END_OBJECT. */
    AudienceEvent read(SteppingParser parser, Arrival arrival) throws IOException;

    @Override
    default void read(SteppingParser parser, Arrival arrival, Harvest harvest) throws IOException {
        harvest.add(read(parser, arrival));
    }
}

package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.rollcall.event.RawEvent;
import io.rollcall.secret.SecretUnavailableException;
import java.io.IOException;

/**
 * A message of one object, of an array of objects, or of objects one after the other (NDJSON): each
 * is one person, or several where the format says so. A bad one does not harm the others, as {@link
 * Decoded} says; after broken JSON nothing more is read, since where the next object starts would
 * be a guess.
 */
final class JsonDecoder implements Decoder {

    private final ObjectReader reader;
    private final long maxFutureSkew;

    JsonDecoder(ObjectReader reader, DecoderOptions options) {
        this.reader = reader;
        this.maxFutureSkew = options.maxFutureSkew().toMillis();
    }

    @Override
    public void open() throws SecretUnavailableException {
        reader.open();
    }

    @Override
    public Decoded decode(RawEvent raw, long now) {
        if (raw.value() == null || raw.value().length == 0) {
            return Decoded.refused(Refusal.EMPTY);
        }
        Harvest harvest = new Harvest();
        try (SteppingParser parser = JsonInput.open(raw.value())) {
            readAll(parser, Arrival.of(raw, now + maxFutureSkew), harvest);
        } catch (RefusedException e) {
            harvest.refuse(e.refusal());
        } catch (IOException e) {
            harvest.refuse(Refusal.NOT_JSON);
        } catch (RuntimeException e) {
            harvest.refuse(Refusal.UNREADABLE);
        }
        return harvest.decoded();
    }

    private void readAll(SteppingParser parser, Arrival arrival, Harvest harvest)
            throws IOException {
        try {
            while (parser.nextToken() != null) {
                readRoot(parser, arrival, harvest);
            }
        } catch (StreamConstraintsException e) {
            boolean deep = JsonInput.depth(parser) > JsonInput.MAX_DEPTH;
            harvest.refuse(deep ? Refusal.TOO_DEEP : Refusal.TOO_LARGE);
        }
    }

    private void readRoot(SteppingParser parser, Arrival arrival, Harvest harvest)
            throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                readObject(parser, arrival, harvest);
            }
        } else {
            readObject(parser, arrival, harvest);
        }
    }

    private void readObject(SteppingParser parser, Arrival arrival, Harvest harvest)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            harvest.refuse(Refusal.WRONG_TYPE);
            parser.skipChildren();
            return;
        }
        int outside = JsonInput.depth(parser) - 1;
        try {
            reader.read(parser, arrival, harvest);
        } catch (RefusedException e) {
            harvest.refuse(e.refusal());
            JsonInput.leave(parser, outside);
        }
    }
}

package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Opens a message for reading, within limits that hostile input cannot stretch. */
final class JsonInput {

    static final int MAX_BYTES = 4 << 20;
    static final int MAX_TEXT = 1 << 16;
    static final int MAX_NAME = 1 << 10;
    static final int MAX_DEPTH = 100;

    private static final byte[] BYTE_ORDER_MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

    /** Field names hold audience ids and addresses: they are not interned for the JVM's life. */
    private static final SteppingParser.Factory FACTORY =
            new SteppingParser.Factory(
                    new JsonFactoryBuilder()
                            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(MAX_DEPTH)
                                            .maxStringLength(MAX_TEXT)
                                            .maxNameLength(MAX_NAME)
                                            .build()));

    private JsonInput() {}

    static SteppingParser open(byte[] bytes) throws IOException {
        if (bytes.length > MAX_BYTES) {
            throw Refusal.TOO_LARGE.because();
        }
        if (!Utf8.isValid(bytes)) {
            throw Refusal.INVALID_UTF8.because();
        }
        return FACTORY.open(bytes, isMarked(bytes) ? BYTE_ORDER_MARK.length : 0);
    }

    /** Some editors put it in front of whatever they write. */
    private static boolean isMarked(byte[] bytes) {
        int length = Math.min(bytes.length, BYTE_ORDER_MARK.length);
        return Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    /**
     * The next field's name, null behind the last; the one that is usual here is told by comparing
     * bytes, which takes half as long as to read a name.
     */
    static String nextName(JsonParser parser, SerializableString usual) throws IOException {
        if (parser.nextFieldName(usual)) {
            return usual.getValue();
        }
        return parser.currentToken() == JsonToken.FIELD_NAME ? parser.currentName() : null;
    }

    /** A refusal stops in the middle of a person: on to the end, so that the next can be read. */
    static void leave(JsonParser parser, int outside) throws IOException {
        while (depth(parser) > outside && parser.nextToken() != null) {
            parser.skipChildren();
        }
    }

    static int depth(JsonParser parser) {
        return parser.getParsingContext().getNestingDepth();
    }
}

package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** Opens a message for reading, within limits that hostile input cannot stretch. */
final class JsonInput {

    static final int MAX_BYTES = 4 << 20;
    static final int MAX_TEXT = 1 << 16;
    static final int MAX_NAME = 1 << 10;
    static final int MAX_DEPTH = 100;

    /** Field names hold audience ids and addresses: they are not interned for the JVM's life. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_TEXT)
                                    .maxNameLength(MAX_NAME)
                                    .build())
                    .build();

    private JsonInput() {}

    static JsonParser open(byte[] bytes) throws IOException {
        if (bytes.length > MAX_BYTES) {
            throw Refusal.TOO_LARGE.because();
        }
        if (!Utf8.isValid(bytes)) {
            throw Refusal.INVALID_UTF8.because();
        }
        refuseOtherEncodings(bytes);
        return FACTORY.createParser(bytes);
    }

    /** Jackson would take a NUL among the first four bytes for UTF-16 or UTF-32 and read on. */
    private static void refuseOtherEncodings(byte[] bytes) throws RefusedException {
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0) {
                throw Refusal.NOT_JSON.because();
            }
        }
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

package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads the parser's current value as the kind that belongs there; JSON null reads as absent. */
final class Scalars {

    private Scalars() {}

    /** Text, or null for JSON null. */
    static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        return absent(parser);
    }

    /** Text, or a whole number as it was written; null for JSON null. */
    static String textOrWhole(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getText()
                : text(parser);
    }

    /** Epoch ms, or 0 for JSON null. Afterwards the parser may not be asked for its text. */
    static long time(SteppingParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            absent(parser);
            return 0;
        }
        long usual = parser.hasJustBegun() ? parser.stepOverTime() : FixedWidthTime.UNREAD;
        return usual == FixedWidthTime.UNREAD
                ? Timestamps.parse(parser.getText())
                : Timestamps.plausible(usual);
    }

    static boolean flag(JsonParser parser) throws IOException {
        if (parser.currentToken().isBoolean()) {
            return parser.getBooleanValue();
        }
        absent(parser);
        return false;
    }

    /** Whether this kind of object or array begins here. */
    static boolean opens(JsonParser parser, JsonToken start) throws IOException {
        if (parser.currentToken() == start) {
            return true;
        }
        absent(parser);
        return false;
    }

    private static String absent(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        throw Refusal.WRONG_TYPE.because();
    }
}

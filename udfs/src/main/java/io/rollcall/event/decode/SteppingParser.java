package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.util.Arrays;

/**
 * Jackson's parser of a message that is all there, whose reader may compare the bytes that come
 * next with those it expects, and step over them: field by field took Jackson nearly half of the
 * time of an export. It must be left inside an object that it has begun, where only whole fields
 * come before the object's end; Jackson goes on from there as if they were all.
 */
final class SteppingParser extends UTF8StreamJsonParser {

    private SteppingParser(Factory factory, IOContext context, byte[] message, int from, int end) {
        super(
                context,
                factory.features(),
                null,
                null,
                factory.names(),
                message,
                from,
                end,
                0,
                false);
    }

    /** Where it stands in the message. */
    int at() {
        return _inputPtr;
    }

    void stepTo(int at) {
        _inputPtr = at;
    }

    /** Steps over these bytes if they come next. */
    boolean stepsOver(byte[] expected) {
        int end = _inputPtr + expected.length;
        if (end > _inputEnd
                || !Arrays.equals(_inputBuffer, _inputPtr, end, expected, 0, expected.length)) {
            return false;
        }
        _inputPtr = end;
        return true;
    }

    boolean isNext(char ascii) {
        return _inputPtr < _inputEnd && _inputBuffer[_inputPtr] == ascii;
    }

    /** Whether the current token is a text of which nothing but the opening quote was read. */
    boolean isBeforeText() {
        return _tokenIncomplete;
    }

    /**
     * Steps over a time, up to the quote behind it, and answers its epoch ms; {@link
     * FixedWidthTime#UNREAD}, and no step, if anything else comes next.
     */
    long stepOverTime() {
        int end = FixedWidthTime.end(_inputBuffer, _inputPtr, _inputEnd);
        long millis = FixedWidthTime.millis(_inputBuffer, _inputPtr, end);
        if (millis != FixedWidthTime.UNREAD) {
            _inputPtr = end;
        }
        return millis;
    }

    /** Makes such parsers. */
    static final class Factory extends JsonFactory {

        private static final long serialVersionUID = 1;

        Factory(JsonFactoryBuilder settings) {
            super(settings);
        }

        SteppingParser open(byte[] message, int from) throws IOException {
            return (SteppingParser) createParser(message, from, message.length - from);
        }

        @Override
        protected SteppingParser _createParser(
                byte[] data, int from, int length, IOContext context) {
            return new SteppingParser(this, context, data, from, from + length);
        }

        private int features() {
            return _parserFeatures;
        }

        private ByteQuadsCanonicalizer names() {
            return _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures);
        }
    }
}

package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.util.Arrays;

/**
 * Jackson's parser of a message that is all there, whose reader may compare the bytes that come
 * next with those it expects, and step over them: field by field took Jackson nearly half of the
 * time of an export. Right for Jackson are two places only: in an object of which it has read
 * nothing but the start, where a field's name comes next or the end; and in a text that it has just
 * begun, as far as the quote at its end.
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

    /**
     * Of a text, the current token: whether Jackson has read no more of it than its first quote.
     */
    boolean hasJustBegun() {
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

        SteppingParser open(byte[] message, int from) {
            ContentReference content =
                    _createContentReference(message, from, message.length - from);
            IOContext context = _createContext(content, true);
            return new SteppingParser(this, context, message, from, message.length);
        }

        private int features() {
            return _parserFeatures;
        }

        private ByteQuadsCanonicalizer names() {
            return _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures);
        }
    }
}

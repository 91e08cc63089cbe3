package io.rollcall.event.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the names of fields that come in an order of their own, such as audiences in exports: the
 * next is most likely the one that came behind this one before, and that is told by comparing bytes
 * instead of reading a name. For one thread.
 */
final class Succession {

    /** With more names than these it begins anew: whoever sends them may send any number. */
    private static final int MOST = 1 << 12;

    private final Map<String, Name> known = new HashMap<>();
    private final Name outset = new Name("");
    private Name last = outset;

    private static final class Name {

        private final SerializableString text;

        /** The closing brace of the object before, the name, and the opening brace of its own. */
        private final byte[] link;

        private Name next = this;

        Name(String text) {
            this.text = new SerializedString(text);
            String quoted = new String(this.text.asQuotedUTF8(), UTF_8);
            this.link = "},\"%s\":{".formatted(quoted).getBytes(UTF_8);
        }
    }

    /** Of another object: its first name follows none. */
    void begin() {
        last = outset;
    }

    /** The next field's name, null behind the last. */
    String next(JsonParser parser) throws IOException {
        Name expected = last.next;
        String name = JsonInput.nextName(parser, expected.text);
        if (name == null) {
            return null;
        }
        if (!name.equals(expected.text.getValue())) {
            last.next = named(name);
        }
        last = last.next;
        return last.text.getValue();
    }

    /**
     * From the end of one field's object into that of the next field, whose name it answers, if it
     * is the expected one and nothing stands between; else null, and no step.
     */
    String step(SteppingParser parser) {
        Name expected = last.next;
        if (!parser.stepsOver(expected.link)) {
            return null;
        }
        last = expected;
        return expected.text.getValue();
    }

    private Name named(String name) {
        if (known.size() == MOST) {
            known.clear();
            // Or all that was ever read in a row would hang on it.
            outset.next = outset;
        }
        return known.computeIfAbsent(name, Name::new);
    }
}

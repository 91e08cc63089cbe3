package io.rollcall.event.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /Date(1506409448000-0700)/} and ISO times, to epoch ms. The milliseconds are UTC already;
 * the offset only says how a person there would have written them.
 */
final class DataverseTime {

    private static final Pattern DATE = Pattern.compile("/Date\\((\\d{1,15})([+-]\\d{4})?\\)/");

    private DataverseTime() {}

    /** 0 where there is none. */
    static long millis(JsonNode node) throws RefusedException {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return 0;
        }
        if (!node.isTextual()) {
            throw Refusal.WRONG_TYPE.because();
        }
        return millis(node.textValue());
    }

    static long millis(String text) throws RefusedException {
        Matcher date = DATE.matcher(text);
        return date.matches()
                ? Timestamps.plausible(Long.parseLong(date.group(1)))
                : Timestamps.parse(text);
    }

    /** As text that Marketo's fields take: a date of Dataverse becomes ISO, all else stays. */
    static String readable(String text) {
        Matcher date = DATE.matcher(text);
        return date.matches()
                ? Instant.ofEpochMilli(Long.parseLong(date.group(1))).toString()
                : text;
    }
}

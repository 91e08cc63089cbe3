package io.rollcall.demo.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Reads single fields, with and without the prefix that XDM puts before names. */
final class Fields {

    /** No event may be dated further ahead than this. */
    private static final long AHEAD_MILLIS = 15 * 60_000;

    private Fields() {}

    static JsonNode get(JsonNode node, String name) {
        return node.has(name) ? node.get(name) : node.path("xdm:" + name);
    }

    static JsonNode at(JsonNode node, String path) {
        JsonNode found = node;
        for (String name : path.split("\\.")) {
            found = get(found, name);
        }
        return found;
    }

    /** 0 for none. */
    static long time(JsonNode node, String name) throws UnusableException {
        String text = get(node, name).asText("");
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return instant(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw new UnusableException("bad time");
        }
    }

    private static Instant instant(String text) {
        // java.time wants a colon in the offset; Experience Platform leaves it out at times.
        String iso = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        return Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(iso));
    }

    static Claim claim(JsonNode node, long arrival) throws UnusableException {
        long said = time(node, "at") + time(node, "lastQualificationTime");
        if (said > System.currentTimeMillis() + AHEAD_MILLIS) {
            throw new UnusableException("future time");
        }
        boolean in =
                switch (get(node, "status").asText()) {
                    case "realized", "existing" -> true;
                    case "exited" -> false;
                    default -> throw new UnusableException("unknown status");
                };
        return new Claim(in, said == 0 ? arrival : said, time(node, "validUntil"));
    }

    /** Everything below {@code consents}, by its whole path. */
    static void consents(
            JsonNode attributes, Iterable<String> paths, long at, Map<String, Said.Consent> into) {
        Iterator<String> each = paths.iterator();
        while (each.hasNext()) {
            String path = each.next();
            JsonNode value = at(attributes, path);
            if (value.isValueNode() && !value.isNull()) {
                into.put(path, new Said.Consent(value.asText(), at));
            }
        }
    }

    static String email(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

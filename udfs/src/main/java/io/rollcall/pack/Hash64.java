package io.rollcall.pack;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A 64-bit hash for names in rows (FNV-1a with a final mix). Part of the state format: a company
 * has thousands of audiences, so a collision has a chance of about one in 10^12.
 */
public final class Hash64 {

    private Hash64() {}

    public static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static long of(byte[] bytes) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    /**
     * What a person is looked up, created or imported by, the same wherever it is told: reports and
     * state name nobody. Never 0.
     */
    public static long ofLookup(String field, String value) {
        return of(field + "=" + value) | 1;
    }

    /** Namespaces match in any case; none at all is a namespace of its own. */
    public static int ofNamespace(String namespace) {
        return namespace == null ? 0 : (int) of(namespace.toLowerCase(Locale.ROOT)) | 1;
    }

    /** A hash of fields and values in any order, a null value apart from all texts; 0 for none. */
    public static long ofValues(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(values)
                .forEach(
                        (field, value) -> {
                            String set = value == null ? "-" : "+" + value;
                            text.append(field.length()).append(field);
                            text.append(set.length()).append(set);
                        });
        return values.isEmpty() ? 0 : of(text.toString()) | 1;
    }
}

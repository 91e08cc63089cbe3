package io.rollcall.tools.inbound;

import io.rollcall.tools.topic.Fact;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** One row a person: their id and, by trait, whether they are on its list. */
final class InboundRows {

    private static final String EMAIL = "email";

    private final String prefix;
    private final boolean hashed;
    private final Map<String, String> traits;
    private final boolean overwrite;
    private final Map<String, Map<String, Boolean>> people = new TreeMap<>();
    private final Map<String, Integer> others = new TreeMap<>();

    InboundRows(String namespace, Map<String, String> traits, boolean overwrite) {
        this.prefix = namespace.toLowerCase() + ":";
        this.hashed = prefix.equals(EMAIL + ":");
        this.traits = traits;
        this.overwrite = overwrite;
    }

    /** The newest fact of a person and a list counts; of who was never on it nothing is told. */
    void take(Fact fact) {
        String trait = fact.isGone() ? null : traits.get(fact.audience());
        if (trait == null) {
            return;
        }
        if (!fact.person().startsWith(prefix)) {
            others.merge(fact.person(), 1, Integer::sum);
            return;
        }
        String id = fact.person().substring(prefix.length());
        Map<String, Boolean> of = people.computeIfAbsent(id, any -> new TreeMap<>());
        if (fact.isOn() && !"out".equals(fact.desired())) {
            of.put(trait, true);
        } else if (of.containsKey(trait) || hasLeft(fact)) {
            of.put(trait, false);
        }
    }

    private static boolean hasLeft(Fact fact) {
        return "out".equals(fact.desired()) && "out".equals(fact.reported());
    }

    boolean isEmpty() {
        return count() == 0;
    }

    long count() {
        return people.values().stream().filter(this::saysSomething).count();
    }

    int others() {
        return others.size();
    }

    /** Of an overwritten person all that is not named has ended. */
    private boolean saysSomething(Map<String, Boolean> of) {
        return !of.isEmpty() && (!overwrite || of.containsValue(true));
    }

    /** By another name first, so that nobody fetches half a file. */
    void write(Path file, boolean packed) throws IOException {
        Path hidden = file.resolveSibling("." + file.getFileName());
        try (OutputStream raw = Files.newOutputStream(hidden);
                OutputStream out = packed ? new GZIPOutputStream(raw, 1 << 16) : raw) {
            for (Map.Entry<String, Map<String, Boolean>> person : people.entrySet()) {
                if (saysSomething(person.getValue())) {
                    out.write(row(person).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String row(Map.Entry<String, Map<String, Boolean>> person) {
        StringBuilder row = new StringBuilder(hashed ? hash(person.getKey()) : person.getKey());
        char before = '\t';
        for (Map.Entry<String, Boolean> trait : person.getValue().entrySet()) {
            if (trait.getValue() || !overwrite) {
                row.append(before).append(trait.getValue() ? "d_sid=" : "d_unsid=");
                row.append(trait.getKey());
                before = ',';
            }
        }
        return row.append('\n').toString();
    }

    /** Of the address trimmed and in lower case, as it stands in the key. */
    private static String hash(String address) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}

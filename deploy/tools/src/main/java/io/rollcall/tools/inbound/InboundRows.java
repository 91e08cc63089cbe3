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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * One row a person: their id and, by trait, whether they are on its list. Who goes by several names
 * stands in the topic under the one that owns the lead; the others lead there by the lead's id.
 */
final class InboundRows {

    private static final String EMAIL = "email";

    private final String prefix;
    private final boolean hashed;
    private final Map<String, String> traits;
    private final boolean overwrite;
    private final Map<String, Word> newest = new HashMap<>();

    InboundRows(String namespace, Map<String, String> traits, boolean overwrite) {
        this.prefix = namespace.toLowerCase(Locale.ROOT) + ":";
        this.hashed = prefix.equals(EMAIL + ":");
        this.traits = traits;
        this.overwrite = overwrite;
    }

    /** What a fact tells: null for no id of ours, no lead, or not whether they are on the list. */
    private record Word(String id, String lead, String trait, Boolean on) {}

    /** The newest fact of a person and a list counts. */
    void take(Fact fact) {
        String key = fact.person() + "\n" + fact.instance() + "\n" + fact.list();
        String trait = fact.isGone() ? null : traits.get(fact.audience());
        if (trait == null) {
            newest.remove(key);
            return;
        }
        boolean ours = fact.person().startsWith(prefix);
        newest.put(
                key,
                new Word(
                        ours ? fact.person().substring(prefix.length()) : null,
                        fact.lead() == 0 ? null : fact.instance() + "/" + fact.lead(),
                        trait,
                        on(fact)));
    }

    /** Of who was never on a list nothing is told. */
    private static Boolean on(Fact fact) {
        boolean leaves = "out".equals(fact.desired());
        if (fact.isOn()) {
            return !leaves;
        }
        return leaves && "out".equals(fact.reported()) && fact.lead() != 0 ? false : null;
    }

    private Map<String, Map<String, Boolean>> people() {
        Map<String, Set<String>> ids = ids();
        Map<String, Map<String, Boolean>> people = new TreeMap<>();
        for (Word word : newest.values()) {
            if (word.on() != null) {
                for (String id : ids.getOrDefault(word.lead(), Set.of())) {
                    people.computeIfAbsent(id, any -> new TreeMap<>())
                            .merge(word.trait(), word.on(), Boolean::logicalOr);
                }
            }
        }
        people.values().removeIf(of -> overwrite && !of.containsValue(true));
        return people;
    }

    /** Of each lead. */
    private Map<String, Set<String>> ids() {
        Map<String, Set<String>> ids = new HashMap<>();
        for (Word word : newest.values()) {
            if (word.id() != null && word.lead() != null) {
                ids.computeIfAbsent(word.lead(), any -> new TreeSet<>()).add(word.id());
            }
        }
        return ids;
    }

    long count() {
        return people().size();
    }

    /** Leads of whom no id of the namespace is known. */
    long others() {
        Set<String> known = ids().keySet();
        return newest.values().stream()
                .filter(word -> word.on() != null && !known.contains(word.lead()))
                .map(Word::lead)
                .distinct()
                .count();
    }

    /** By another name first, so that nobody fetches half a file. */
    void write(Path file, boolean packed) throws IOException {
        Path hidden = file.resolveSibling("." + file.getFileName());
        try (OutputStream raw = Files.newOutputStream(hidden);
                OutputStream out = packed ? new GZIPOutputStream(raw, 1 << 16) : raw) {
            for (Map.Entry<String, Map<String, Boolean>> person : people().entrySet()) {
                out.write(row(person).getBytes(StandardCharsets.UTF_8));
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

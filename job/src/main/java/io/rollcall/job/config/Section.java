package io.rollcall.job.config;

import io.rollcall.words.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The keys at one place of the YAML, each read by its entry in {@link YamlKeys}: unknown keys and
 * keys not built yet are refused at once, defaults come from the registry. A section that is absent
 * misses nothing.
 */
final class Section {

    private final Piece piece;
    private final Map<String, Piece> entries;
    private final Map<String, YamlKey> known;

    Section(Piece piece, String schema) {
        this.piece = piece;
        this.entries = piece.entries();
        this.known = YamlKeys.in(schema);
        entries.forEach(this::vet);
    }

    private void vet(String name, Piece entry) {
        YamlKey key = known.get(name);
        if (key == null) {
            entry.fault(
                    "no such key"
                            + Nearest.to(name, known.keySet())
                                    .map(word -> "; did you mean " + word + "?")
                                    .orElse("; known here: " + Faults.list(known.keySet())));
        } else if (!key.builtIn() && !entry.saysNothing()) {
            piece.faults().later(entry.path(), key.instead());
        }
    }

    /** Keys and values at all: where there are none, nothing is missing in them. */
    boolean isThere() {
        return piece.raw() instanceof Map;
    }

    boolean has(String name) {
        return !entry(name).absent();
    }

    Piece entry(String name) {
        return entries.getOrDefault(name, piece.at(name, null));
    }

    String text(String name) {
        YamlKey key = key(name);
        Piece entry = entry(name);
        if (!entry.absent()) {
            return entry.text(key.rule());
        }
        missing(key, entry);
        return key.required() || key.fallback().isEmpty() ? null : key.fallback();
    }

    boolean yes(String name) {
        return "true".equals(text(name));
    }

    long whole(String name) {
        String text = text(name);
        return text == null ? 0 : Long.parseLong(text);
    }

    int wholeOr(String name, int otherwise) {
        return has(name) ? (int) whole(name) : otherwise;
    }

    double share(String name) {
        String text = text(name);
        return text == null ? 0 : Rules.percentage(text) / 100.0;
    }

    long epochMillis(String name) {
        String text = text(name);
        return text == null ? 0 : Rules.instant(text).toEpochMilli();
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name);
        return text == null ? null : Words.to(type, text);
    }

    Section section(String name) {
        missing(key(name), entry(name));
        return new Section(entry(name), key(name).path());
    }

    List<Section> sections(String name) {
        return items(name).stream().map(item -> of(item, key(name).path() + "[]")).toList();
    }

    /** An item that is empty is a slip of the pen, not a section left out. */
    private static Section of(Piece item, String schema) {
        if (item.absent()) {
            item.fault("this item is empty");
        }
        return new Section(item, schema);
    }

    List<String> texts(String name, Rule rule) {
        return items(name).stream().map(item -> item.text(rule)).filter(Objects::nonNull).toList();
    }

    Map<String, Piece> map(String name) {
        missing(key(name), entry(name));
        return entry(name).entries();
    }

    private List<Piece> items(String name) {
        List<Piece> items = entry(name).items();
        if (items.isEmpty() && entry(name).saysNothing()) {
            missing(key(name), entry(name));
        }
        return items;
    }

    private void missing(YamlKey key, Piece entry) {
        if (key.required() && entry.holdsNothing() && piece.raw() instanceof Map) {
            entry.fault("missing; write " + key.rule().required());
        }
    }

    private YamlKey key(String name) {
        return Objects.requireNonNull(known.get(name), () -> "unregistered key " + name);
    }

    void fault(String name, String message) {
        entry(name).fault(message);
    }

    void warn(String name, String message) {
        faults().warn(entry(name).path(), message);
    }

    String path() {
        return piece.path();
    }

    Faults faults() {
        return piece.faults();
    }
}

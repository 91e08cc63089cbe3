package io.rollcall.job.activations;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.job.config.ActivationText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Decides which activations there are. Those of the YAML come first, then those of the topic that
 * were accepted before, then new ones: nobody can take a list away from another. What is refused
 * leaves in force what was last accepted under its key. A list that lost its activation, and is to
 * be cleared, keeps a retired one.
 */
final class Roster {

    private final List<Instance> instances;
    private final Consumer<Notice> notices;
    private final Map<String, String> accepted;
    private final Map<String, Activation> before = new LinkedHashMap<>();

    /** What was last said of a key, so that it is said once. */
    private final Map<String, String> said = new HashMap<>();

    private Map<String, Activation> now = new LinkedHashMap<>();

    /** {@code accepted} and {@code before} are what {@link #accepted()} and {@link #all()} were. */
    Roster(
            List<Instance> instances,
            Map<String, String> accepted,
            ActivationSet before,
            Consumer<Notice> notices) {
        this.instances = instances;
        this.accepted = new TreeMap<>(accepted);
        this.notices = notices;
        before.activations().forEach(activation -> this.before.put(place(activation), activation));
    }

    /** Something to tell people; {@code activation} is null where it could not be read. */
    record Notice(String key, Activation activation, boolean refused, String text) {}

    Map<String, String> accepted() {
        return accepted;
    }

    ActivationSet all() {
        return new ActivationSet(List.copyOf(before.values()));
    }

    ActivationSet update(ActivationSet yaml, Map<String, String> topic, long time) {
        now = new LinkedHashMap<>();
        yaml.activations().forEach(activation -> now.put(place(activation), activation));
        removeAbsent(topic);
        for (String key : List.copyOf(accepted.keySet())) {
            known(key, topic.get(key));
        }
        topic.keySet().stream()
                .filter(key -> !accepted.containsKey(key))
                .sorted()
                .forEach(key -> take(key, topic.get(key)));
        retire(time);
        before.clear();
        before.putAll(now);
        return all();
    }

    private void removeAbsent(Map<String, String> topic) {
        for (String key : List.copyOf(accepted.keySet())) {
            if (!topic.containsKey(key)) {
                accepted.remove(key);
                say(new Notice(key, null, false, "removed"));
            }
        }
        said.keySet().retainAll(topic.keySet());
    }

    /** A new text that is refused leaves the old one in force. */
    private void known(String key, String text) {
        String old = accepted.remove(key);
        if (!take(key, text) && !text.equals(old)) {
            ActivationText kept = ActivationText.read(key, old, instances);
            if (kept.faults().isEmpty() && free(kept.activation())) {
                put(key, old, kept.activation());
            }
        }
    }

    private boolean take(String key, String text) {
        ActivationText read = ActivationText.read(key, text, instances);
        List<String> faults = new ArrayList<>(read.faults());
        if (faults.isEmpty() && !free(read.activation())) {
            faults.add("another activation feeds this list already; one list has one activation");
        }
        if (!faults.isEmpty()) {
            say(new Notice(key, read.activation(), true, "refused: " + String.join("; ", faults)));
            return false;
        }
        put(key, text, read.activation());
        say(new Notice(key, read.activation(), false, "accepted: " + text.strip()));
        return true;
    }

    private void put(String key, String text, Activation activation) {
        accepted.put(key, text);
        now.put(place(activation), activation);
    }

    private boolean free(Activation activation) {
        return !now.containsKey(place(activation));
    }

    private void say(Notice notice) {
        if (!notice.text().equals(said.put(notice.key(), notice.text()))) {
            notices.accept(notice);
        }
    }

    private void retire(long time) {
        before.forEach(
                (place, old) -> {
                    if (!now.containsKey(place) && isToBeCleared(old)) {
                        now.put(place, old.isRetired() ? old : old.retired(time));
                    }
                });
    }

    /** The newest word counts: of the activation that moved, else of the one that is gone. */
    private boolean isToBeCleared(Activation old) {
        if (old.isRetired()) {
            return true;
        }
        Activation.OnUnmap word =
                now.values().stream()
                        .filter(other -> !other.isRetired() && moved(old, other))
                        .map(other -> other.handling().onUnmap())
                        .findFirst()
                        .orElse(old.handling().onUnmap());
        return word == Activation.OnUnmap.CLEAR && !old.dryRun();
    }

    private boolean moved(Activation old, Activation other) {
        return old.audience().equals(other.audience())
                && old.instance().equals(other.instance())
                && !before.containsKey(place(other));
    }

    private static String place(Activation activation) {
        Object list = activation.named() == null ? activation.list() : activation.named();
        return activation.instance() + "/" + list;
    }
}

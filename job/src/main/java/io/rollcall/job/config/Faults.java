package io.rollcall.job.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that is wrong, gathered, so that the user reads it in one go. A fault names its place
 * and what would be right. It never repeats what stands there, since that may be a secret in the
 * wrong place; only numbers and words of the configuration's own language are quoted.
 */
final class Faults {

    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    void add(String place, String message) {
        faults.add(place + ": " + message);
    }

    /** What is meant to work one day is refused by name: ignoring it would change lists wrongly. */
    void later(String placeAndValue, String instead) {
        faults.add("not supported yet: " + placeAndValue + "; " + instead);
    }

    void warn(String place, String message) {
        warnings.add(place + ": " + message);
    }

    List<String> all() {
        return List.copyOf(faults);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void throwIfAny() throws ConfigurationException {
        if (!faults.isEmpty()) {
            throw ConfigurationException.of(faults);
        }
    }

    static String list(Collection<String> words) {
        return words.isEmpty() ? "(none)" : String.join(", ", words);
    }
}

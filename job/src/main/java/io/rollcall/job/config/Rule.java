package io.rollcall.job.config;

import io.rollcall.words.Nearest;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a value may be: its name for the documentation and for faults, how to write it right, and
 * which values of it are understood but not built yet.
 */
record Rule(
        String name,
        String hint,
        Predicate<String> accepts,
        List<String> choices,
        List<String> later) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}%?");

    static Rule of(String name, String hint, Predicate<String> accepts) {
        return new Rule(name, hint, accepts, List.of(), List.of());
    }

    static Rule matching(String name, String hint, String pattern) {
        return of(name, hint, Pattern.compile(pattern).asMatchPredicate());
    }

    static Rule choice(List<String> choices) {
        String name = choices.size() == 1 ? "only " + choices.get(0) : String.join(" | ", choices);
        return new Rule(name, "", choices::contains, choices, List.of());
    }

    static <E extends Enum<E>> Rule choice(Class<E> type) {
        return choice(List.of(type.getEnumConstants()).stream().map(Words::of).toList());
    }

    Rule later(String... words) {
        return new Rule(name, hint, accepts, choices, List.of(words));
    }

    /** Adds what is wrong with the text, if anything is. */
    boolean vet(String place, String text, Faults faults) {
        if (accepts.test(text)) {
            return true;
        }
        if (later.contains(text)) {
            faults.later(place + ": " + text, "use " + String.join(" or ", choices));
        } else {
            faults.add(place, complaint(text));
        }
        return false;
    }

    private String complaint(String text) {
        String quoted = NUMBER.matcher(text).matches() ? text : "this";
        String expected = choices.isEmpty() ? name : "one of " + Faults.list(choices);
        return quoted + " is not " + expected + advice() + Nearest.hint(text, choices);
    }

    private String advice() {
        return hint.isEmpty() ? "" : "; " + hint;
    }

    String required() {
        return choices.isEmpty() ? name + advice() : "one of " + Faults.list(choices);
    }
}

package io.rollcall.event.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The traits of one row of an inbound file: {@code d_sid=24}, {@code d_unsid=28}, {@code 28:0} and
 * {@code 28:-1} (unset), {@code 30608}, {@code ic=52}, and pairs such as {@code "gender"="female"},
 * whose quotes may be curly.
 */
final class Traits {

    /** Numbers, with or without what unsets them. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,19})(:0|:-1)?");

    /** Nothing in it gives back what it took: a line of spaces must not take its length squared. */
    private static final Pattern PAIR =
            Pattern.compile("-?\"?([^\"=,]++)\"?\\s*+=\\s*+(?:\"([^\"]*)\"|([^\",]*+))");

    /** A trait and whether the person has it. A pair is a trait of its own. */
    record Trait(String id, boolean in) {}

    private Traits() {}

    static List<Trait> read(String list) throws RefusedException {
        List<Trait> traits = new ArrayList<>();
        for (String item : divide(list.replace('“', '"').replace('”', '"'))) {
            traits.add(trait(item.strip()));
        }
        return traits;
    }

    private static Trait trait(String item) throws RefusedException {
        Matcher number = NUMBER.matcher(item);
        if (number.matches()) {
            return new Trait(number.group(1), number.group(2) == null);
        }
        Matcher pair = PAIR.matcher(item);
        if (!pair.matches()) {
            throw Refusal.BAD_AUDIENCE.because();
        }
        String key = pair.group(1).strip();
        String value = pair.group(2) == null ? pair.group(3).strip() : pair.group(2);
        return switch (key) {
            case "d_sid" -> new Trait(value, true);
            case "d_unsid" -> new Trait(value, false);
            default -> new Trait(key + "=" + value, true);
        };
    }

    /** At commas that stand outside quotes. */
    private static List<String> divide(String list) throws RefusedException {
        List<String> items = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                items.add(list.substring(from, i));
                from = i + 1;
            }
        }
        if (quoted) {
            throw Refusal.NOT_CSV.because();
        }
        items.add(list.substring(from));
        return items;
    }
}

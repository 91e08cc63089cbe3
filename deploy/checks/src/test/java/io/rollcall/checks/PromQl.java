package io.rollcall.checks;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the metrics that a PromQL expression names. */
final class PromQl {

    /** What is no metric although it looks like one: texts, selectors, ranges, lists of labels. */
    private static final Pattern NOISE =
            Pattern.compile(
                    "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\boffset\\s+\\w+"
                            + "|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*(?!\\w|\\s*\\()");

    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");

    private PromQl() {}

    static Set<String> metrics(String expression) {
        String plain = NOISE.matcher(expression).replaceAll(" ");
        Set<String> found = new LinkedHashSet<>();
        Matcher names = NAME.matcher(plain);
        while (names.find()) {
            if (!OPERATORS.contains(names.group())) {
                found.add(names.group());
            }
        }
        return found;
    }
}

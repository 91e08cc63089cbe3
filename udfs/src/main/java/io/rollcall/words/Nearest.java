package io.rollcall.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known words that someone probably meant. */
public final class Nearest {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** Ends a message: empty if nothing is near enough to be worth a guess. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known).map(word -> "; did you mean " + word + "?").orElse("");
    }

    public static Optional<String> to(String written, Collection<String> known) {
        return few(written, known, 1).stream().findFirst();
    }

    /** The nearest first; none that is too far to be worth a guess. */
    public static List<String> few(String written, Collection<String> known, int most) {
        String plain = plain(written);
        return known.stream()
                .filter(word -> near(plain, plain(word)))
                .sorted(
                        Comparator.comparingInt(
                                (String word) -> DISTANCE.apply(plain, plain(word))))
                .limit(most)
                .toList();
    }

    /** Two thirds must be right, or a part be left out: calls-per-day for marketo.calls-per-day. */
    private static boolean near(String written, String word) {
        return DISTANCE.apply(written, word) <= Math.max(1, word.length() / 3)
                || (written.length() > 3 && word.endsWith(written));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}

package io.rollcall.job.chaos;

import io.rollcall.sandbox.marketo.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What struck how often, and what came of it. Whatever is lost, wrong or done twice is put to the
 * account of every trouble that was in force when it was said or done.
 */
final class Table {

    private static final String ROW = "| %-30s | %6s | %4s | %5s | %15s | %16s |";

    private final List<Strike> strikes;
    private final List<Inspection.Deviation> lost;
    private final List<Inspection.Deviation> wrong;
    private final List<Call> duplicates;

    Table(
            List<Strike> strikes,
            List<Inspection.Deviation> lost,
            List<Inspection.Deviation> wrong,
            List<Call> duplicates) {
        this.strikes = strikes.stream().filter(Strike::wasMet).toList();
        this.lost = lost;
        this.wrong = wrong;
        this.duplicates = duplicates;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                ROW.formatted(
                        "trouble",
                        "struck",
                        "lost",
                        "wrong",
                        "duplicate calls",
                        "longest recovery"));
        lines.add("|---|---|---|---|---|---|");
        for (Havoc havoc : Havoc.values()) {
            List<Strike> its = strikes.stream().filter(s -> s.havoc == havoc).toList();
            if (!its.isEmpty()) {
                lines.add(row(havoc, its));
            }
        }
        lines.add(total());
        return String.join(System.lineSeparator(), lines);
    }

    private String row(Havoc havoc, List<Strike> its) {
        return ROW.formatted(
                havoc.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                its.size(),
                charged(its, lost, Inspection.Deviation::saidAt),
                charged(its, wrong, Inspection.Deviation::saidAt),
                charged(its, duplicates, Call::arrivedAt),
                recovery(its.stream()));
    }

    private static <T> long charged(List<Strike> its, List<T> what, ToLongFunction<T> when) {
        return what.stream()
                .filter(one -> its.stream().anyMatch(s -> s.covers(when.applyAsLong(one))))
                .count();
    }

    /** Nothing stands still when somebody works in Marketo by hand. */
    private static String recovery(Stream<Strike> its) {
        return its
                .filter(s -> s.havoc.kind != Havoc.Kind.HAND)
                .mapToLong(Strike::recoveryMs)
                .max()
                .stream()
                .mapToObj(ms -> "%.1f s".formatted(ms / 1_000.0))
                .findFirst()
                .orElse("–");
    }

    private String total() {
        return ROW.formatted(
                "all together",
                strikes.size(),
                lost.size(),
                wrong.size(),
                duplicates.size(),
                recovery(strikes.stream()));
    }
}

package io.rollcall.schedule;

import io.rollcall.report.Member;
import io.rollcall.report.Report;
import io.rollcall.wish.Wish;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The newest ends by wish key. The scheduler may have read an end that the ledger has not: above
 * all after a restart, when it hurries to its begin. A wish that such an end settles is needless,
 * and a needless creation would bring back who was erased. On the heap alone, since the reports
 * from the last checkpoint on are read again.
 */
final class RecentEnds {

    private static final int KEPT = 30_000;

    private final Map<String, End> ends =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, End> eldest) {
                    return size() > KEPT;
                }
            };

    /** An end as far as it says something about one member. */
    private record End(Report report, Member member) {}

    void add(String wishKey, Report end, Member member) {
        Report bare =
                new Report(
                        end.kind(),
                        null,
                        null,
                        null,
                        null,
                        end.call(),
                        end.list(),
                        end.sequence(),
                        end.at(),
                        end.verdict(),
                        null,
                        null,
                        null,
                        null,
                        end.offset());
        ends.remove(wishKey);
        ends.put(wishKey, new End(bare, member));
    }

    boolean settles(Wish wish) {
        End end = ends.get(wish.key());
        return end != null && Settlement.settles(end.report(), end.member(), wish);
    }
}

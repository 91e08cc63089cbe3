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

    /** Whom it was about, and its place in the topic. */
    private record End(String person, long offset) {}

    /**
     * Only an end that settles is kept, each kind beside the others: the removal after an addition
     * does not make the addition's own wish, told late, any less needless.
     */
    void add(String wishKey, Report end, Member member) {
        Wish.Kind kind = Settlement.settled(end, member);
        if (kind != null) {
            String key = key(kind, wishKey);
            ends.remove(key);
            ends.put(key, new End(member.person(), end.offset()));
        }
    }

    boolean settles(Wish wish) {
        End end = ends.get(key(wish.kind(), wish.key()));
        return end != null && end.offset() > wish.asOf() && end.person().equals(wish.person());
    }

    private static String key(Wish.Kind kind, String wishKey) {
        return kind.ordinal() + wishKey;
    }
}

package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.schedule.SchedulerStore.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How far each list with an activation has been read; read once, page by page. */
final class ListReads {

    /** Additions wait this long for a list's first read: most of its members need no call then. */
    private static final long PATIENCE_MS = 60_000;

    /** So long after that, those whom an import would take wait for the end of the read. */
    private static final long LONG_MS = 600_000;

    /** And this long after it, while the ledger takes back the wishes that the read has settled. */
    private static final long SETTLE_MS = 1_000;

    private final SchedulerStore store;

    /** Until when additions wait; not in state, since a restart may be patient again. */
    private final Map<Long, Long> awaitedUntil = new HashMap<>();

    private final Map<Long, Reading> readings = new TreeMap<>();

    ListReads(SchedulerStore store) {
        this.store = store;
        store.all(Space.READS)
                .forEach(
                        e ->
                                readings.put(
                                        Long.parseLong(e.getKey()),
                                        ReadingCodec.decode(e.getValue())));
    }

    /**
     * A read of one list: {@code page} is the next to ask for, generation -1 before the first was
     * announced; {@code call} is the one that is being made. {@code pages} have been read; an
     * {@code extract} takes the place of the others, null for none, and never does {@code byPages}.
     */
    record Reading(ListPage page, String call, int pages, boolean byPages, Extract extract) {

        /** One of which no page has come yet, or whose pages nobody counted. */
        Reading(ListPage page, String call) {
            this(page, call, 0, false, null);
        }

        boolean due(long now) {
            return call == null && !page.complete() && (extract == null || extract.lookAt() <= now);
        }

        CallKind wants() {
            return extract == null ? CallKind.READ : extract.wants();
        }

        ListPage asks() {
            return extract == null ? page : extract.page();
        }

        Reading calling(String id) {
            return new Reading(page, id, pages, byPages, extract);
        }

        Reading read(ListPage next) {
            return new Reading(next, null, pages + 1, byPages, null);
        }

        /** Its token holds no longer: from the first page, and a long list need not be tried. */
        Reading again() {
            return new Reading(start().page(), null, pages, byPages, null);
        }

        Reading extracting(Extract by) {
            return new Reading(page, null, pages, byPages, by);
        }

        /** The pages go on where they ended, if none of the extract's rows was counted. */
        Reading byPagesAlone() {
            boolean untouched = extract.export().from() == 0;
            return new Reading(untouched ? page : start().page(), null, pages, true, null);
        }
    }

    /** A list that gets an activation is read; one that loses it is forgotten, to be read anew. */
    void follow(ActivationSet set, long now) {
        for (Activation activation : set.activations()) {
            if (!readings.containsKey(activation.list())) {
                put(activation.list(), start());
            }
            if (!readings.get(activation.list()).page().complete()) {
                awaitedUntil.putIfAbsent(activation.list(), now + PATIENCE_MS);
            }
        }
        for (Long list : Map.copyOf(readings).keySet()) {
            if (set.activations().stream().noneMatch(a -> a.list() == list)) {
                readings.remove(list);
                awaitedUntil.remove(list);
                store.remove(Space.READS, Long.toString(list));
            }
        }
    }

    /** Extracts that are under way. */
    int extracts() {
        return (int) readings.values().stream().filter(one -> one.extract() != null).count();
    }

    /** When an extract is to be looked after next, {@code Long.MAX_VALUE} for never. */
    long nextLookAt(long now) {
        return readings.values().stream()
                .filter(one -> one.extract() != null && one.call() == null)
                .mapToLong(one -> one.extract().lookAt())
                .filter(at -> at > now)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The lists whose next page may be asked for. */
    List<Long> due(long now) {
        return readings.entrySet().stream()
                .filter(entry -> entry.getValue().due(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether who is on the list may be known in a moment, so that adding people now is rash. */
    boolean awaited(long list, long now) {
        return now < awaitedUntil.getOrDefault(list, 0L);
    }

    /** Whether it has been read for so long that nobody should wait for it any more. */
    boolean isLong(long list, long now) {
        return now > awaitedUntil.getOrDefault(list, 0L) + LONG_MS;
    }

    void completed(long list, long now) {
        awaitedUntil.computeIfPresent(list, (any, until) -> Math.min(until, now + SETTLE_MS));
    }

    Set<Long> awaited() {
        return awaitedUntil.keySet();
    }

    Reading get(long list) {
        return readings.get(list);
    }

    void put(long list, Reading reading) {
        readings.put(list, reading);
        store.put(Space.READS, Long.toString(list), ReadingCodec.encode(reading));
    }

    static Reading start() {
        return new Reading(new ListPage(-1, null, false, 0), null);
    }
}

package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.report.ListPage;
import io.rollcall.schedule.SchedulerStore.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How far each list with an activation has been read; read once, page by page. */
final class ListReads {

    private static final int VERSION = 1;

    /** Additions wait this long for a list's first read: most of its members need no call then. */
    private static final long PATIENCE_MS = 60_000;

    /** And this long after it, while the ledger takes back the wishes that the read has settled. */
    private static final long SETTLE_MS = 1_000;

    private final SchedulerStore store;

    /** Until when additions wait; not in state, since a restart may be patient again. */
    private final Map<Long, Long> awaitedUntil = new HashMap<>();

    private final Map<Long, Reading> readings = new TreeMap<>();

    ListReads(SchedulerStore store) {
        this.store = store;
        store.all(Space.READS)
                .forEach(e -> readings.put(Long.parseLong(e.getKey()), decode(e.getValue())));
    }

    /**
     * A read of one list: {@code page} is the next to ask for, generation -1 before the first was
     * announced; {@code call} is the page that is being asked for.
     */
    record Reading(ListPage page, String call) {

        boolean due() {
            return call == null && !page.complete();
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

    /** The lists whose next page may be asked for. */
    List<Long> due() {
        return readings.entrySet().stream()
                .filter(entry -> entry.getValue().due())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether who is on the list may be known in a moment, so that adding people now is rash. */
    boolean awaited(long list, long now) {
        return now < awaitedUntil.getOrDefault(list, 0L);
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
        store.put(Space.READS, Long.toString(list), encode(reading));
    }

    static Reading start() {
        return new Reading(new ListPage(-1, null, false, 0), null);
    }

    private static byte[] encode(Reading reading) {
        Packer out = new Packer();
        out.put(VERSION);
        out.varint(reading.page().generation() + 1);
        out.string(reading.page().nextToken());
        out.put(reading.page().complete() ? 1 : 0);
        out.string(reading.call());
        return out.bytes();
    }

    private static Reading decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        Version.check(in.get(), VERSION, "list read");
        ListPage page = new ListPage(in.varint() - 1, in.string(), in.get() != 0, 0);
        return new Reading(page, in.string());
    }
}

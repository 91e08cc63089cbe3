package io.rollcall.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known of the lists that are fed: how far they were read, held, or to be tried again. */
final class KnownLists {

    private final Map<ListKey, ListRead> reads = new HashMap<>();
    private final Set<ListKey> held = new HashSet<>();
    private final Map<ListKey, Map<String, Long>> retries = new HashMap<>();
    private final Map<ListKey, Long> strangersFrom = new HashMap<>();

    void retain(Collection<ListKey> fed) {
        reads.keySet().retainAll(fed);
        held.retainAll(fed);
    }

    /** Takes note of a read; false when it is an older one. */
    boolean read(ListRead read) {
        ListRead before = reads.get(ListKey.of(read));
        boolean newer = before == null || read.generation() >= before.generation();
        if (!newer || read.equals(before)) {
            return false;
        }
        reads.put(ListKey.of(read), read);
        return true;
    }

    /** Takes note of a hold or a release; false when that was known. */
    boolean hold(ListHold hold) {
        ListKey key = ListKey.of(hold);
        return hold.held() ? held.add(key) : held.remove(key);
    }

    boolean isHeld(Target target) {
        return !held.isEmpty() && held.contains(ListKey.of(target));
    }

    /** Takes note of what is to be tried again; false when that was known. */
    boolean retry(Retry retry) {
        ListKey key = new ListKey(retry.instance(), retry.list());
        Map<String, Long> codes = retries.computeIfAbsent(key, any -> new HashMap<>());
        Long before = codes.put(retry.code(), retry.offset());
        return before == null || before != retry.offset();
    }

    boolean retries(Target target, String code, long seen) {
        if (code == null || retries.isEmpty()) {
            return false;
        }
        return retries.getOrDefault(ListKey.of(target), Map.of()).getOrDefault(code, -1L) > seen;
    }

    void spareStrangers(ListRead read, long until) {
        strangersFrom.put(ListKey.of(read), until);
    }

    void spareStrangers(long until) {
        reads.values().forEach(read -> spareStrangers(read, until));
    }

    boolean judgesStrangers(ListKey list, long now) {
        return readGeneration(list) >= 0 && now >= strangersFrom.getOrDefault(list, 0L);
    }

    /** The generation of the list's newest complete read, or -1 when it was never read. */
    long readGeneration(ListKey list) {
        ListRead read = reads.get(list);
        return read != null && read.complete() ? read.generation() : -1;
    }
}

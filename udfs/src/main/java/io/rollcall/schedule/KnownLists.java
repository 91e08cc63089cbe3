package io.rollcall.schedule;

import io.rollcall.schedule.SchedulerStore.Space;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How far each list by name is on its way to an id, as it stands in state. */
final class KnownLists {

    private static final String KEY = "list/";

    private final Desk desk;
    private final Map<String, NamedList> lists = new TreeMap<>();

    KnownLists(Desk desk) {
        this.desk = desk;
        for (Map.Entry<String, byte[]> entry : desk.store.all(Space.SET_UP)) {
            if (entry.getKey().startsWith(KEY)) {
                NamedList list = NamedList.decode(entry.getValue());
                lists.put(list.key(), list);
            }
        }
    }

    /** Null for one that is not known. */
    NamedList get(String key) {
        return lists.get(key);
    }

    /** A copy, in the order of their names. */
    List<NamedList> all() {
        return List.copyOf(lists.values());
    }

    /** The first one like this that may be used, or null. */
    NamedList usable(Predicate<NamedList> which) {
        return lists.values().stream()
                .filter(NamedList::isUsable)
                .filter(which)
                .findFirst()
                .orElse(null);
    }

    void put(NamedList list) {
        lists.put(list.key(), list);
        desk.store.put(Space.SET_UP, KEY + list.key(), list.encode());
        desk.showPauses();
    }

    void forget(NamedList list) {
        lists.remove(list.key());
        desk.store.remove(Space.SET_UP, KEY + list.key());
        desk.showPauses();
    }
}

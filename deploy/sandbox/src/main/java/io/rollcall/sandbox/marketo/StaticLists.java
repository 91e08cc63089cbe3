package io.rollcall.sandbox.marketo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The static lists of a subscription and the folders they stand in. */
public final class StaticLists {
    /** The folder of lists that say nothing. */
    public static final String GROUP_LISTS = "Group Lists";

    private static final long FIRST_FOLDER = 12;

    private final ShiftedClock clock;
    private final Map<Long, StaticList> byId = new LinkedHashMap<>();
    private final List<Folder> folders = new ArrayList<>();
    private long nextId = 1001;

    StaticLists(ShiftedClock clock) {
        this.clock = clock;
        folder(GROUP_LISTS);
    }

    /** The folder of this name, made if missing. */
    public synchronized Folder folder(String name) {
        return findFolder(name)
                .orElseGet(
                        () -> {
                            long id = FIRST_FOLDER + folders.size();
                            folders.add(new Folder(id, name, clock.millis()));
                            return folders.get(folders.size() - 1);
                        });
    }

    public synchronized Optional<Folder> findFolder(String name) {
        return folders.stream().filter(folder -> folder.name().equals(name)).findFirst();
    }

    public synchronized Optional<Folder> findFolder(long id) {
        return folders.stream().filter(folder -> folder.id() == id).findFirst();
    }

    public StaticList create(String name) {
        return create(name, folder(GROUP_LISTS));
    }

    public synchronized StaticList create(String name, Folder folder) {
        return create(nextId, name, folder);
    }

    public synchronized StaticList create(long id, String name, Folder folder) {
        if (byId.containsKey(id) || find(name).isPresent()) {
            throw new IllegalArgumentException("list " + id + " " + name + " exists already");
        }
        StaticList list = new StaticList(id, name, folder, clock.millis());
        byId.put(id, list);
        nextId = Math.max(nextId, id + 1);
        return list;
    }

    public synchronized boolean delete(long id) {
        return byId.remove(id) != null;
    }

    public synchronized Optional<StaticList> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized Optional<StaticList> find(String name) {
        return byId.values().stream().filter(list -> list.name().equals(name)).findFirst();
    }

    /** For tests, which know that it is there. */
    public StaticList get(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no list " + id));
    }

    public StaticList known(long id) throws Refusal {
        return find(id).orElseThrow(
                        () -> new Refusal("1013", "List with id '" + id + "' not found"));
    }

    public synchronized List<StaticList> all() {
        return List.copyOf(byId.values());
    }
}

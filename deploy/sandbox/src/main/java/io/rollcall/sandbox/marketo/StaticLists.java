package io.rollcall.sandbox.marketo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The static lists of a subscription and the folders they stand in. */
public final class StaticLists {
    /** The folder of lists that say nothing. */
    public static final String GROUP_LISTS = "Group Lists";

    private final ShiftedClock clock;
    private final Map<Long, StaticList> byId = new LinkedHashMap<>();
    private final Folders folders;
    private long nextId = 1001;

    StaticLists(ShiftedClock clock) {
        this.clock = clock;
        this.folders = new Folders(clock);
        folder(GROUP_LISTS);
    }

    public Folders folders() {
        return folders;
    }

    /** The folder of this name, made if missing. */
    public Folder folder(String name) {
        return folders.make(Folder.Type.FOLDER, name, Folder.DEFAULT_WORKSPACE);
    }

    public Folder program(String name) {
        return folders.make(Folder.Type.PROGRAM, name, Folder.DEFAULT_WORKSPACE);
    }

    public StaticList create(String name) {
        return create(name, folder(GROUP_LISTS));
    }

    public synchronized StaticList create(String name, Folder folder) {
        return create(nextId, name, folder);
    }

    public StaticList create(long id, String name) {
        return create(id, name, folder(GROUP_LISTS));
    }

    public synchronized StaticList create(long id, String name, Folder folder) {
        if (byId.containsKey(id)) {
            throw new IllegalArgumentException("list " + id + " exists already");
        }
        checkFree(name, folder.workspace());
        StaticList list = new StaticList(id, name, folder, clock.millis());
        byId.put(id, list);
        nextId = Math.max(nextId, id + 1);
        return list;
    }

    /** Names are told apart inside a workspace only. */
    private void checkFree(String name, String workspace) {
        if (named(name).stream().anyMatch(l -> l.folder().workspace().equals(workspace))) {
            throw new IllegalArgumentException("a list " + name + " exists already");
        }
    }

    /** Empty if there is no such list. */
    public synchronized Optional<StaticList> rename(long id, String name) {
        Optional<StaticList> list = find(id);
        if (list.isPresent() && !list.get().name().equals(name)) {
            checkFree(name, list.get().folder().workspace());
            list.get().rename(name, clock.millis());
        }
        return list;
    }

    public synchronized boolean delete(long id) {
        return byId.remove(id) != null;
    }

    /** A deleted list is back, under its id and with its members. */
    public synchronized void restore(StaticList list) {
        byId.put(list.id(), list);
    }

    public synchronized Optional<StaticList> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<StaticList> find(String name) {
        return named(name).stream().findFirst();
    }

    public synchronized List<StaticList> named(String name) {
        return byId.values().stream().filter(list -> list.name().equals(name)).toList();
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

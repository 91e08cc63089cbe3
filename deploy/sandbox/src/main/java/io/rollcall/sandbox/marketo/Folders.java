package io.rollcall.sandbox.marketo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders and programs of a subscription. A name is taken once in each workspace. */
public final class Folders {
    private static final long FIRST = 12;

    private final ShiftedClock clock;
    private final List<Folder> all = new ArrayList<>();

    Folders(ShiftedClock clock) {
        this.clock = clock;
    }

    /** The one of this name, made if missing. */
    public synchronized Folder make(Folder.Type type, String name, String workspace) {
        return all.stream()
                .filter(f -> f.type() == type && f.name().equals(name))
                .filter(f -> f.workspace().equals(workspace))
                .findFirst()
                .orElseGet(() -> add(type, name, workspace));
    }

    private Folder add(Folder.Type type, String name, String workspace) {
        long id = FIRST + all.stream().filter(folder -> folder.type() == type).count();
        all.add(new Folder(id, type, name, workspace, clock.millis()));
        return all.get(all.size() - 1);
    }

    public synchronized List<Folder> find(Folder.Type type, String name) {
        return all.stream().filter(f -> f.type() == type && f.name().equals(name)).toList();
    }

    public synchronized Optional<Folder> find(Folder.Type type, long id) {
        return all.stream().filter(folder -> folder.is(type, id)).findFirst();
    }
}

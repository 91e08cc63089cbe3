package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.schedule.SchedulerStore.Space;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The imports of one instance, and the files that are being made for them. */
final class Imports {

    /** Marketo's word for a list that is being imported to. */
    private static final String IMPORTED_TO = "1019";

    private final Desk desk;
    private final Map<String, Import> imports = new LinkedHashMap<>();
    private final Map<String, ImportFile> files = new LinkedHashMap<>();
    private final EndedImports ended = new EndedImports();

    Imports(Desk desk) {
        this.desk = desk;
        desk.store.all(Space.IMPORTS).forEach(e -> keep(ImportCodec.decode(e.getValue())));
    }

    private void keep(Import one) {
        imports.put(one.id, one);
    }

    Collection<Import> all() {
        return new ArrayList<>(imports.values());
    }

    Import get(String id) {
        return imports.get(id);
    }

    void save(Import one) {
        keep(one);
        desk.store.put(Space.IMPORTS, one.id, ImportCodec.encode(one));
    }

    void remove(Import one) {
        imports.remove(one.id);
        ended.add(one, desk.now());
        files.remove(one.id);
        desk.store.remove(Space.IMPORTS, one.id);
    }

    /** The file that is being made for it, null after a restart. */
    ImportFile file(Import one) {
        return files.get(one.id);
    }

    void file(Import one, ImportFile file) {
        files.put(one.id, file);
    }

    /** Whether there is somebody in its file, and its list may be added to. */
    boolean mayBeSent(Import one) {
        ImportFile file = file(one);
        return file != null && file.size() > 0 && desk.importQueues.mayAdd(one.list);
    }

    List<OpenCall> parts(Import one) {
        return desk.calls.all().stream()
                .filter(call -> call.kind == CallKind.ROWS && Import.of(call).equals(one.id))
                .toList();
    }

    /**
     * Whether an import is what this refusal is about, whose end will be heard: the refusals end
     * with it. Of a lost one Marketo will not say when it is over.
     */
    boolean explain(String code, long list) {
        return code.equals(IMPORTED_TO) && on(list).anyMatch(one -> one.phase != Import.Phase.LOST);
    }

    boolean isUnderWay(long list) {
        return on(list).findAny().isPresent();
    }

    /**
     * People in the file of this work that is under way or was a moment ago, 0 for none. Nobody
     * waits an hour for a lost one so that a few calls are spared.
     */
    int latest(ImportWork work) {
        return on(work.list())
                .filter(one -> one.kind == work.kind() && one.phase != Import.Phase.LOST)
                .mapToInt(one -> one.rows)
                .findAny()
                .orElseGet(() -> ended.rows(work, desk.now()));
    }

    private Stream<Import> on(long list) {
        return imports.values().stream().filter(one -> one.list == list);
    }

    /**
     * Whether a wish that stands in this call changes in time to be left out of the file. That of
     * an earlier run may have gone, which only the topic tells.
     */
    boolean gives(String call, String wishKey) {
        OpenCall part = call == null || call.indexOf('.') < 0 ? null : desk.calls.get(call);
        Import one = part == null ? null : imports.get(Import.of(part));
        if (one == null || !part.isOf(desk.run) || !one.phase.isBeforeRelease()) {
            return false;
        }
        desk.calls.leave(part, wishKey);
        ImportFile file = files.get(one.id);
        if (file != null) {
            file.remove(wishKey);
        }
        return true;
    }

    /** What Marketo refused because of this import need wait no longer, but for the next one. */
    void freeList(Import one) {
        String nextImport = CallKind.IMPORT + "/" + one.list;
        boolean waited =
                desk.book
                        .pauses
                        .entrySet()
                        .removeIf(
                                pause ->
                                        pause.getValue().reason().equals(IMPORTED_TO)
                                                && !pause.getKey().equals(nextImport)
                                                && pause.getKey().endsWith("/" + one.list));
        if (waited) {
            desk.saveBook();
        }
    }

    /** Whether something is to be done soon, without anything being heard. */
    boolean areBusy() {
        return imports.values().stream()
                .anyMatch(
                        one ->
                                one.phase == Import.Phase.FILLING
                                        || one.phase == Import.Phase.CHECKING
                                        || one.phase == Import.Phase.OVER);
    }
}

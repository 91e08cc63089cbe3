package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.ListName;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.schedule.NamedList.Stage;
import io.rollcall.schedule.SchedulerStore.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The lists of an instance that the configuration knows by name, each on its way to an id. */
final class NamedLists {

    private static final String KEY = "list/";

    private final Desk desk;
    private final SetUps steps;
    private final Notices notices;
    private final Map<String, NamedList> lists = new TreeMap<>();

    /** Lists that another activation feeds already; not in state: they are told again. */
    private Map<String, String> doubles = Map.of();

    private Map<String, Activation> named = Map.of();

    NamedLists(Desk desk, SetUps steps, Notices notices) {
        this.desk = desk;
        this.steps = steps;
        this.notices = notices;
        for (Map.Entry<String, byte[]> entry : desk.store.all(Space.SET_UP)) {
            if (entry.getKey().startsWith(KEY)) {
                NamedList list = NamedList.decode(entry.getValue());
                lists.put(list.key(), list);
            }
        }
    }

    private ListSteps.Moments moments() {
        return ListSteps.Moments.from(desk.now(), desk.settings.probes());
    }

    /** The id of a list, 0 while it has none that may be used. */
    long idOf(ListName name) {
        NamedList list = lists.get(name.key());
        return list != null && list.isUsable() ? list.list() : 0;
    }

    Map<String, Pause> held() {
        Map<String, Pause> held = new HashMap<>();
        for (NamedList list : lists.values()) {
            if (list.reason() != null) {
                held.put("list " + list.key(), new Pause(list.notBefore(), list.reason(), 1));
            }
        }
        doubles.forEach((key, why) -> held.put("list " + key, new Pause(Long.MAX_VALUE, why, 1)));
        return held;
    }

    /** Takes over which lists are named; one that only changed its name may keep its id. */
    void follow(ActivationSet set) {
        named = new TreeMap<>();
        for (Activation activation : set.activations()) {
            if (activation.named() != null) {
                named.putIfAbsent(activation.named().key(), activation);
            }
        }
        notices.follow(named);
        named.values().forEach(this::follow);
        for (NamedList list : List.copyOf(lists.values())) {
            if (!named.containsKey(list.key())) {
                forget(list);
            }
        }
    }

    private void follow(Activation activation) {
        ListName name = activation.named();
        if (lists.containsKey(name.key())) {
            return;
        }
        String matter = Objects.toString(activation.namespace(), "") + ":" + activation.audience();
        NamedList before = name.rename() ? of(matter) : null;
        if (before == null) {
            put(NamedList.wanted(name, matter));
        } else {
            forget(before);
            put(before.renamedTo(name));
            tellFound(before.renamedTo(name));
        }
    }

    private NamedList of(String matter) {
        return lists.values().stream()
                .filter(list -> list.matter().equals(matter) && list.isUsable())
                .findFirst()
                .orElse(null);
    }

    /** Which of them another activation feeds already, as the set was resolved. */
    void compare(ActivationSet all, ActivationSet resolved) {
        Map<String, String> now = new TreeMap<>();
        for (Activation activation : all.activations()) {
            long id = activation.named() == null ? 0 : idOf(activation.named());
            for (Activation other : id == 0 ? List.<Activation>of() : resolved.activations()) {
                if (other.list() == id && !other.equals(activation.on(activation.named(), id))) {
                    now.put(
                            activation.named().key(),
                            "list "
                                    + id
                                    + " is fed by audience "
                                    + other.audience()
                                    + " already; one list has one activation");
                }
            }
        }
        now.forEach(
                (key, why) -> {
                    if (!why.equals(doubles.get(key))) {
                        notices.held(lists.get(key), why, null, null);
                    }
                });
        doubles = now;
    }

    /** A list that Marketo made a moment ago may be used at last. */
    void tick() {
        for (NamedList list : List.copyOf(lists.values())) {
            if (list.stage() == Stage.NEW && list.notBefore() <= desk.now()) {
                found(list.found(list.list(), list.name()), "created", null);
            }
        }
    }

    /** Marketo says that a list does not exist any more. */
    void gone(long id) {
        NamedList list = named(id);
        if (list == null) {
            notices.gone(id);
            return;
        }
        put(list.at(Stage.GONE).held(ListSteps.GONE, moments().goneAgain()));
        notices.held(list, ListSteps.GONE, "1013", null);
        desk.settleLists();
    }

    private NamedList named(long id) {
        return lists.values().stream()
                .filter(list -> list.isUsable() && list.list() == id)
                .findFirst()
                .orElse(null);
    }

    OpenCall next() {
        for (NamedList list : List.copyOf(lists.values())) {
            CallKind kind = ListSteps.next(list);
            boolean due = kind != null && list.notBefore() <= desk.now();
            String why = due ? idle(kind, list) : null;
            if (why != null) {
                idle(list, why);
            } else if (due && steps.mayAsk(kind, list.key())) {
                long id = kind == CallKind.LIST_RENAME ? list.list() : 0;
                return steps.call(kind, id, ListSteps.asking(list));
            }
        }
        return null;
    }

    /** Why this list is neither made nor renamed for now, null where it may be. */
    private String idle(CallKind kind, NamedList list) {
        Activation.Handling handling = named.get(list.key()).handling();
        boolean changes = kind == CallKind.LIST_CREATE || kind == CallKind.LIST_RENAME;
        if (!changes || !handling.dryRun() && !handling.paused()) {
            return null;
        }
        String mode = handling.dryRun() ? "a dry run" : "paused";
        String what = kind == CallKind.LIST_CREATE ? "created" : "renamed";
        return mode + ": the list would be " + what;
    }

    private void idle(NamedList list, String why) {
        if (!why.equals(list.reason())) {
            notices.held(list, why, null, null);
        }
        put(list.held(why, moments().again()));
    }

    void ended(Report end) {
        NamedList before = lists.get(end.setUp().subject());
        if (before == null) {
            return;
        }
        NamedList after = ListSteps.ended(before, end, moments());
        if (after.reason() != null && !after.reason().equals(before.reason())) {
            notices.held(after, after.reason(), end.code(), end);
        }
        if (after.isUsable() && !(before.isUsable() && before.list() == after.list())) {
            found(after, "found", end);
        } else if (!after.equals(before)) {
            put(after);
            if (before.stage() == Stage.MISNAMED && after.stage() == Stage.FOUND) {
                notices.applied(after, "renamed", end);
            }
            desk.settleLists();
        }
    }

    private void found(NamedList list, String how, Report end) {
        // It may have been gone under the same id.
        desk.book.pauses.keySet().removeIf(work -> work.endsWith("/" + list.list()));
        put(list);
        tellFound(list);
        notices.applied(list, how, end);
        desk.settleLists();
    }

    private void tellFound(NamedList list) {
        SetUp which = SetUp.asking(list.key(), null);
        desk.reports.setUp(Report.Kind.LIST_FOUND, list.list(), which);
    }

    private void put(NamedList list) {
        lists.put(list.key(), list);
        desk.store.put(Space.SET_UP, KEY + list.key(), list.encode());
        desk.showPauses();
    }

    private void forget(NamedList list) {
        lists.remove(list.key());
        desk.store.remove(Space.SET_UP, KEY + list.key());
        desk.showPauses();
    }
}

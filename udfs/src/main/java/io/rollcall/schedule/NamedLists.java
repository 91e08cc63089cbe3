package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.ListName;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.schedule.NamedList.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The lists of an instance that the configuration knows by name, each on its way to an id. */
final class NamedLists {

    private final Desk desk;
    private final SetUps steps;
    private final Notices notices;
    private final KnownLists lists;
    private final DoublyFed doubles = new DoublyFed(activation -> idOf(activation.named()));
    private Map<String, Activation> named = Map.of();

    NamedLists(Desk desk, SetUps steps, Notices notices) {
        this.desk = desk;
        this.steps = steps;
        this.notices = notices;
        this.lists = new KnownLists(desk);
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
        for (NamedList list : lists.all()) {
            if (list.reason() != null) {
                held.put("list " + list.key(), new Pause(list.notBefore(), list.reason(), 1));
            }
        }
        doubles.reasons()
                .forEach((key, why) -> held.put("list " + key, new Pause(Long.MAX_VALUE, why, 1)));
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
        for (NamedList list : lists.all()) {
            if (!named.containsKey(list.key())) {
                lists.forget(list);
            }
        }
    }

    private void follow(Activation activation) {
        ListName name = activation.named();
        if (lists.get(name.key()) != null) {
            return;
        }
        String matter = Objects.toString(activation.namespace(), "") + ":" + activation.audience();
        NamedList before =
                name.rename() ? lists.usable(list -> list.matter().equals(matter)) : null;
        if (before == null) {
            lists.put(NamedList.wanted(name, matter));
        } else {
            lists.forget(before);
            lists.put(before.renamedTo(name));
            tellFound(before.renamedTo(name));
        }
    }

    /** Which of them another activation feeds already, as the set was resolved. */
    void compare(ActivationSet all, ActivationSet resolved) {
        doubles.compare(all, resolved)
                .forEach((key, why) -> notices.held(lists.get(key), why, null, null));
    }

    /** A list that Marketo made a moment ago may be used at last. */
    void tick() {
        for (NamedList list : lists.all()) {
            if (list.stage() == Stage.NEW && list.notBefore() <= desk.now()) {
                found(list.found(list.list(), list.name()), "created", null);
            }
        }
    }

    /** Marketo says that a list does not exist any more. */
    void gone(long id) {
        NamedList list = lists.usable(any -> any.list() == id);
        if (list == null) {
            notices.gone(id);
            return;
        }
        lists.put(list.at(Stage.GONE).held(ListSteps.GONE, moments().goneAgain()));
        notices.held(list, ListSteps.GONE, "1013", null);
        desk.settleLists();
    }

    OpenCall next() {
        for (NamedList list : lists.all()) {
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
        lists.put(list.held(why, moments().again()));
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
            lists.put(after);
            if (before.stage() == Stage.MISNAMED && after.stage() == Stage.FOUND) {
                notices.applied(after, "renamed", end);
            }
            desk.settleLists();
        }
    }

    private void found(NamedList list, String how, Report end) {
        // It may have been gone under the same id.
        desk.book.pauses.keySet().removeIf(work -> work.endsWith("/" + list.list()));
        lists.put(list);
        tellFound(list);
        notices.applied(list, how, end);
        desk.settleLists();
    }

    private void tellFound(NamedList list) {
        SetUp which = SetUp.asking(list.key(), null);
        desk.reports.setUp(Report.Kind.LIST_FOUND, list.list(), which);
    }
}

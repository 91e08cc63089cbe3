package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has to be so before anybody can be sent to an instance, step by step. Each step is a call
 * like any other, so that it keeps the limits and survives a restart like any other; who leaves a
 * list that is known waits for none of them.
 */
final class SetUps {

    private final Desk desk;
    final InstanceSetUp instance;
    final NamedLists lists;

    SetUps(Desk desk) {
        this.desk = desk;
        Notices notices = new Notices(desk);
        this.instance = new InstanceSetUp(desk, this, notices);
        this.lists = new NamedLists(desk, this, notices);
    }

    /** The next step that may be taken now, null for none. */
    OpenCall next() {
        if (!desk.hasActivations()) {
            return null;
        }
        OpenCall next = instance.next();
        return next != null ? next : lists.next();
    }

    void ended(Report end) {
        switch (end.call()) {
            case DESCRIBE -> instance.described(end);
            case PARTITIONS -> instance.partitions(end);
            default -> lists.ended(end);
        }
    }

    /** What is held and why, beside the pauses: for people to see. */
    Map<String, Pause> held() {
        Map<String, Pause> held = new TreeMap<>(lists.held());
        held.putAll(instance.held());
        return held;
    }

    /** One step of a matter at a time, and none while its list may be being made. */
    boolean mayAsk(CallKind kind, String subject) {
        for (OpenCall call : desk.calls.all()) {
            boolean runs =
                    call.state != OpenCall.State.MAY_RUN || call.kind == CallKind.LIST_CREATE;
            boolean same =
                    subject == null
                            ? call.kind == kind
                            : call.setUp != null && subject.equals(call.setUp.subject());
            if (runs && same) {
                return false;
            }
        }
        return !desk.isPaused(kind, subject == null ? "0" : subject);
    }

    OpenCall call(CallKind kind, long list, SetUp asking) {
        OpenCall call = new OpenCall(desk.newId(), desk.run, kind, list, List.of());
        call.setUp = asking;
        return call;
    }
}

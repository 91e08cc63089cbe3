package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.wish.Lane;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The calls of one instance that are not over, and what they bar. At most a few dozen of at most
 * 300 members, and those of imports: they live on the heap, and in state for a restart.
 */
final class Calls {

    private final SchedulerStore store;
    private final Map<String, OpenCall> calls = new LinkedHashMap<>();
    private final CallIndex byKey = new CallIndex();
    private int creating;

    Calls(SchedulerStore store) {
        this.store = store;
        store.all(Space.CALLS).forEach(e -> index(OpenCall.decode(e.getValue())));
    }

    Collection<OpenCall> all() {
        return new ArrayList<>(calls.values());
    }

    OpenCall get(String id) {
        return calls.get(id);
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Those that take a place at Marketo. */
    int size() {
        return count(call -> call.kind.isRest());
    }

    /** Those of the Data Ingestion API. */
    int ingesting() {
        return count(call -> call.kind == CallKind.INGEST);
    }

    private int count(Predicate<OpenCall> which) {
        int count = 0;
        for (OpenCall call : calls.values()) {
            count += which.test(call) ? 1 : 0;
        }
        return count;
    }

    /** Announced and not yet released: the day's count does not hold them yet. */
    int announced() {
        return count(call -> call.kind.isRest() && call.state == OpenCall.State.ANNOUNCED);
    }

    /** People whom calls that are open or may run could still create. */
    int mayCreate() {
        return creating;
    }

    private static int creating(OpenCall call) {
        int creating = 0;
        for (OpenCall.Member member : call.members) {
            creating += member.valueHash() == 0 ? 0 : 1;
        }
        return creating;
    }

    void add(OpenCall call) {
        index(call);
        save(call);
    }

    void save(OpenCall call) {
        store.put(Space.CALLS, call.id, call.encode());
    }

    void remove(OpenCall call) {
        if (calls.remove(call.id) == null) {
            return;
        }
        creating -= creating(call);
        store.remove(Space.CALLS, call.id);
        call.members.forEach(member -> keys(member).forEach(key -> byKey.remove(key, call)));
    }

    /** This member leaves a call that was not sent yet. Written down by whoever sends it. */
    void leave(OpenCall call, String wishKey) {
        List<OpenCall.Member> stay = new ArrayList<>(call.members);
        for (OpenCall.Member member : call.members) {
            if (member.wishKey().equals(wishKey)) {
                keys(member).forEach(key -> byKey.remove(key, call));
                stay.remove(member);
            }
        }
        creating -= creating(call);
        call.members = stay;
        creating += creating(call);
    }

    /** A call other than {@code own} that must be over before this wish may go, or null. */
    OpenCall barring(Held held, String own) {
        CallKind kind = held.queueKey().callKind();
        for (OpenCall call : byKey.of(held.wish().key())) {
            boolean overtakes = overtakes(call.kind, held) && !call.id.equals(own);
            if (call.kind.contraryTo(kind) || overtakes) {
                return call;
            }
        }
        for (OpenCall call : byKey.of(valueKey(held.valueHash()))) {
            if (!call.id.equals(own)) {
                return call;
            }
        }
        return null;
    }

    /**
     * Two writes to one lead must not overtake each other: the older value would stay. Nor may a
     * creation still run when someone is deleted, or looked for in order to be.
     */
    private static boolean overtakes(CallKind open, Held held) {
        return switch (held.queueKey().callKind()) {
            case UPSERT -> writes(open) || open == CallKind.DELETE;
            case DELETE -> writes(open);
            case LOOKUP -> held.wish().lane() == Lane.CONSENT && writes(open);
            default -> false;
        };
    }

    private static boolean writes(CallKind open) {
        return open == CallKind.UPSERT || open == CallKind.ROWS;
    }

    private void index(OpenCall call) {
        calls.put(call.id, call);
        creating += creating(call);
        for (OpenCall.Member member : call.members) {
            keys(member).forEach(key -> byKey.add(key, call));
        }
    }

    private static List<String> keys(OpenCall.Member member) {
        return member.valueHash() == 0
                ? List.of(member.wishKey())
                : List.of(member.wishKey(), valueKey(member.valueHash()));
    }

    private static String valueKey(long valueHash) {
        return "V" + valueHash;
    }
}

package io.rollcall.schedule;

import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.wish.Wish;

/** Holds one wish per (list, lead) and per person, the newest, where it belongs. */
final class Wishes {

    private final Desk desk;

    Wishes(Desk desk) {
        this.desk = desk;
    }

    Held get(String key) {
        byte[] stored = desk.store.get(Space.WISHES, key);
        return stored == null ? null : Held.decode(desk.instance.munchkinId(), stored);
    }

    void put(String key, Held held) {
        desk.store.put(Space.WISHES, key, held.encode());
    }

    void take(Wish wish) {
        Held held = get(wish.key());
        if (wish.kind().withdraws()) {
            withdraw(wish, held);
        } else if (desk.recentEnds.settles(wish)) {
            needless(wish, held);
        } else if (held == null) {
            place(Held.fresh(wish));
        } else if (yields(held.wish(), wish)) {
            replace(held, wish);
        }
    }

    private void needless(Wish wish, Held held) {
        desk.out.count(SchedulerMetric.NEEDLESS);
        if (held != null && held.wish().person().equals(wish.person())) {
            drop(wish.key(), held);
        }
    }

    private void withdraw(Wish wish, Held held) {
        if (held != null && held.wish().person().equals(wish.person())) {
            drop(wish.key(), held);
        }
    }

    /** Of two people on one lead the newer assertion counts, and refusal on a tie. */
    private boolean yields(Wish held, Wish newer) {
        if (held.person().equals(newer.person())) {
            return true;
        }
        desk.out.count(SchedulerMetric.SHARED_LEAD);
        return newer.assertedAt() > held.assertedAt()
                || newer.assertedAt() == held.assertedAt() && newer.kind() == Wish.Kind.REMOVE;
    }

    private void replace(Held held, Wish wish) {
        Held replaced = held.with(wish);
        boolean staysInQueue =
                held.queue() != null && held.queue().equals(replaced.queueKey().text());
        boolean staysInCall = held.call() != null && !desk.imports.gives(held.call(), wish.key());
        if (staysInCall || staysInQueue) {
            put(wish.key(), replaced);
        } else {
            desk.queues.leave(held);
            place(replaced.waiting());
        }
    }

    /** Into its queue, or behind the call that has to be over first. */
    void place(Held held) {
        String key = held.wish().key();
        OpenCall bar = bar(held, null);
        if (bar == null) {
            put(key, desk.queues.append(held, key, desk.now()));
        } else {
            waitFor(bar, key, held);
        }
    }

    OpenCall bar(Held held, String own) {
        return desk.settings.holds(ProtocolRule.NO_CONTRARY_CALL)
                ? desk.calls.barring(held, own)
                : null;
    }

    void waitFor(OpenCall bar, String key, Held held) {
        put(key, held.waiting());
        if (!bar.waiting.contains(key)) {
            bar.waiting.add(key);
            desk.calls.save(bar);
        }
    }

    void drop(String key, Held held) {
        desk.queues.leave(held);
        desk.imports.gives(held.call(), key);
        desk.store.remove(Space.WISHES, key);
    }

    /** A call is over: whoever waited for it may be placed again. */
    void release(OpenCall over) {
        for (String key : over.waiting) {
            Held held = get(key);
            if (held != null && held.queue() == null && held.call() == null) {
                place(held);
            }
        }
    }
}

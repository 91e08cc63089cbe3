package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.HashMap;
import java.util.Map;

/**
 * When a queue may send: at once when full, later as the day's pace is used, never while blocked.
 */
final class DueTimes {

    /** Up to this use of the window light load goes at once. */
    private static final double EASY_WINDOW = 0.5;

    /** What a live change may wait for a full call. */
    private static final long FILLS_SOON_MS = 2_000;

    private final Desk desk;
    private final Pace pace;
    private final Room room;

    /** Whether leads of many people are being asked for: looked up once for all queues. */
    private boolean manyAskedFor;

    /** People who may share calls, by work: counted once for all queues, since there are many. */
    private Map<String, Integer> sharing = Map.of();

    private double windowUse;

    DueTimes(Desk desk, Pace pace, Room room) {
        this.desk = desk;
        this.pace = pace;
        this.room = room;
    }

    /** Before a round over the queues. */
    void lookAround() {
        manyAskedFor = asksForMany();
        sharing = sharing();
        windowUse = room.windowUse();
    }

    /** When this queue may send, as far as is known now; {@code Long.MAX_VALUE} for not yet. */
    long at(Queue queue) {
        long now = desk.now();
        boolean leaving = queue.key.lane().isLeaving();
        boolean blocked =
                queue.live == 0
                        || queue.key.list() != 0 && !desk.mayChange(queue.key.list())
                        || desk.isPaused(desk.callKind(queue.key), queue.key.target())
                        || !withinDay(queue.key)
                        || !leaving && awaitsRead(queue.key)
                        || desk.brakes.stops(queue.key)
                        || desk.importQueues.reserves(queue.key)
                        || most(queue) <= 0;
        if (blocked) {
            return Long.MAX_VALUE;
        }
        boolean full = together(queue) >= desk.batch(queue.key);
        long wait = full ? desk.importQueues.glance(queue.key) : partFullWait(queue);
        wait = Math.max(wait, queue.key.delay());
        if (queue.key.lane() == Lane.CLEARING) {
            wait = Math.max(wait, Brakes.SETTLE_MS);
        }
        return wait == Long.MAX_VALUE ? wait : queue.oldestAt + wait;
    }

    private boolean withinDay(QueueKey key) {
        boolean leaving = key.lane().isLeaving();
        return desk.ingests(key) || pace.withinDay(desk.book, desk.calls.announced(), leaving);
    }

    /** Only calls of REST are worth being spared. */
    private long partFullWait(Queue queue) {
        if (desk.ingests(queue.key)) {
            return desk.settings.flushMinAge().toMillis();
        }
        long wait = pace.wait(desk.book, queue.key.lane(), desk.now());
        if (queue.key.lane().isLeaving()) {
            return wait;
        }
        if (manyAskedFor && queue.key.kind().aboutList()) {
            wait = Math.max(wait, desk.settings.flushMaxAge().toMillis());
        }
        return Math.max(wait, Math.max(windowWait(), fillingWait(queue)));
    }

    /**
     * A queue that fills soon is worth waiting for: half-full calls cost the day as much as full
     * ones. When its growth stalls, the expected moment moves away and it goes as it is.
     */
    private long fillingWait(Queue queue) {
        long age = Math.max(desk.settings.flushMinAge().toMillis(), desk.now() - queue.oldestAt);
        long full = age * desk.batch(queue.key) / together(queue);
        return full <= FILLS_SOON_MS ? full : 0;
    }

    /** People who wait for their leads share calls, whatever lists they are to join. */
    private int together(Queue queue) {
        int all = queue.key.onto() == 0 ? 0 : sharing.getOrDefault(queue.key.sharedWork(), 0);
        return Math.max(queue.live, all);
    }

    private Map<String, Integer> sharing() {
        Map<String, Integer> people = new HashMap<>();
        for (Queue queue : desk.queues.all()) {
            if (queue.key.kind() == Wish.Kind.UPSERT && !desk.importQueues.reserves(queue.key)) {
                people.merge(queue.key.sharedWork(), queue.live, Integer::sum);
            }
        }
        return people;
    }

    /** A flood must not burn the window on small batches: they wait as its permits run out. */
    private long windowWait() {
        double strain = (windowUse - EASY_WINDOW) / (1 - EASY_WINDOW);
        return (long) (Math.max(0, strain) * desk.settings.flushMaxAge().toMillis());
    }

    /** Reading a list costs less than asking for and adding those who are on it already. */
    private boolean awaitsRead(QueueKey key) {
        return key.kind().aboutList()
                ? awaitsRead(key.list())
                : desk.reads.awaited().stream().anyMatch(this::awaitsRead);
    }

    /** A list that cannot be read now holds up nobody else. */
    private boolean awaitsRead(long list) {
        return desk.reads.awaited(list, desk.now())
                && !desk.isPaused(CallKind.READ, Long.toString(list));
    }

    /** A backlog of people whose lead is being asked for will fill a list's part-full batch. */
    private boolean asksForMany() {
        int half = SchedulerSettings.BATCH / 2;
        for (OpenCall call : desk.calls.all()) {
            boolean tellsLeads = call.kind.isRequest() && !call.kind.changesList();
            if (tellsLeads && call.members.size() >= half) {
                return true;
            }
        }
        for (Queue other : desk.queues.all()) {
            if (!other.key.kind().aboutList() && other.live >= half) {
                return true;
            }
        }
        return false;
    }

    /** Members a call may have for what is left of the people of today. */
    int most(Queue queue) {
        if (queue.key.kind() == Wish.Kind.UPSERT) {
            return desk.importQueues.mayCreate();
        }
        return desk.ingests(queue.key) ? room.leftToIngest() : SchedulerSettings.BATCH;
    }
}

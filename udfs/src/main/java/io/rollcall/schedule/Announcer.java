package io.rollcall.schedule;

import io.rollcall.activation.Limits;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses what to send next and announces it: higher lanes first, lists in turn inside a lane, as
 * long as credits, permits and the day allow.
 */
final class Announcer {

    /** After so many calls for people who leave, those who join get one too. */
    private static final int LEAVING_IN_A_ROW = 4;

    /** One of so many permits is kept for what happens now, and one credit. */
    private static final int PERMITS_TO_ONE_KEPT = 5;

    private final Desk desk;
    private final Batches batches;
    private final Reports reports;
    private final Releaser releaser;
    private final Pace pace;
    private final UsageChecks usage;
    private long readTurn;
    private int leavingInRow;

    /** Looked up once for all queues. */
    private boolean manyAskedFor;

    Announcer(Desk desk, Wishes wishes, Reports reports, Releaser releaser) {
        this.desk = desk;
        this.releaser = releaser;
        this.batches = new Batches(desk, wishes);
        this.reports = reports;
        this.pace = new Pace(desk.instance.limits(), desk.settings);
        this.usage = new UsageChecks(desk, pace);
    }

    void announceAllDue() {
        boolean more = desk.begun() && desk.heardActivations();
        while (more && mayCall()) {
            more = announceNext();
        }
    }

    private boolean mayCall() {
        return !desk.book.paused(Book.EVERYTHING, desk.now()) && roomAt(Lane.CONSENT) == 0;
    }

    /**
     * 0 where there are a credit and a permit for this lane, else when time may bring one. Lower
     * lanes leave some over: a backfill would use all that there are, and who leaves now waited for
     * the rest of the window.
     */
    private long roomAt(Lane lane) {
        boolean live = lane.compareTo(Lane.ADDITIONS) <= 0;
        int credits = maxInFlight();
        int permits = maxPermits();
        if (desk.calls.size() >= (live ? credits : Math.max(1, credits - 1))) {
            return Long.MAX_VALUE;
        }
        int usable = live ? permits : permits - permits / PERMITS_TO_ONE_KEPT;
        return permitsTaken(desk.now()) < usable ? 0 : desk.book.permits.nextFreeAt();
    }

    private int maxInFlight() {
        int lowered = desk.book.inFlightLimit;
        return lowered == 0 ? limits().maxInFlight() : Math.min(lowered, limits().maxInFlight());
    }

    private int maxPermits() {
        int lowered = desk.book.permitsLimit;
        return lowered == 0 ? limits().callsPer20s() : Math.min(lowered, limits().callsPer20s());
    }

    private int permitsTaken(long now) {
        int open = 0;
        for (OpenCall call : desk.calls.all()) {
            open += call.state == OpenCall.State.MAY_RUN ? 0 : 1;
        }
        return open + desk.book.permits.taken(now);
    }

    private Limits limits() {
        return desk.instance.limits();
    }

    private boolean announceNext() {
        if (usage.due()) {
            announce(usage.call());
            return true;
        }
        Queue next = nextQueue();
        if (readsTurn(next) && announceRead()) {
            return true;
        }
        if (next == null) {
            return false;
        }
        leavingInRow = next.key.lane().isLeaving() ? leavingInRow + 1 : 0;
        next.servedTurn = desk.queues.nextTurn();
        return announce(next);
    }

    /** Reads take turns with additions, since someone who left may wait for one. */
    private boolean readsTurn(Queue next) {
        if (next == null) {
            return true;
        }
        int reads = rank(Lane.ADDITIONS);
        int others = rank(next.key.lane());
        return reads < others || reads == others && readTurn < next.servedTurn;
    }

    private Queue nextQueue() {
        manyAskedFor = asksForMany();
        List<Queue> due = new ArrayList<>();
        for (Queue queue : desk.queues.all()) {
            if (dueAt(queue) <= desk.now() && roomAt(queue.key.lane()) == 0) {
                due.add(queue);
            }
        }
        Comparator<Queue> byRank =
                Comparator.comparing((Queue queue) -> rank(queue.key.lane()))
                        .thenComparing(queue -> queue.servedTurn)
                        .thenComparing(queue -> queue.text);
        return due.stream().min(byRank).orElse(null);
    }

    private int rank(Lane lane) {
        boolean additionsTurn = leavingInRow >= LEAVING_IN_A_ROW && lane == Lane.ADDITIONS;
        return additionsTurn ? -1 : lane.ordinal();
    }

    /** When this queue may send, as far as is known now; {@code Long.MAX_VALUE} for not yet. */
    long dueAt(Queue queue) {
        long now = desk.now();
        boolean leaving = queue.key.lane().isLeaving();
        boolean blocked =
                queue.live == 0
                        || queue.key.list() != 0 && !desk.isLive(queue.key.list())
                        || desk.isPaused(queue.key.callKind(), queue.key.target())
                        || !pace.withinDay(desk.book, desk.calls.announced(), leaving)
                        || !leaving && awaitsRead(queue.key)
                        || room(queue) <= 0;
        if (blocked) {
            return Long.MAX_VALUE;
        }
        long wait = queue.live >= queue.key.batch() ? 0 : pace.wait(desk.book, leaving, now);
        if (wait > 0 && !leaving && manyAskedFor && queue.key.kind().aboutList()) {
            wait = Math.max(wait, desk.settings.flushMaxAge().toMillis());
        }
        wait = Math.max(wait, queue.key.delay());
        return wait == Long.MAX_VALUE ? wait : queue.oldestAt + wait;
    }

    /** Reading a list costs less than asking for and adding those who are on it already. */
    private boolean awaitsRead(QueueKey key) {
        return key.kind().aboutList()
                ? desk.reads.awaited(key.list(), desk.now())
                : desk.reads.anyAwaited(desk.now());
    }

    /** A backlog of people whose lead is being asked for will fill a list's part-full batch. */
    private boolean asksForMany() {
        int half = SchedulerSettings.BATCH / 2;
        for (OpenCall call : desk.calls.all()) {
            if (!call.kind.changesList() && call.members.size() >= half) {
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

    /** When time alone lets something more be sent; {@code Long.MAX_VALUE} for not by time. */
    long nextAt() {
        manyAskedFor = asksForMany();
        long first = Long.MAX_VALUE;
        for (Queue queue : desk.queues.all()) {
            first = Math.min(first, nextAt(queue));
        }
        return first;
    }

    /** The same for one queue. */
    long nextAt(Queue queue) {
        if (!desk.begun() || !desk.heardActivations()) {
            return Long.MAX_VALUE;
        }
        Pause pause = desk.book.pauses.get(Book.EVERYTHING);
        long resumes = pause == null ? 0 : pause.until();
        return Math.max(resumes, Math.max(dueAt(queue), roomAt(queue.key.lane())));
    }

    /** Members a call may have for what is left of the people that may be created today. */
    private int room(Queue queue) {
        return queue.key.kind() == Wish.Kind.UPSERT
                ? limits().createsPerDay() - desk.book.createdToday - desk.calls.mayCreate()
                : SchedulerSettings.BATCH;
    }

    private boolean announce(Queue queue) {
        String id = desk.newId();
        List<OpenCall.Member> members = batches.take(queue, id, room(queue));
        if (members.isEmpty()) {
            return true;
        }
        OpenCall call = new OpenCall(id, desk.run, queue.key.callKind(), queue.key.list(), members);
        call.queue = queue.text;
        announce(call);
        return true;
    }

    private boolean announceRead() {
        if (roomAt(Lane.BACKFILL) > 0) {
            return false;
        }
        for (long list : desk.reads.due()) {
            boolean possible =
                    desk.isLive(list)
                            && !desk.isPaused(CallKind.READ, Long.toString(list))
                            && pace.withinDay(desk.book, desk.calls.announced(), false);
            if (possible) {
                ListReads.Reading reading = desk.reads.get(list);
                OpenCall call =
                        new OpenCall(desk.newId(), desk.run, CallKind.READ, list, List.of());
                call.page = reading.page();
                desk.reads.put(list, new ListReads.Reading(reading.page(), call.id));
                announce(call);
                readTurn = desk.queues.nextTurn();
                leavingInRow = 0;
                return true;
            }
        }
        return false;
    }

    private void announce(OpenCall call) {
        call.announcedAt = desk.now();
        desk.calls.add(call);
        reports.announced(call);
        desk.out.count(SchedulerCount.ANNOUNCED);
        if (!desk.settings.holds(ProtocolRule.ANNOUNCE_FIRST)) {
            releaser.readBack(call, desk.newestOffset + 1);
        }
    }
}

package io.rollcall.schedule;

import io.rollcall.wish.Lane;
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

    private final Desk desk;
    private final Batches batches;
    private final Releaser releaser;
    private final ImportRequests imports;
    private final ReadSteps reads;
    private final Pace pace;
    private final Room room;
    private final DueTimes due;
    private final UsageChecks usage;
    private long readTurn;
    private int leavingInRow;

    Announcer(
            Desk desk, Wishes wishes, Releaser releaser, ImportRequests imports, ReadSteps reads) {
        this.desk = desk;
        this.releaser = releaser;
        this.imports = imports;
        this.batches = new Batches(desk, wishes);
        this.reads = reads;
        this.pace = new Pace(desk.instance.limits(), desk.settings);
        this.room = new Room(desk);
        this.due = new DueTimes(desk, pace, room);
        this.usage = new UsageChecks(desk, pace);
    }

    void announceAllDue() {
        boolean more = desk.begun() && desk.heardActivations();
        boolean mayIngest = more;
        while (more && mayCall()) {
            more = announceNext();
        }
        while (mayIngest) {
            mayIngest = announce(nextQueue(true));
        }
    }

    private boolean mayCall() {
        return !desk.book.paused(Book.EVERYTHING, desk.now()) && room.at(Lane.CONSENT) == 0;
    }

    private boolean announceNext() {
        if (usage.due()) {
            announce(usage.call());
            return true;
        }
        OpenCall step = withinDay() ? desk.setUps.next() : null;
        if (step == null && withinDay() && room.at(Lane.ADDITIONS) == 0) {
            step = imports.next();
        }
        if (step != null) {
            announce(step);
            return true;
        }
        Queue next = nextQueue(false);
        if (readsTurn(next) && announceRead()) {
            return true;
        }
        if (next != null) {
            leavingInRow = next.key.lane().isLeaving() ? leavingInRow + 1 : 0;
        }
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

    /** Additions that go by ingestion have no part in the turns of the others. */
    private Queue nextQueue(boolean ingested) {
        due.lookAround();
        List<Queue> ready = new ArrayList<>();
        for (Queue queue : desk.queues.all()) {
            boolean mayGo = ingested == desk.ingests(queue.key) && roomAt(queue) == 0;
            if (mayGo && due.at(queue) <= desk.now()) {
                ready.add(queue);
            }
        }
        Comparator<Queue> byRank =
                Comparator.comparing((Queue queue) -> rank(queue.key.lane()))
                        .thenComparing(queue -> queue.servedTurn)
                        .thenComparing(queue -> queue.text);
        return ready.stream().min(byRank).orElse(null);
    }

    private long roomAt(Queue queue) {
        return desk.ingests(queue.key) ? room.toIngest() : room.at(queue.key.lane());
    }

    private int rank(Lane lane) {
        boolean additionsTurn = leavingInRow >= LEAVING_IN_A_ROW && lane == Lane.ADDITIONS;
        return additionsTurn ? -1 : lane.ordinal();
    }

    /** When time alone lets something more be sent; {@code Long.MAX_VALUE} for not by time. */
    long nextAt() {
        due.lookAround();
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
        Pause pause = desk.book.pauses.get(Book.everything(desk.callKind(queue.key)));
        long resumes = pause == null ? 0 : pause.until();
        return Math.max(resumes, Math.max(due.at(queue), roomAt(queue)));
    }

    private boolean announce(Queue queue) {
        if (queue == null) {
            return false;
        }
        queue.servedTurn = desk.queues.nextTurn();
        String id = desk.newId();
        List<OpenCall.Member> members = batches.take(queue, id, due.most(queue));
        if (members.isEmpty()) {
            return true;
        }
        OpenCall call =
                new OpenCall(id, desk.run, desk.callKind(queue.key), queue.key.list(), members);
        call.queue = queue.text;
        announce(call);
        return true;
    }

    private boolean announceRead() {
        if (room.at(Lane.BACKFILL) > 0) {
            return false;
        }
        OpenCall call = withinDay() ? reads.next() : null;
        if (call == null) {
            return false;
        }
        announce(call);
        readTurn = desk.queues.nextTurn();
        leavingInRow = 0;
        return true;
    }

    private boolean withinDay() {
        return pace.withinDay(desk.book, desk.calls.announced(), false);
    }

    private void announce(OpenCall call) {
        call.announcedAt = desk.now();
        desk.calls.add(call);
        desk.reports.announced(call);
        desk.out.count(SchedulerMetric.ANNOUNCED);
        if (!desk.settings.holds(ProtocolRule.ANNOUNCE_FIRST)) {
            releaser.readBack(call, desk.newestOffset + 1);
        }
    }
}

package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;

/** Which queues are left to imports, and from which one an import may begin. */
final class ImportQueues {

    private static final List<Lane> LANES = List.of(Lane.ADDITIONS, Lane.BACKFILL);

    /** Refused so often in a row, imports are not to be had: calls do their work. */
    private static final int HOPELESS = 6;

    private final Desk desk;
    private final Gathering gathering;

    ImportQueues(Desk desk) {
        this.desk = desk;
        this.gathering = new Gathering(desk);
    }

    /** Whether this queue is left to an import, the next one or the one after. */
    boolean reserves(QueueKey key) {
        if (!mayBeImported(key)) {
            return false;
        }
        int people = backlog(key);
        return people > 0
                && (areOnTheWay(key)
                        || gathering.pays(key, people)
                        || gathering.mayPaySoon(key, people));
    }

    /** How long a full call waits to see whether it is the beginning of what a file could take. */
    long glance(QueueKey key) {
        return mayBeImported(key) ? Gathering.GLANCE_MS : 0;
    }

    private boolean mayBeImported(QueueKey key) {
        return desk.settings.imports().maxJobs() > 0 && mayGo(key) && isSensible(key.joins());
    }

    /** How so many people of this work would go, if nothing else came. */
    Filing.Filed filed(QueueKey key, long people) {
        if (!isSensible(key.joins())) {
            return Filing.Filed.none(people);
        }
        Filing filing = gathering.filing(key);
        return key.kind() == Wish.Kind.ADD
                ? filing.filed(people)
                : filing.filed(people, mayCreate());
    }

    /** While an import takes people or gives them back, a part of them need not pay by itself. */
    private boolean areOnTheWay(QueueKey key) {
        ImportWork work = ImportWork.of(key);
        return desk.imports.all().stream()
                .filter(one -> ImportWork.of(one).equals(work))
                .anyMatch(
                        one -> one.phase == Import.Phase.FILLING || one.phase == Import.Phase.OVER);
    }

    /** Who was put off before goes by calls, which tell why; ingestion costs less than a file. */
    boolean mayGo(QueueKey key) {
        return key.joins() != 0
                && LANES.contains(key.lane())
                && key.level() + key.tries() == 0
                && !desk.ingests(key);
    }

    private boolean isSensible(long list) {
        Pause pause = desk.book.pauses.get(CallKind.IMPORT + "/" + list);
        return desk.mayChange(list)
                && (pause == null || pause.tries() <= HOPELESS)
                && !(isBeingRead(list) && desk.reads.isLong(list, desk.now()));
    }

    /** People who wait for this, as many as may be created today. */
    private int backlog(QueueKey key) {
        int waiting = queues(key).stream().mapToInt(queue -> queue.live).sum();
        return key.kind() == Wish.Kind.ADD ? waiting : Math.min(waiting, mayCreate());
    }

    int mayCreate() {
        return desk.instance.limits().createsPerDay()
                - desk.book.createdToday
                - desk.calls.mayCreate();
    }

    /** The same work in every lane that an import may take it from. */
    List<Queue> queues(QueueKey key) {
        List<Queue> same = new ArrayList<>();
        for (Lane lane : LANES) {
            Queue queue = desk.queues.get(key.in(lane));
            if (queue != null) {
                same.add(queue);
            }
        }
        return same;
    }

    /**
     * A queue whose people may be taken for an import now, or null: the largest, but first what is
     * left of a backlog, which is soon done.
     */
    Queue next() {
        Queue first = null;
        int most = 0;
        if (desk.imports.all().size() < desk.settings.imports().maxJobs()) {
            for (Queue queue : desk.queues.all()) {
                int rank = rank(queue.key);
                if (rank > most) {
                    first = queue;
                    most = rank;
                }
            }
        }
        if (first != null) {
            gathering.over(first.key);
        }
        return first;
    }

    /** 0 for not now. */
    private int rank(QueueKey key) {
        if (!mayBegin(key)) {
            return 0;
        }
        int backlog = backlog(key);
        if (gathering.isLeftover(key, backlog)) {
            return Integer.MAX_VALUE;
        }
        return isGathered(key, backlog) ? backlog : 0;
    }

    /** The next import to the list comes after this one: who is about to arrive comes along. */
    private boolean isGathered(QueueKey key, int backlog) {
        boolean isPaying = areOnTheWay(key) || gathering.pays(key, backlog);
        boolean isFull = backlog >= desk.settings.imports().mostRows();
        return isPaying && (gathering.isDone(key) || isFull);
    }

    private boolean mayBegin(QueueKey key) {
        return reserves(key)
                && !desk.imports.isUnderWay(key.joins())
                && !desk.isPaused(CallKind.IMPORT, Long.toString(key.joins()))
                && !desk.isPaused(key.callKind(), key.target())
                && mayAdd(key.joins())
                && !desk.reads.awaited(key.joins(), desk.now())
                && !isBeingRead(key.joins());
    }

    /**
     * A read names the leads of people whose import is under way: a removal by that lead would pass
     * the import, which speaks of the person alone.
     */
    private boolean isBeingRead(long list) {
        ListReads.Reading reading = desk.reads.get(list);
        return reading != null
                && !reading.page().complete()
                && (reading.extract() != null
                        || !desk.isPaused(CallKind.READ, Long.toString(list)));
    }

    /** Whether anybody may be put on this list now. */
    boolean mayAdd(long list) {
        String target = Long.toString(list);
        return desk.mayChange(list)
                && !desk.brakes.stops(new QueueKey(Lane.ADDITIONS, Wish.Kind.ADD, target, 0, 0));
    }
}

package io.rollcall.schedule;

import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.HashMap;
import java.util.Map;

/**
 * What all that waits will take, if nothing is refused: one look at each queue, since there may be
 * thousands, and one at each list that an import may be for.
 */
final class Backlog {

    /** The list of those of whom nobody can tell yet which they will join. */
    private static final String SOME_LIST = "0";

    private final Desk desk;

    /** People whom imports may take, by work. */
    private final Map<QueueKey, Long> importable = new HashMap<>();

    /** The others, by what may share a call. */
    private final Map<QueueKey, Long> called = new HashMap<>();

    /** Calls of REST. */
    long calls;

    /** Requests to the Data Ingestion API, and the people in them. */
    long requests;

    long ingested;

    /** People of whom each may have to be created. */
    long creations;

    private Backlog(Desk desk) {
        this.desk = desk;
    }

    static Backlog of(Desk desk) {
        Backlog backlog = new Backlog(desk);
        desk.queues.all().forEach(backlog::add);
        backlog.importable.forEach(backlog::file);
        backlog.called.forEach(backlog::call);
        return backlog;
    }

    private void add(Queue queue) {
        QueueKey key = queue.key;
        if (queue.live == 0 || key.lane() == Lane.UNMATCHED) {
            // Who was not found is looked for again for ever.
            return;
        }
        creations += key.kind() == Wish.Kind.UPSERT ? queue.live : 0;
        if (desk.importQueues.mayGo(key)) {
            importable.merge(key.in(Lane.ADDITIONS), (long) queue.live, Long::sum);
        } else {
            byCalls(key, queue.live);
        }
    }

    private void file(QueueKey work, long people) {
        Filing.Filed filed = desk.importQueues.filed(work, people);
        calls += filed.files() * desk.settings.imports().calls();
        byCalls(work, filed.others());
    }

    /** Who has no lead yet is put on a list, or taken off it, by another call. */
    private void byCalls(QueueKey key, long people) {
        called.merge(shared(key), people, Long::sum);
        boolean leadIsAsked = key.kind() == Wish.Kind.LOOKUP || key.kind() == Wish.Kind.UPSERT;
        if (leadIsAsked && key.lane() != Lane.UPDATES) {
            Wish.Kind then = key.lane().isLeaving() ? Wish.Kind.REMOVE : Wish.Kind.ADD;
            String list = key.onto() == 0 ? SOME_LIST : Long.toString(key.onto());
            called.merge(new QueueKey(Lane.ADDITIONS, then, list, 0, 0), people, Long::sum);
        }
    }

    /** The same for all that may share a call: their lanes and lists differ. */
    private static QueueKey shared(QueueKey key) {
        return new QueueKey(Lane.ADDITIONS, key.kind(), key.target(), key.level(), key.tries());
    }

    private void call(QueueKey work, long people) {
        long shares = Shares.of(people, desk.batch(work));
        if (desk.ingests(work)) {
            requests += shares;
            ingested += people;
        } else {
            calls += shares;
        }
    }
}

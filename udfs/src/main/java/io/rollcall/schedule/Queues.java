package io.rollcall.schedule;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.schedule.SchedulerStore.Space;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All queues of one instance. Tickets stand in small pages addressed by counters: an iterator finds
 * the head of a map 35 times slower once much was removed before it, and a page a ticket would
 * double the writes. Only counters are on the heap, so a backlog takes no memory.
 */
final class Queues {

    static final int PAGES_AT_A_TIME = 500;
    private static final int PAGE = 16;

    private final SchedulerStore store;
    private final Map<String, Queue> queues = new HashMap<>();

    /** The same by what their names say: to write a name down for each look took too long. */
    private final Map<QueueKey, Queue> byKey = new HashMap<>();

    private long turn;

    Queues(SchedulerStore store) {
        this.store = store;
        store.all(Space.QUEUES).forEach(e -> index(Queue.decode(e.getKey(), e.getValue())));
    }

    /** A ticket in a queue: whose it is and when it was drawn (epoch ms). */
    record Ticket(String wishKey, long number, long drawnAt) {}

    Collection<Queue> all() {
        return queues.values();
    }

    Queue get(QueueKey key) {
        return byKey.get(key);
    }

    private void index(Queue queue) {
        queues.putIfAbsent(queue.text, queue);
        byKey.putIfAbsent(queue.key, queue);
    }

    /** Draws a ticket at the end of the queue. */
    Held append(Held held, String wishKey, long now) {
        String text = held.queueKey().text();
        Queue known = queues.get(text);
        Queue queue = known == null ? behindOthers(held.queueKey()) : known;
        List<Ticket> page = page(queue, queue.tail / PAGE);
        page.add(new Ticket(wishKey, queue.tail, now));
        put(queue, queue.tail / PAGE, page);
        if (queue.live == 0) {
            queue.oldestAt = now;
        }
        queue.live++;
        Held queued = held.queued(text, queue.tail);
        queue.tail++;
        save(queue);
        return queued;
    }

    /** One that ran empty and fills again is no newcomer who has never been served. */
    private Queue behindOthers(QueueKey key) {
        Queue queue = new Queue(key);
        queue.servedTurn = nextTurn();
        index(queue);
        return queue;
    }

    long nextTurn() {
        return ++turn;
    }

    /** A queued wish was replaced, withdrawn or taken: its ticket is void. */
    void leave(Held held) {
        Queue queue = held.queue() == null ? null : queues.get(held.queue());
        if (queue != null) {
            queue.live--;
            save(queue);
        }
    }

    /** The next sixteen tickets or fewer, good or not, taken off the queue; empty at its end. */
    List<Ticket> takePage(Queue queue) {
        if (queue.head >= queue.tail) {
            return List.of();
        }
        long number = queue.head / PAGE;
        List<Ticket> page = page(queue, number);
        List<Ticket> rest = page.stream().filter(t -> t.number() >= queue.head).toList();
        dropPage(queue);
        return rest;
    }

    /** Puts back what was taken off but does not fit: the page's last tickets. */
    void putBack(Queue queue, List<Ticket> tickets) {
        if (!tickets.isEmpty()) {
            queue.head = tickets.get(0).number();
            put(queue, queue.head / PAGE, tickets);
        }
    }

    /** When the first ticket was drawn, good or not. */
    long firstDrawnAt(Queue queue) {
        return page(queue, queue.head / PAGE).stream()
                .filter(ticket -> ticket.number() >= queue.head)
                .mapToLong(Ticket::drawnAt)
                .findFirst()
                .orElse(queue.oldestAt);
    }

    /** Clears away tickets that are all void, some pages at a time: there may be millions. */
    void tidy() {
        for (Queue queue : List.copyOf(queues.values())) {
            if (queue.live == 0) {
                for (int left = PAGES_AT_A_TIME; left > 0 && queue.head < queue.tail; left--) {
                    dropPage(queue);
                }
                save(queue);
            }
        }
    }

    private void dropPage(Queue queue) {
        long number = queue.head / PAGE;
        queue.head = Math.min(queue.tail, (number + 1) * PAGE);
        store.remove(Space.PAGES, pageKey(queue, number));
    }

    /** Writes the counters down; nothing is left of a queue that is empty. */
    void save(Queue queue) {
        if (queue.head == queue.tail) {
            queues.remove(queue.text);
            byKey.remove(queue.key);
            store.remove(Space.QUEUES, queue.text);
        } else {
            index(queue);
            store.put(Space.QUEUES, queue.text, queue.encode());
        }
    }

    private List<Ticket> page(Queue queue, long number) {
        byte[] bytes = store.get(Space.PAGES, pageKey(queue, number));
        List<Ticket> tickets = new ArrayList<>(PAGE);
        if (bytes != null) {
            Unpacker in = new Unpacker(bytes);
            in.times(() -> tickets.add(new Ticket(in.string(), in.varint(), in.varint())));
        }
        return tickets;
    }

    private void put(Queue queue, long number, List<Ticket> tickets) {
        Packer out = new Packer();
        out.varint(tickets.size());
        for (Ticket ticket : tickets) {
            out.string(ticket.wishKey());
            out.varint(ticket.number());
            out.varint(ticket.drawnAt());
        }
        store.put(Space.PAGES, pageKey(queue, number), out.bytes());
    }

    private static String pageKey(Queue queue, long number) {
        return queue.text + "#" + number;
    }
}

package io.rollcall.schedule;

import io.rollcall.wish.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fills a call from a queue, and what room is left from the same work in lower lanes. */
final class Batches {

    private final Desk desk;
    private final Wishes wishes;

    Batches(Desk desk, Wishes wishes) {
        this.desk = desk;
        this.wishes = wishes;
    }

    /** Members for a call; none when all that was found had to wait for other calls. */
    List<OpenCall.Member> take(Queue first, String call, int most) {
        List<Queue> queues = new ArrayList<>();
        queues.add(first);
        desk.queues.all().stream()
                .filter(more -> more != first && mayFill(more.key, first.key))
                .sorted(Comparator.comparing((Queue more) -> more.key.lane()))
                .forEach(queues::add);
        return take(queues, call, Math.min(most, desk.batch(first.key)));
    }

    private boolean mayFill(QueueKey more, QueueKey first) {
        return more.goesWith(first)
                && more.lane().compareTo(first.lane()) >= 0
                && more.lane() != Lane.CLEARING
                && !desk.brakes.stops(more)
                && !desk.importQueues.reserves(more);
    }

    /** The same from these queues, in this order. */
    List<OpenCall.Member> take(List<Queue> queues, String call, int most) {
        Batch batch = new Batch(call, most);
        queues.forEach(batch::fillFrom);
        batch.again.forEach(wishes::place);
        return batch.members;
    }

    private final class Batch {

        private final String call;
        private final int size;
        private final List<OpenCall.Member> members = new ArrayList<>();
        private final Set<Long> created = new HashSet<>();

        /** Wishes to create what this very call creates already: for a later one. */
        private final List<Held> again = new ArrayList<>();

        private Batch(String call, int size) {
            this.call = call;
            this.size = size;
        }

        private void fillFrom(Queue queue) {
            boolean more = true;
            while (more && members.size() < size && queue.head < queue.tail) {
                more = page(queue, desk.queues.takePage(queue));
            }
            queue.oldestAt = desk.queues.firstDrawnAt(queue);
            desk.queues.save(queue);
        }

        /** Answers whether the next page may be looked at. */
        private boolean page(Queue queue, List<Queues.Ticket> tickets) {
            for (int i = 0; i < tickets.size(); i++) {
                boolean ripe = tickets.get(i).drawnAt() + queue.key.delay() <= desk.now();
                if (members.size() == size || !ripe) {
                    desk.queues.putBack(queue, tickets.subList(i, tickets.size()));
                    return false;
                }
                ticket(queue, tickets.get(i));
            }
            return true;
        }

        private void ticket(Queue queue, Queues.Ticket ticket) {
            Held held = wishes.get(ticket.wishKey());
            boolean good =
                    held != null
                            && queue.text.equals(held.queue())
                            && held.ticket() == ticket.number();
            if (!good) {
                return;
            }
            queue.live--;
            OpenCall bar = wishes.bar(held, call);
            if (bar != null) {
                wishes.waitFor(bar, ticket.wishKey(), held);
            } else if (held.valueHash() != 0 && !created.add(held.valueHash())) {
                again.add(held.waiting());
            } else {
                wishes.put(ticket.wishKey(), held.inCall(call));
                members.add(member(held, ticket.wishKey()));
            }
        }

        private OpenCall.Member member(Held held, String key) {
            return new OpenCall.Member(
                    key,
                    held.wish().person(),
                    held.wish().lead(),
                    held.wish().field(),
                    held.valueHash());
        }
    }
}

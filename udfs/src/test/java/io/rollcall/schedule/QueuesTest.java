package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.testing.MemoryStore;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The pages of a queue against a plain one. */
class QueuesTest {

    @Property(tries = 500)
    void behavesLikeAPlainQueue(@ForAll long seed) {
        Random random = new Random(seed);
        Both both = new Both();
        for (int step = 0; step < 300; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> both.append(1 + random.nextInt(40));
                case 2 -> both.leaveSome(random);
                case 3 -> both.take(random.nextInt(60));
                case 4 -> both.queues.tidy();
                default -> both.queues = new Queues(both.store);
            }
            both.check();
        }
        both.leaveAll();
        both.queues.tidy();
        assertThat(both.store.size(Space.PAGES)).isZero();
        assertThat(both.store.size(Space.QUEUES)).isZero();
    }

    @Test
    void aQueueWithOnlyVoidTicketsIsCleanedUpSomePagesAtATime() {
        Both both = new Both();
        both.append(Queues.PAGES_AT_A_TIME * 16 * 2);
        both.leaveAll();
        both.queues.tidy();
        assertThat(both.store.size(Space.PAGES)).isEqualTo(Queues.PAGES_AT_A_TIME);
        both.queues.tidy();

        assertThat(both.store.size(Space.PAGES)).isZero();
        assertThat(both.store.size(Space.QUEUES)).isZero();
    }

    @Test
    void theNameOfAQueueIsReadBackAsItWas() {
        QueueKey key = new QueueKey(Lane.CONSENT, Wish.Kind.LOOKUP, "a/b#1/c/", 3, 12);
        assertThat(QueueKey.parse(key.text())).isEqualTo(key);
    }

    @Test
    void aCallIsHalvedDownToOneMember() {
        assertThat(key(0).batch(300)).isEqualTo(300);
        assertThat(key(1).batch(300)).isEqualTo(150);
        assertThat(key(QueueKey.ALONE).batch(300)).isEqualTo(1);
        Held wish = Held.fresh(Bench.add(1, 1));
        for (int i = 0; i < 100; i++) {
            wish = wish.smaller().retried();
        }
        assertThat(wish.queueKey().batch(300)).isEqualTo(1);
        assertThat(wish.queueKey().delay()).isEqualTo(3_600_000);
    }

    private static QueueKey key(int level) {
        return new QueueKey(Lane.ADDITIONS, Wish.Kind.ADD, "1", level, 0);
    }

    /** The real queue and the plain one. */
    private static final class Both {

        private final MemoryStore store = new MemoryStore();
        private final Map<String, Held> held = new HashMap<>();
        private final ArrayDeque<String> model = new ArrayDeque<>();
        private Queues queues = new Queues(store);
        private long clock;
        private int named;

        private Queue queue() {
            return queues.get(key(0));
        }

        private void append(int count) {
            for (int i = 0; i < count; i++) {
                String name = "w" + named++;
                held.put(name, queues.append(Held.fresh(Bench.add(1, named)), name, ++clock));
                model.add(name);
            }
        }

        private void leaveSome(Random random) {
            for (String name : List.copyOf(model)) {
                if (random.nextInt(3) == 0) {
                    model.remove(name);
                    queues.leave(held.remove(name));
                }
            }
        }

        private void leaveAll() {
            held.values().forEach(queues::leave);
            held.clear();
            model.clear();
        }

        /** As a batch is filled: whole pages off, the rest put back. */
        private void take(int most) {
            Queue queue = queue();
            if (queue == null) {
                return;
            }
            List<String> taken = new ArrayList<>();
            while (taken.size() < most && queue.head < queue.tail) {
                List<Queues.Ticket> page = queues.takePage(queue);
                for (int i = 0; i < page.size(); i++) {
                    if (taken.size() == most) {
                        queues.putBack(queue, page.subList(i, page.size()));
                        break;
                    }
                    Held good = held.get(page.get(i).wishKey());
                    if (good != null && good.ticket() == page.get(i).number()) {
                        taken.add(page.get(i).wishKey());
                        held.remove(page.get(i).wishKey());
                        queue.live--;
                    }
                }
            }
            queue.oldestAt = queues.firstDrawnAt(queue);
            queues.save(queue);
            for (String name : taken) {
                assertThat(name).isEqualTo(model.poll());
            }
        }

        private void check() {
            Queue queue = queue();
            assertThat(queue == null ? 0 : queue.live).isEqualTo(model.size());
            long pages = queue == null ? 0 : (queue.tail + 15) / 16 - queue.head / 16;
            assertThat(store.size(Space.PAGES)).isLessThanOrEqualTo((int) pages);
            if (queue != null) {
                assertThat(queue.oldestAt).isLessThanOrEqualTo(clock);
            }
        }
    }
}

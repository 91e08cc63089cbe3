package io.rollcall.schedule;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;

/** Where a queue begins and ends, how many of its tickets are still good, and its oldest's age. */
final class Queue {

    private static final int VERSION = 1;

    final QueueKey key;
    final String text;
    long head;
    long tail;

    /** Tickets whose wish still stands; the others are skipped when they are reached. */
    int live;

    /** When the oldest good ticket was drawn, or an earlier time (epoch ms). */
    long oldestAt;

    /** Turn in the round-robin; not in state, since a restart may begin anywhere. */
    long servedTurn;

    Queue(QueueKey key) {
        this.key = key;
        this.text = key.text();
    }

    byte[] encode() {
        Packer out = new Packer();
        out.put(VERSION);
        out.varint(head);
        out.varint(tail);
        out.varint(live);
        out.varint(oldestAt);
        return out.bytes();
    }

    static Queue decode(String text, byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        Version.check(in.get(), VERSION, "queue");
        Queue queue = new Queue(QueueKey.parse(text));
        queue.head = in.varint();
        queue.tail = in.varint();
        queue.live = in.count();
        queue.oldestAt = in.varint();
        return queue;
    }
}

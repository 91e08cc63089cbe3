package io.rollcall.schedule;

import java.util.Map;

/** The scheduler's state of one instance, as maps of bytes. */
public interface SchedulerStore {

    /** One map each; all but WISHES and PAGES are walked, and stay small. */
    enum Space {
        /** Wish key to the wish. As many as there are wishes. */
        WISHES,
        /** Queue and page number to sixteen wish keys. */
        PAGES,
        /** Queue to its head and tail. */
        QUEUES,
        CALLS,
        /** List to how far it has been read. */
        READS,
        /** List to its size and whether it is held. */
        BRAKES,
        /** What was set up at the instance, and lists by name. */
        SET_UP,
        /** Import to how far it has come. */
        IMPORTS,
        /** Everything else, under one key. */
        BOOK
    }

    byte[] get(Space space, String key);

    void put(Space space, String key, byte[] value);

    void remove(Space space, String key);

    Iterable<Map.Entry<String, byte[]>> all(Space space);
}

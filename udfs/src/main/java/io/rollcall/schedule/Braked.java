package io.rollcall.schedule;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;

/**
 * What the brake knows of one list. An episode is a time in which one cause changes many people at
 * once: {@code base} is the list's size when it began, {@code removed} and {@code added} what it
 * has done so far. Mutable; written down after each change.
 */
final class Braked {

    private static final int VERSION = 1;
    private static final long UNREAD = -1;

    /** Members as last read, and changed by our own calls since; -1 before. */
    long size = UNREAD;

    /** Members on the pages of a read that is under way. */
    long counted;

    long base;
    long removed;
    long added;

    /** When many were last waiting (epoch ms), 0 outside an episode. */
    long lastAt;

    /** Someone let this episode pass. */
    boolean released;

    /** Someone accepted who was on the list before. */
    boolean accepted;

    /** Why nothing is sent, null when it is. */
    String held;

    boolean isRead() {
        return size >= 0;
    }

    void beginEpisode() {
        base = Math.max(0, size);
        removed = 0;
        added = 0;
        released = false;
    }

    byte[] encode() {
        Packer out = new Packer();
        out.put(VERSION);
        out.varint(size + 1);
        out.varint(counted);
        out.varint(base + 1);
        out.varint(removed);
        out.varint(added);
        out.varint(lastAt);
        out.put((released ? 1 : 0) | (accepted ? 2 : 0));
        out.string(held);
        return out.bytes();
    }

    static Braked decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        Version.check(in.get(), VERSION, "brake");
        Braked brake = new Braked();
        brake.size = in.varint() - 1;
        brake.counted = in.varint();
        brake.base = in.varint() - 1;
        brake.removed = in.varint();
        brake.added = in.varint();
        brake.lastAt = in.varint();
        int flags = in.get();
        brake.released = (flags & 1) != 0;
        brake.accepted = (flags & 2) != 0;
        brake.held = in.string();
        return brake;
    }
}

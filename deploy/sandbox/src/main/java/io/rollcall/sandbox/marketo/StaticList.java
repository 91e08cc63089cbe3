package io.rollcall.sandbox.marketo;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** A static list. Members are lead ids in one bit each, which also keeps them in order. */
public final class StaticList {
    private final long id;
    private volatile String name;
    private final Folder folder;
    private final long createdAt;
    private final BitSet members = new BitSet();
    private volatile boolean importing;
    private volatile long updatedAt;

    StaticList(long id, String name, Folder folder, long createdAt) {
        this.id = id;
        this.name = name;
        this.folder = folder;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Folder folder() {
        return folder;
    }

    void rename(String newName, long now) {
        name = newName;
        updatedAt = now;
    }

    public long updatedAt() {
        return updatedAt;
    }

    public long createdAt() {
        return createdAt;
    }

    /** While a bulk import into the list runs, additions, removals and imports get 1019. */
    public boolean importing() {
        return importing;
    }

    public void importing(boolean nowImporting) {
        importing = nowImporting;
    }

    public synchronized void add(long lead) {
        members.set((int) lead);
    }

    /** False if the lead was not in the list. */
    public synchronized boolean remove(long lead) {
        boolean member = contains(lead);
        if (member) {
            members.clear((int) lead);
        }
        return member;
    }

    public synchronized boolean contains(long lead) {
        return lead >= 0 && lead <= Integer.MAX_VALUE && members.get((int) lead);
    }

    public synchronized int size() {
        return members.cardinality();
    }

    public synchronized List<Long> members() {
        return members.stream().asLongStream().boxed().toList();
    }

    /** Up to {@code limit} members with ids from {@code first} on. */
    public synchronized List<Long> members(long first, int limit) {
        return IntStream.iterate(members.nextSetBit((int) first), at -> at >= 0, this::next)
                .limit(limit)
                .asLongStream()
                .boxed()
                .toList();
    }

    private int next(int at) {
        return members.nextSetBit(at + 1);
    }
}

package io.rollcall.schedule;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportRows;
import io.rollcall.report.ListPage;
import io.rollcall.report.SetUp;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;

/**
 * A call that was announced and whose effect is not over: its members, where it stands, and the
 * wishes that wait for it. Mutable; written down after each change.
 */
final class OpenCall {

    private static final int VERSION = 1;

    /** Written in state by ordinal: append only. */
    enum State {
        /** Announced, and not yet read back. */
        ANNOUNCED,
        /** Released to the caller, or another run's. */
        OPEN,
        /** Ended without proof: it may run until {@link #mayRunUntil}. */
        MAY_RUN
    }

    /** A member by the key of its wish; {@code valueHash} is what its upsert would create. */
    record Member(String wishKey, String person, long lead, String field, long valueHash) {}

    final String id;
    final String run;
    final CallKind kind;
    final long list;
    List<Member> members;
    State state = State.ANNOUNCED;

    /** The queue its members came from, null for another run's call and for a page. */
    String queue;

    long announcedAt;

    /** Offset of the announcement, -1 until it is read. */
    long sequence = -1;

    long releasedAt;
    long mayRunUntil;

    /** An end was written for it, by us. */
    boolean endWritten;

    /** The page a list read asks for. */
    ListPage page;

    /** What a set-up call asks for. */
    SetUp setUp;

    /** Which import it is about. */
    ImportBatch batch;

    final List<String> waiting = new ArrayList<>();

    OpenCall(String id, String run, CallKind kind, long list, List<Member> members) {
        this.id = id;
        this.run = run;
        this.kind = kind;
        this.list = list;
        this.members = members;
    }

    /** What a pause for its sake is for. */
    String work() {
        boolean byItself = queue == null || kind == CallKind.INGEST;
        return byItself ? kind + "/" + target() : QueueKey.parse(queue).work();
    }

    /** The list, the field or the list by name that it is about. */
    String target() {
        if (queue != null) {
            return QueueKey.parse(queue).target();
        }
        return setUp == null || setUp.subject() == null ? Long.toString(list) : setUp.subject();
    }

    /** How often its members were put off before. */
    int tries() {
        return queue == null ? 0 : QueueKey.parse(queue).tries();
    }

    boolean isOf(String ownRun) {
        return run.equals(ownRun);
    }

    boolean announced() {
        return sequence >= 0;
    }

    /** When an end must have come, had the caller lived. */
    long lostAt() {
        return releasedAt + kind.timeout().toMillis() + 6 * SchedulerSettings.GRACE_MS;
    }

    byte[] encode() {
        Packer out = new Packer();
        out.put(VERSION);
        out.string(id);
        out.string(run);
        out.put(kind.ordinal());
        out.varint(list);
        out.put(state.ordinal());
        out.string(queue);
        out.varint(announcedAt);
        out.varint(sequence + 1);
        out.varint(releasedAt);
        out.varint(mayRunUntil);
        out.put(endWritten ? 1 : 0);
        out.put(page == null ? 0 : page.export() == null ? 1 : 2);
        if (page != null) {
            out.varint(page.generation() + 1);
            out.string(page.nextToken());
        }
        if (page != null && page.export() != null) {
            ReadingCodec.export(out, page.export());
        }
        out.varint(members.size());
        members.forEach(member -> member(out, member));
        out.varint(waiting.size());
        waiting.forEach(out::string);
        if (setUp != null) {
            SetUpCodec.write(out, setUp);
        }
        if (batch != null) {
            batch(out);
        }
        return out.bytes();
    }

    private void batch(Packer out) {
        out.string(batch.of());
        out.string(batch.field());
        out.varint(batch.id());
        out.varint(batch.rows() == null ? 0 : batch.rows().from());
    }

    private static ImportBatch batch(Unpacker in) {
        ImportBatch batch = ImportBatch.of(in.string(), in.string()).is(in.varint(), null);
        return batch.with(ImportRows.from(in.count()));
    }

    private static void member(Packer out, Member member) {
        out.string(member.wishKey());
        out.string(member.person());
        out.varint(member.lead());
        out.string(member.field());
        out.fixed64(member.valueHash());
    }

    static OpenCall decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        Version.check(in.get(), VERSION, "call");
        List<Member> members = new ArrayList<>();
        OpenCall call =
                new OpenCall(
                        in.string(),
                        in.string(),
                        CallKind.values()[in.get()],
                        in.varint(),
                        members);
        call.state = State.values()[in.get()];
        call.queue = in.string();
        call.announcedAt = in.varint();
        call.sequence = in.varint() - 1;
        call.releasedAt = in.varint();
        call.mayRunUntil = in.varint();
        call.endWritten = in.get() != 0;
        int paged = in.get();
        if (paged != 0) {
            ListPage page = new ListPage(in.varint() - 1, in.string(), false, 0);
            call.page = paged == 1 ? page : page.with(ReadingCodec.export(in));
        }
        in.times(() -> members.add(member(in)));
        in.times(() -> call.waiting.add(in.string()));
        call.setUp = call.kind.isSetUp() ? SetUpCodec.read(in) : null;
        call.batch = call.kind.isImport() ? batch(in) : null;
        return call;
    }

    private static Member member(Unpacker in) {
        return new Member(in.string(), in.string(), in.varint(), in.string(), in.fixed64());
    }

    /** The key a member's wish would be held under, for whoever only read the topic. */
    static String wishKey(CallKind kind, long list, io.rollcall.report.Member member) {
        boolean ofLead = kind == CallKind.ROWS && member.lead() != 0;
        return kind.changesList() || ofLead
                ? Wish.listKey(list, member.lead())
                : Wish.leadKey(member.person());
    }
}

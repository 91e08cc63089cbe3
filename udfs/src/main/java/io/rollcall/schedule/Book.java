package io.rollcall.schedule;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.report.CallKind;
import io.rollcall.schedule.SchedulerStore.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The small rest of an instance's state: whose run it is, the day's count, permits, pauses. */
final class Book {

    private static final int VERSION = 1;
    private static final int RUNS_KEPT = 50;
    private static final String KEY = "book";

    /** The run that last worked here, empty before the first. */
    String run = "";

    /** Offset of our own begin once it was read, -1 before: until then nothing is announced. */
    long beganAt = -1;

    long beginWrittenAt;

    /** When another run was seen to have begun behind ours, 0 if none was. */
    long supersededAt;

    final List<String> knownRuns = new ArrayList<>();

    /** The day of America/Chicago being counted, as days since 1970. */
    long day;

    int callsToday;
    int createdToday;

    /** People sent to the Data Ingestion API. */
    int ingestedToday;

    /** Calls today by everybody, as Marketo last said. */
    int totalToday;

    /** Bytes of lists that Marketo has exported for us today. */
    long exportedToday;

    /** Lowered by 606 and 615 and raised again when calm returns; 0 for not lowered. */
    int permitsLimit;

    int inFlightLimit;
    long limitsLoweredAt;

    Permits permits = new Permits();

    /** By work, and under {@link #everything} for all that one API takes of the instance. */
    final Map<String, Pause> pauses = new TreeMap<>();

    /** All calls of REST. */
    static final String EVERYTHING = "*";

    /** All that goes by the Data Ingestion API: neither holds up the other. */
    static final String INGESTION = "ingestion";

    static String everything(CallKind kind) {
        return kind == CallKind.INGEST ? INGESTION : EVERYTHING;
    }

    void knowRun(String other) {
        if (!knownRuns.contains(other)) {
            knownRuns.add(other);
            if (knownRuns.size() > RUNS_KEPT) {
                knownRuns.remove(0);
            }
        }
    }

    /** Everybody's count includes ours, also between two looks at it. */
    void countCall(OpenCall call) {
        if (!call.kind.isRest()) {
            ingestedToday += call.kind == CallKind.INGEST ? call.members.size() : 0;
            return;
        }
        callsToday++;
        totalToday++;
    }

    boolean paused(String work, long now) {
        Pause pause = pauses.get(work);
        return pause != null && pause.until() > now;
    }

    void save(SchedulerStore store) {
        Packer out = new Packer();
        out.put(VERSION);
        out.string(run);
        out.varint(beganAt + 1);
        out.varint(beginWrittenAt);
        out.varint(supersededAt);
        out.varint(knownRuns.size());
        knownRuns.forEach(out::string);
        out.varint(day);
        out.varint(callsToday);
        out.varint(createdToday);
        out.varint(totalToday);
        out.varint(permitsLimit);
        out.varint(inFlightLimit);
        out.varint(limitsLoweredAt);
        permits.encode(out);
        out.varint(pauses.size());
        pauses.forEach((work, pause) -> pause(out, work, pause));
        out.varint(exportedToday);
        out.varint(ingestedToday);
        store.put(Space.BOOK, KEY, out.bytes());
    }

    private static void pause(Packer out, String work, Pause pause) {
        out.string(work);
        out.varint(pause.until());
        out.string(pause.reason());
        out.varint(pause.tries());
    }

    static Book load(SchedulerStore store) {
        byte[] bytes = store.get(Space.BOOK, KEY);
        return bytes == null ? new Book() : decode(new Unpacker(bytes));
    }

    private static Book decode(Unpacker in) {
        Version.check(in.get(), VERSION, "scheduler");
        Book book = new Book();
        book.run = in.string();
        book.beganAt = in.varint() - 1;
        book.beginWrittenAt = in.varint();
        book.supersededAt = in.varint();
        in.times(() -> book.knownRuns.add(in.string()));
        book.day = in.varint();
        book.callsToday = in.count();
        book.createdToday = in.count();
        book.totalToday = in.count();
        book.permitsLimit = in.count();
        book.inFlightLimit = in.count();
        book.limitsLoweredAt = in.varint();
        book.permits = Permits.decode(in);
        in.times(
                () ->
                        book.pauses.put(
                                in.string(), new Pause(in.varint(), in.string(), in.count())));
        book.exportedToday = in.hasMore() ? in.varint() : 0;
        book.ingestedToday = in.hasMore() ? in.count() : 0;
        return book;
    }
}

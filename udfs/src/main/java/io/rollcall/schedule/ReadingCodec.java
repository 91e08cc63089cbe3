package io.rollcall.schedule;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListPage;
import io.rollcall.schedule.ListReads.Reading;

/** How far a list has been read, as it stands in state. */
final class ReadingCodec {

    private static final int VERSION = 1;

    private ReadingCodec() {}

    static byte[] encode(Reading reading) {
        Packer out = new Packer();
        out.put(VERSION);
        out.varint(reading.page().generation() + 1);
        out.string(reading.page().nextToken());
        out.put(reading.page().complete() ? 1 : 0);
        out.string(reading.call());
        out.varint(reading.pages());
        out.put((reading.byPages() ? 1 : 0) | (reading.extract() == null ? 0 : 2));
        if (reading.extract() != null) {
            extract(out, reading.extract());
        }
        return out.bytes();
    }

    static Reading decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        Version.check(in.get(), VERSION, "list read");
        ListPage page = new ListPage(in.varint() - 1, in.string(), in.get() != 0, 0);
        String call = in.string();
        if (!in.hasMore()) {
            return new Reading(page, call);
        }
        int pages = in.count();
        int flags = in.get();
        Extract extract = (flags & 2) == 0 ? null : extract(in);
        return new Reading(page, call, pages, (flags & 1) != 0, extract);
    }

    private static void extract(Packer out, Extract extract) {
        out.varint(extract.page().generation() + 1);
        export(out, extract.export());
        out.varint(extract.tries());
        out.varint(extract.since());
        out.varint(extract.lookAt());
    }

    private static Extract extract(Unpacker in) {
        ListPage page = new ListPage(in.varint() - 1, null, false, 0, export(in));
        return new Extract(page, in.count(), in.varint(), in.varint());
    }

    static void export(Packer out, ListExport export) {
        out.string(export.id());
        out.put(export.status() == null ? 0 : export.status().ordinal() + 1);
        out.varint(export.bytes());
        out.varint(export.rows());
        out.varint(export.from());
        out.varint(export.read());
    }

    static ListExport export(Unpacker in) {
        String id = in.string();
        int status = in.get();
        return new ListExport(
                id,
                status == 0 ? null : ListExport.Status.values()[status - 1],
                in.varint(),
                in.varint(),
                in.varint(),
                in.varint());
    }
}

package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListPage;
import java.util.Arrays;

/**
 * Get Export Lead File: as many of its next rows as one report takes. What of the range is behind
 * them is asked for again.
 */
final class ExtractFile implements Endpoint {

    /** A report of 10,000 people is full; a row of an id and an address is about 35 bytes. */
    static final int RANGE = 400_000;

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        ListExport export = call.page().export();
        long last = Math.min(export.bytes(), export.from() + RANGE) - 1;
        return MarketoRequest.download(
                ListExtract.path(call, "file"), "bytes=" + export.from() + "-" + last);
    }

    @Override
    public Answer answer(HttpAnswer answer) {
        return Answer.ofFile(answer);
    }

    @Override
    public End read(Asked asked, Answer answer) {
        ListPage page = asked.call().page();
        byte[] bytes = answer.file() == null ? null : bytes(answer, page.export().from());
        ExtractRows rows =
                bytes == null ? null : ExtractRows.read(bytes, page.export(), asked.instance());
        return rows == null
                ? End.failed(asked.call(), "unreadable", answer.requestId())
                : End.ofRead(answer.requestId(), rows.members(), rows.page(page));
    }

    /** A server that knows no ranges sends all of it. */
    private static byte[] bytes(Answer answer, long from) {
        byte[] file = answer.file();
        if (answer.part()) {
            return file;
        }
        return from > file.length ? null : Arrays.copyOfRange(file, (int) from, file.length);
    }
}

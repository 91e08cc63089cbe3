package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportRows;

/** Get Import Lead Failures and Get Import Lead Warnings: the rows of a file that have one. */
final class ImportRemarks implements Endpoint {

    private final String file;

    /** {@code file} is "failures" or "warnings". */
    ImportRemarks(String file) {
        this.file = file;
    }

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        return MarketoRequest.download(
                "/bulk/v1/leads/batch/" + call.batch().id() + "/" + file + ".json");
    }

    @Override
    public Answer answer(HttpAnswer answer) {
        return Answer.ofFile(answer);
    }

    @Override
    public End read(Asked asked, Answer answer) {
        ImportBatch batch = asked.call().batch();
        int from = batch.rows() == null ? 0 : batch.rows().from();
        ImportRows rows =
                answer.file() == null
                        ? null
                        : new RowKeys(batch.field(), asked.instance()).read(answer.file(), from);
        return rows == null
                ? End.failed(asked.call(), "unreadable", answer.requestId())
                : End.ofImport(answer.requestId(), batch.with(rows));
    }
}

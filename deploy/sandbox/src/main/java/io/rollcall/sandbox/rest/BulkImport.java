package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Import;
import io.rollcall.sandbox.marketo.ImportOrder;
import io.rollcall.sandbox.marketo.ImportRemarks;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Bulk Lead Import: queues a file, tells how far it is, gives out the rows that it remarked on. */
final class BulkImport {
    private BulkImport() {}

    static Operation.Work queue(Subscription subscription, Request request) throws Refusal {
        ImportOrder order = ImportForm.of(subscription, request).order();
        return new Operation.Work(
                order.file().size(), () -> queued(subscription.imports().add(order)));
    }

    private static Reply queued(Import job) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("batchId", job.batchId());
        shown.put("importId", Long.toString(job.batchId()));
        shown.put("status", Import.Status.QUEUED.label());
        return Reply.result(List.of(shown));
    }

    static Operation status(long batchId) {
        return (subscription, request) ->
                Operation.Work.of(
                        () -> Reply.result(List.of(shown(subscription.imports().known(batchId)))));
    }

    /** The status first: what is counted after it can only be newer. */
    static Map<String, Object> shown(Import job) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("batchId", job.batchId());
        shown.put("status", job.status().label());
        shown.put("numOfLeadsProcessed", job.imported());
        shown.put("numOfRowsFailed", job.failures().rows());
        shown.put("numOfRowsWithWarning", job.warnings().rows());
        if (!job.isOpen()) {
            shown.put("message", job.message());
        }
        return shown;
    }

    static Operation failures(long batchId) {
        return remarks(batchId, Import::failures);
    }

    static Operation warnings(long batchId) {
        return remarks(batchId, Import::warnings);
    }

    /** Also while the import runs: then they are those so far, and a client that asks is wrong. */
    private static Operation remarks(long batchId, Function<Import, ImportRemarks> which) {
        return (subscription, request) ->
                Operation.Work.of(
                        () -> {
                            Import job = subscription.imports().known(batchId);
                            return Reply.file(which.apply(job).file());
                        });
    }
}

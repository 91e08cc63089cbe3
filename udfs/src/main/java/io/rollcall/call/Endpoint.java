package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.report.CallKind;

/** One endpoint of Marketo's REST API: how a call becomes a request, and an answer its end. */
interface Endpoint {

    MarketoRequest request(Call call, Instance instance);

    /** What came back, as its kind of answer. */
    default Answer answer(HttpAnswer answer) {
        return Answer.of(answer);
    }

    /** Reads an answer that succeeded and has results. */
    End read(Asked asked, Answer answer);

    /** Reads "no data found". Where that says nothing about the members, neither does the end. */
    default End nobody(Asked asked, Answer answer) {
        return End.failed(asked.call(), answer.code(), answer.requestId());
    }

    /** Whether an answer without any results is one that found nothing. */
    default boolean mayBeEmpty() {
        return false;
    }

    static Endpoint of(CallKind kind) {
        return switch (kind) {
            case LOOKUP -> new LeadLookup();
            case UPSERT -> new LeadSync();
            case ADD, REMOVE -> new ListChange();
            case READ -> new ListRead();
            case USAGE -> new DailyUsage();
            case DELETE -> new LeadDeletion();
            case DESCRIBE -> new LeadDescription();
            case PARTITIONS -> new LeadPartitions();
            case FOLDER_FIND -> new FolderSearch();
            case LIST_FIND -> new ListSearch();
            case LIST_CREATE -> new ListCreation();
            case LIST_RENAME -> new ListRenaming();
            case IMPORT -> new LeadImport();
            case IMPORT_STATUS -> new ImportProgress();
            case IMPORT_FAILURES -> new ImportRemarks("failures");
            case IMPORT_WARNINGS -> new ImportRemarks("warnings");
            case EXTRACT_CREATE, EXTRACT_QUEUE, EXTRACT_STATUS -> new ListExtract(kind);
            case EXTRACT_FILE -> new ExtractFile();
            case INGEST -> new ListIngestion();
            case ROWS -> throw new IllegalArgumentException("no request: " + kind);
        };
    }
}

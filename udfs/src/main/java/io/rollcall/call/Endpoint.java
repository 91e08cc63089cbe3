package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.report.CallKind;

/** One endpoint of Marketo's REST API: how a call becomes a request, and an answer its end. */
interface Endpoint {

    MarketoRequest request(Call call, Instance instance);

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
            case IMPORT, IMPORT_STATUS, IMPORT_FAILURES, IMPORT_WARNINGS, ROWS ->
                    throw new IllegalArgumentException("no request: " + kind);
        };
    }
}

package io.rollcall.sandbox.marketo;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a call is for, as limits, latencies, faults and the call log tell calls apart. */
public enum CallKind {
    TOKEN,
    LOOKUP,
    UPSERT,
    LIST_ADD,
    LIST_REMOVE,
    LIST_READ,
    USAGE,
    ASSET,
    /** What makes, renames or deletes an asset. */
    ASSET_CHANGE,
    /** What queues a bulk import; what asks how far one is; what fetches rows that it refused. */
    IMPORT,
    IMPORT_STATUS,
    IMPORT_ROWS,
    /** What makes, queues or cancels a bulk extract; what asks how far it is; its file. */
    EXPORT,
    EXPORT_STATUS,
    EXPORT_FILE,
    /** Additions to a list by the Data Ingestion API. */
    INGEST,
    OTHER;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for "any". */
    public static Optional<CallKind> named(String label) {
        if (label == null || label.isEmpty() || label.equals("any")) {
            return Optional.empty();
        }
        return Optional.of(
                Stream.of(values())
                        .filter(kind -> kind.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no kind " + label)));
    }
}

package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Some rows of an import's file of failures or of warnings, from {@code from} (0 is the first) up
 * to but without {@code next}, which is 0 where nothing follows. {@code keys} say which people they
 * are about: their lead ids, or the hashes of what they were looked up by.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportRows(int from, int next, List<Long> keys) {

    public ImportRows {
        keys = keys == null ? List.of() : keys;
    }

    public static ImportRows from(int row) {
        return new ImportRows(row, 0, List.of());
    }
}

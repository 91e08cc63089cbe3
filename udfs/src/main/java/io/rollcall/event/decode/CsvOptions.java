package io.rollcall.event.decode;

import java.io.Serializable;

/**
 * How to read rows: the audience they are about (its namespace may be null), the column and the
 * namespace of the identity, and the columns of status and time, null where there are none. In a
 * snapshot, whoever is missing has left; an empty one counts only if {@code allowEmpty} says so.
 */
public record CsvOptions(
        String audience,
        String audienceNamespace,
        String identityColumn,
        String identityNamespace,
        String statusColumn,
        String timeColumn,
        char delimiter,
        boolean snapshot,
        boolean allowEmpty)
        implements Serializable {}

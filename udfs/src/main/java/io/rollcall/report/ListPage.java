package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where a read of a list stands. {@code generation} is the sequence of the read's first call and
 * tells one read of a list from the next; {@code nextToken} asks Marketo for the following page,
 * null after the last; {@code strangers} counts members of this page without any known identity.
 * {@code export} stands only where the list is read by an extract, which has no tokens.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListPage(
        long generation, String nextToken, boolean complete, int strangers, ListExport export) {

    /** Of a read page by page. */
    public ListPage(long generation, String nextToken, boolean complete, int strangers) {
        this(generation, nextToken, complete, strangers, null);
    }

    public ListPage of(long itsGeneration) {
        return new ListPage(itsGeneration, nextToken, complete, strangers, export);
    }

    public ListPage with(ListExport itsExport) {
        return new ListPage(generation, nextToken, complete, strangers, itsExport);
    }
}

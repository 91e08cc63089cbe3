package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An export of all who are on a list, and how far it is. {@code id} is Marketo's, null before it
 * gave one, and so is {@code status}. {@code bytes} and {@code rows} are the size of the finished
 * file, its header not counted as a row; {@code from} is the byte at which the next rows begin, and
 * {@code read} how many rows stand before it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListExport(String id, Status status, long bytes, long rows, long from, long read) {

    /** How far Marketo is with it. Written in state by ordinal: append only. */
    public enum Status {
        CREATED,
        QUEUED,
        PROCESSING,
        COMPLETED,
        FAILED,
        CANCELED
    }

    /** What is asked of Marketo before anything is known. */
    public static final ListExport NEW = new ListExport(null, null, 0, 0, 0, 0);

    public ListExport is(String itsId, Status itsStatus) {
        return new ListExport(itsId, itsStatus, bytes, rows, from, read);
    }

    public ListExport of(long itsBytes, long itsRows) {
        return new ListExport(id, status, itsBytes, itsRows, from, read);
    }

    public ListExport at(long nextByte, long rowsBefore) {
        return new ListExport(id, status, bytes, rows, nextByte, rowsBefore);
    }
}

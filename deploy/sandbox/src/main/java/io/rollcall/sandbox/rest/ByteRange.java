package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Answer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes that an HTTP Range header asks for: from the first to the last, both included. */
record ByteRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,9})-(\\d{0,9})");
    private static final int NOT_SATISFIABLE = 416;

    /** Null where all of it is asked for, or what is asked is none of the usual. */
    static ByteRange of(String header, int length) {
        Matcher range = FORM.matcher(header);
        if (!range.matches()) {
            return null;
        }
        String last = range.group(2);
        int end = last.isEmpty() ? length - 1 : Math.min(length - 1, Integer.parseInt(last));
        return new ByteRange(Integer.parseInt(range.group(1)), end);
    }

    Answer answer(byte[] file) {
        if (first >= file.length || last < first) {
            return Answer.html(NOT_SATISFIABLE, "Requested Range Not Satisfiable");
        }
        return Answer.part(
                Arrays.copyOfRange(file, first, last + 1),
                "bytes %d-%d/%d".formatted(first, last, file.length));
    }
}

package io.rollcall.event.decode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in a membership as Experience Platform streams it, byte by byte: a time and a status,
 * and no space between. Whatever differs is left to {@link AepReader}.
 */
final class StreamedMembership {

    private static final byte[] TIME = "\"lastQualificationTime\":\"".getBytes(US_ASCII);

    private static final List<Status> STATUSES =
            Stream.of("realized", "exited", "existing").map(Status::of).toList();

    private record Status(String word, byte[] bytes) {

        /** From the quote behind the time to the end of all fields. */
        static Status of(String word) {
            return new Status(word, "\",\"status\":\"%s\"".formatted(word).getBytes(US_ASCII));
        }
    }

    private StreamedMembership() {}

    /**
     * From the first field of an object up to its closing brace; false, and no step, for any other
     * form.
     */
    static boolean read(SteppingParser parser, Membership membership) throws RefusedException {
        int start = parser.at();
        long at = parser.stepsOver(TIME) ? parser.stepOverTime() : FixedWidthTime.UNREAD;
        String status = at < Timestamps.EARLIEST ? null : status(parser);
        if (status == null || !parser.isNext('}')) {
            parser.stepTo(start);
            return false;
        }
        membership.at(at);
        membership.status(status);
        return true;
    }

    private static String status(SteppingParser parser) {
        for (Status status : STATUSES) {
            if (parser.stepsOver(status.bytes)) {
                return status.word;
            }
        }
        return null;
    }
}

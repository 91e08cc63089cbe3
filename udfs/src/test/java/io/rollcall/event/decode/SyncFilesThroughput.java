package io.rollcall.event.decode;

import io.rollcall.event.RawEvent;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file of Audience Manager of so many megabytes, made as it is read, and says how long that
 * took and how much memory was needed at most. Run it with {@code -Xmx32m}: it must not matter how
 * long the file is.
 */
public final class SyncFilesThroughput {

    private SyncFilesThroughput() {}

    public static void main(String[] arguments) throws Exception {
        long bytes = Long.parseLong(arguments[0]) << 20;
        String name = "S3_1_12345_full_1486140844000.sync";
        SyncFiles files =
                new SyncFiles(
                        new AudienceManagerOptions(
                                List.of(new DataSource("12345", "crm")),
                                List.of("24"),
                                AudienceManagerOptions.Separator.SPACE,
                                false),
                        new DecoderOptions(
                                List.of("crm"), Map.of(), Set.of(), Duration.ofMinutes(15)));
        files.open();
        SyncPieces pieces = new SyncPieces(new Rows(bytes), name, 0);
        long began = System.nanoTime();
        long events = 0;
        long most = 0;
        long count = 0;
        for (RawEvent raw = pieces.next(); raw != null; raw = pieces.next()) {
            events += files.decode(raw, System.currentTimeMillis()).events().size();
            if (++count % 1_000 == 0) {
                Runtime runtime = Runtime.getRuntime();
                most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%,d MB, %,d events in %.0f s (%.0f MB/s), heap at most %d MB of %d MB%n",
                bytes >> 20,
                events,
                seconds,
                (bytes >> 20) / seconds,
                most >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Rows of changes without end, up to a number of bytes. */
    private static final class Rows extends InputStream {
        private final long most;
        private long given;
        private long number;
        private byte[] row = {};
        private int at;

        Rows(long most) {
            this.most = most;
        }

        @Override
        public int read() {
            if (at == row.length) {
                if (given >= most) {
                    return -1;
                }
                row =
                        "%038d  24,26,27,%d  25,28\n"
                                .formatted(number++, number % 50)
                                .getBytes(StandardCharsets.US_ASCII);
                given += row.length;
                at = 0;
            }
            return row[at++];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int first = read();
            if (first < 0) {
                return -1;
            }
            into[from] = (byte) first;
            int more = Math.min(length - 1, row.length - at);
            System.arraycopy(row, at, into, from + 1, more);
            at += more;
            return more + 1;
        }
    }
}

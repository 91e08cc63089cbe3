package io.rollcall.job.files;

import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.CsvPieces;
import io.rollcall.event.decode.SyncPieces;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Folders of uploads: looked at before the start, and watched from then on. */
public final class Folders {

    private Folders() {}

    /**
     * What is wrong with it, if anything. A folder that is missing would only hide a wrong name.
     */
    public static Optional<String> check(String folder) {
        try {
            Path path = new Path(folder);
            FileSystem files = path.getFileSystem();
            return files.exists(path) && files.getFileStatus(path).isDir()
                    ? Optional.empty()
                    : Optional.of("there is no such folder here; create it or correct the path");
        } catch (IOException | RuntimeException e) {
            return Optional.of(
                    "it cannot be looked into ("
                            + e.getClass().getSimpleName()
                            + "); name a folder that the job can read");
        }
    }

    public static FileSource<RawEvent> csv(String folder, Duration every) {
        return watch(folder, every, CsvPieces::new).build();
    }

    /** Of Audience Manager: of the files that are there, the oldest first. */
    public static FileSource<RawEvent> audienceManager(String folder, Duration every) {
        return watch(folder, every, SyncPieces::new).setSplitAssigner(TimeOrder::new).build();
    }

    private static FileSource.FileSourceBuilder<RawEvent> watch(
            String folder, Duration every, PiecesFormat.Cut cut) {
        return FileSource.forBulkFileFormat(new PiecesFormat(cut), new Path(folder))
                .monitorContinuously(every);
    }
}

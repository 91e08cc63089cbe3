package io.rollcall.job.files;

import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.FilePieces;
import java.io.IOException;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.SingletonResultIterator;
import org.apache.flink.core.fs.FSDataInputStream;

/** Reads one file, piece by piece. */
final class PiecesReader implements BulkFormat.Reader<RawEvent> {

    private final FSDataInputStream stream;
    private final FilePieces pieces;
    private long count;

    PiecesReader(FileSourceSplit split, PiecesFormat.Cut cut) throws IOException {
        stream = split.path().getFileSystem().open(split.path());
        pieces = cut.begin(stream, split.path().getName(), split.fileModificationTime());
    }

    void skip(long many) throws IOException {
        for (long i = 0; i < many; i++) {
            next();
        }
    }

    private RawEvent next() throws IOException {
        count++;
        return pieces.next();
    }

    @Override
    public BulkFormat.RecordIterator<RawEvent> readBatch() throws IOException {
        RawEvent piece = next();
        if (piece == null) {
            return null;
        }
        SingletonResultIterator<RawEvent> batch = new SingletonResultIterator<>();
        batch.set(piece, CheckpointedPosition.NO_OFFSET, count);
        return batch;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

package io.rollcall.job.files;

import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.FilePieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;

/**
 * A file as pieces of some hundred rows, and an end behind: never a whole file in one record, since
 * no checkpoint passes while a record is worked on. One reader reads a file, in order; a restored
 * one counts pieces up to where it was.
 */
final class PiecesFormat implements BulkFormat<RawEvent, FileSourceSplit> {

    private final Cut cut;

    PiecesFormat(Cut cut) {
        this.cut = cut;
    }

    /** Begins to cut the file of this name, last modified then (epoch ms). */
    interface Cut extends Serializable {
        FilePieces begin(InputStream bytes, String file, long modifiedAt);
    }

    @Override
    public Reader<RawEvent> createReader(Configuration config, FileSourceSplit split)
            throws IOException {
        return new PiecesReader(split, cut);
    }

    @Override
    public Reader<RawEvent> restoreReader(Configuration config, FileSourceSplit split)
            throws IOException {
        PiecesReader reader = new PiecesReader(split, cut);
        reader.skip(
                split.getReaderPosition()
                        .map(CheckpointedPosition::getRecordsAfterOffset)
                        .orElse(0L));
        return reader;
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<RawEvent> getProducedType() {
        return TypeInformation.of(RawEvent.class);
    }
}

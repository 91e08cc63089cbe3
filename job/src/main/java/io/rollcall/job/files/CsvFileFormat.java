package io.rollcall.job.files;

import io.rollcall.event.RawEvent;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;

/**
 * A CSV file as pieces of some hundred rows, each with the header before them, and an end behind:
 * never a whole file in one record, since no checkpoint passes while a record is worked on. One
 * reader reads a file, in order; a restored one counts pieces up to where it was.
 */
public final class CsvFileFormat implements BulkFormat<RawEvent, FileSourceSplit> {

    @Override
    public Reader<RawEvent> createReader(Configuration config, FileSourceSplit split)
            throws IOException {
        return new CsvFileReader(split);
    }

    @Override
    public Reader<RawEvent> restoreReader(Configuration config, FileSourceSplit split)
            throws IOException {
        CsvFileReader reader = new CsvFileReader(split);
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

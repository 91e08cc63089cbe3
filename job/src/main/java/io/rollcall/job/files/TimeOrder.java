package io.rollcall.job.files;

import static java.util.Comparator.comparing;

import io.rollcall.event.decode.SyncFileName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.FileSplitAssigner;

/** Hands out files by the time in their names, oldest first. */
final class TimeOrder implements FileSplitAssigner {

    private final PriorityQueue<FileSourceSplit> splits =
            new PriorityQueue<>(comparing(split -> SyncFileName.of(split.path().getName())));

    TimeOrder(Collection<FileSourceSplit> splits) {
        addSplits(splits);
    }

    @Override
    public Optional<FileSourceSplit> getNext(String host) {
        return Optional.ofNullable(splits.poll());
    }

    @Override
    public void addSplits(Collection<FileSourceSplit> more) {
        splits.addAll(more);
    }

    @Override
    public Collection<FileSourceSplit> remainingSplits() {
        return List.copyOf(splits);
    }
}

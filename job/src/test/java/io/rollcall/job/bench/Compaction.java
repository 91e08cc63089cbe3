package io.rollcall.job.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The size of a running job's RocksDB files once they are compacted, found out on a copy. */
final class Compaction {

    private Compaction() {}

    /** All databases below a folder, each of which is flushed: right after a checkpoint. */
    static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path current : files.filter(f -> f.endsWith("CURRENT")).toList()) {
                sum += compacted(current.getParent(), folder.resolveSibling("compaction"));
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long compacted(Path database, Path copy) throws IOException, RocksDBException {
        while (!copied(database, copy)) {
            // A compaction has just ended, and its sources are gone.
        }
        compact(copy.toString());
        long sum = 0;
        try (Stream<Path> files = Files.list(copy)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sst")).toList()) {
                sum += Files.size(file);
            }
        }
        delete(copy);
        return sum;
    }

    private static boolean copied(Path database, Path copy) throws IOException {
        delete(copy);
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(database)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void compact(String copy) throws RocksDBException {
        BlockBasedTableConfig tables =
                new BlockBasedTableConfig().setFilterPolicy(new BloomFilter(10));
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        try (Options any = new Options();
                DBOptions options = new DBOptions();
                ColumnFamilyOptions family =
                        new ColumnFamilyOptions()
                                .setCompressionType(CompressionType.SNAPPY_COMPRESSION)
                                .setTableFormatConfig(tables)) {
            for (byte[] name : RocksDB.listColumnFamilies(any, copy)) {
                families.add(new ColumnFamilyDescriptor(name, family));
            }
            List<ColumnFamilyHandle> handles = new ArrayList<>();
            try (RocksDB database = RocksDB.open(options, copy, families, handles)) {
                for (ColumnFamilyHandle handle : handles) {
                    database.compactRange(handle);
                    handle.close();
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

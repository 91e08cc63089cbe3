package io.rollcall.job.bench;

import io.rollcall.job.bench.Course.Lap;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What was measured, kept in a file while each contender runs in a JVM of its own. */
final class Results implements Serializable {

    private static final long serialVersionUID = 1;

    private final Size size;
    private final String topics;
    private final HashMap<String, Lap> laps = new HashMap<>();
    private final HashMap<String, Long> bytes = new HashMap<>();
    private Lap sweep;

    /** {@code topics} is how the names of the topics begin. */
    Results(Size size, String topics) {
        this.size = size;
        this.topics = topics;
    }

    /** Of what ran in other JVMs before. */
    static Results read(Path file) throws Exception {
        try (var in = new ObjectInputStream(Files.newInputStream(file))) {
            return (Results) in.readObject();
        }
    }

    void write(Path file) throws IOException {
        try (var out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(this);
        }
    }

    Size size() {
        return size;
    }

    String topics() {
        return topics;
    }

    void took(String contender, Workload workload, Lap lap) {
        laps.put(contender + workload, lap);
        System.out.printf(
                Locale.ROOT,
                "  %,.0f assertions a second, %.2f µs of a core each%n",
                lap.rate(),
                lap.cost());
    }

    void bytes(String contender, long all) {
        bytes.put(contender, all);
    }

    void swept(Lap lap) {
        sweep = lap;
    }

    boolean has(Workload workload) {
        return laps.keySet().stream().anyMatch(key -> key.endsWith(workload.name()));
    }

    /** Null when it did not run. */
    Lap lap(String contender, Workload workload) {
        return laps.get(contender + workload);
    }

    /** Null when there was none. */
    Lap sweep() {
        return sweep;
    }

    /** Of RocksDB in the end, by contender. */
    Map<String, Long> bytes() {
        return bytes;
    }

    /** What of it grows with the number of people; the state is without what compaction drops. */
    Growth.Point point() {
        Lap steady = lap("rollcall", Workload.STEADY);
        return new Growth.Point(
                size.people(),
                cost("rollcall", Workload.LOAD),
                steady.cost(),
                bytes.get("rollcall"),
                steady.checkpoints().stream()
                        .mapToDouble(Long::doubleValue)
                        .max()
                        .orElse(Double.NaN),
                steady.start());
    }

    double rate(String contender, Workload workload) {
        Lap lap = lap(contender, workload);
        return lap == null ? Double.NaN : lap.rate();
    }

    double cost(String contender, Workload workload) {
        Lap lap = lap(contender, workload);
        return lap == null ? Double.NaN : lap.cost();
    }
}

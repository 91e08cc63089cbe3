package io.rollcall.job.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a TaskManager holds on to after it has collected its garbage: threads by name, their numbers
 * left out; class loaders of jobs; sockets.
 */
record Remains(Map<String, Integer> threads, int classLoaders, int sockets) {

    /** Pools of Flink's that all jobs share grow to their size, and so do the JVM's own. */
    private static final Pattern SHARED =
            Pattern.compile("(flink-|C[12] Compiler|G1 |GC |Attach Listener).*");

    static Remains of(String pid) throws Exception {
        jcmd(pid, "GC.run");
        Map<String, Integer> threads = new TreeMap<>();
        jcmd(pid, "Thread.print").stream()
                .filter(line -> line.startsWith("\""))
                .map(
                        line ->
                                line.substring(1, line.indexOf('"', 1))
                                        .replaceAll("[0-9a-f]{3,}|\\d+", "*"))
                .filter(name -> !SHARED.matcher(name).matches())
                .forEach(name -> threads.merge(name, 1, Integer::sum));
        int loaders =
                (int)
                        jcmd(pid, "VM.classloader_stats").stream()
                                .filter(line -> line.contains("ChildFirstClassLoader"))
                                .count();
        return new Remains(threads, loaders, sockets(pid));
    }

    private static List<String> jcmd(String pid, String command) throws Exception {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process =
                new ProcessBuilder(jcmd.toString(), pid, command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + said);
        }
        return said.lines().toList();
    }

    private static int sockets(String pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", pid, "fd"))) {
            return (int) open.filter(Remains::isSocket).count();
        }
    }

    private static boolean isSocket(Path open) {
        try {
            return Files.readSymbolicLink(open).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    /** Of which threads there are more now than there were. */
    Map<String, Integer> threadsSince(Remains before) {
        Map<String, Integer> more = new TreeMap<>();
        threads.forEach(
                (name, count) -> {
                    int grown = count - before.threads.getOrDefault(name, 0);
                    if (grown > 0) {
                        more.put(name, grown);
                    }
                });
        return more;
    }
}

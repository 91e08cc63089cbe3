package io.rollcall.event.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Watches the files of outbound transfers go by, in any order and their control file before, among
 * or behind them, and decides when a full one is whole: only then have those who are missing from
 * it left. They have not when a row was broken, since it may be theirs, or when a file is not what
 * the control file announced.
 */
public final class Transfers {

    /** Of what never became whole, the oldest is forgotten. */
    static final int MOST = 1_000;

    private final boolean alwaysControlled;
    private final List<Seen> seen = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();

    /**
     * @param alwaysControlled whether even what was not split waits for its control file
     */
    Transfers(boolean alwaysControlled) {
        this.alwaysControlled = alwaysControlled;
    }

    /** A file that was read, or is being read: then {@code md5} is empty. */
    public record Seen(
            String transfer,
            String file,
            long at,
            boolean full,
            boolean split,
            long broken,
            long lines,
            long bytes,
            String md5) {

        Seen withBroken(long more) {
            return new Seen(transfer, file, at, full, split, broken + more, lines, bytes, md5);
        }

        Seen ended(FileEnd end) {
            return new Seen(
                    transfer, file, at, full, split, broken, end.lines(), end.bytes(), end.md5());
        }

        /** Nothing waits for it any more. */
        Seen settled() {
            return new Seen(transfer, file, at, false, split, broken, lines, bytes, md5);
        }

        boolean hasEnded() {
            return !md5.isEmpty();
        }
    }

    /** A file that a control file announced. */
    public record Expected(String transfer, String file, long lines, long bytes, String md5) {}

    /** Whoever was in before {@code missingSince} and is not in it has left, 0 for nobody. */
    record Conclusion(long missingSince, String complaint) {
        static final Conclusion NONE = new Conclusion(0, null);
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Expected> expected() {
        return List.copyOf(expected);
    }

    void restore(Seen kept) {
        seen.add(kept);
    }

    void restore(Expected kept) {
        expected.add(kept);
    }

    void rows(SyncFileName name, int broken) {
        put(file(name).withBroken(broken));
    }

    Conclusion ended(SyncFileName name, FileEnd end) {
        Conclusion dropped = put(file(name).ended(end));
        Conclusion now = conclude(name.transfer());
        return now == Conclusion.NONE ? dropped : now;
    }

    Conclusion announced(SyncFileName name, ControlFile control) {
        expected.removeIf(file -> file.transfer().equals(name.transfer()));
        for (ControlFile.Announced file : control.files()) {
            expected.add(
                    new Expected(
                            name.transfer(), file.file(), file.lines(), file.bytes(), file.md5()));
        }
        while (expected.size() > MOST) {
            expected.remove(0);
        }
        return conclude(name.transfer());
    }

    private Seen file(SyncFileName name) {
        return seen.stream()
                .filter(file -> file.file().equals(name.file()))
                .findFirst()
                .orElseGet(
                        () ->
                                new Seen(
                                        name.transfer(),
                                        name.file(),
                                        name.at(),
                                        name.kind() == SyncFileName.Kind.OUTBOUND_FULL,
                                        name.part() > 0,
                                        0,
                                        0,
                                        0,
                                        ""));
    }

    private Conclusion put(Seen file) {
        seen.removeIf(known -> known.file().equals(file.file()));
        seen.add(file);
        if (seen.size() <= MOST) {
            return Conclusion.NONE;
        }
        Seen oldest = seen.remove(0);
        return oldest.full()
                ? new Conclusion(0, "its transfer never became whole: nobody was removed")
                : Conclusion.NONE;
    }

    private Conclusion conclude(String transfer) {
        List<Expected> files =
                expected.stream().filter(file -> file.transfer().equals(transfer)).toList();
        List<Seen> parts = seen.stream().filter(file -> file.transfer().equals(transfer)).toList();
        if (files.isEmpty()) {
            return parts.size() == 1 ? alone(parts.get(0)) : Conclusion.NONE;
        }
        List<String> wrong = new ArrayList<>();
        for (Expected file : files) {
            Seen part = find(parts, file.file());
            if (part == null || !part.hasEnded()) {
                return Conclusion.NONE;
            }
            difference(file, part, wrong);
        }
        seen.removeAll(parts);
        expected.removeAll(files);
        if (!wrong.isEmpty()) {
            return new Conclusion(
                    0,
                    "not as its control file says ("
                            + String.join("; ", wrong)
                            + "): nobody was removed");
        }
        return whole(parts);
    }

    /** Without a control file: only what was not split can be known to be whole. */
    private Conclusion alone(Seen part) {
        if (!part.full() || part.split() || !part.hasEnded() || alwaysControlled) {
            return Conclusion.NONE;
        }
        put(part.settled());
        return whole(List.of(part));
    }

    private static Conclusion whole(List<Seen> parts) {
        if (parts.stream().noneMatch(Seen::full)) {
            return Conclusion.NONE;
        }
        long broken = parts.stream().mapToLong(Seen::broken).sum();
        return broken == 0
                ? new Conclusion(parts.get(0).at(), null)
                : new Conclusion(
                        0,
                        "full, but "
                                + broken
                                + " rows are broken: nobody was removed; have it sent again");
    }

    private static Seen find(List<Seen> parts, String file) {
        return parts.stream().filter(part -> part.file().equals(file)).findFirst().orElse(null);
    }

    private static void difference(Expected file, Seen part, List<String> wrong) {
        if (file.lines() != 0 && file.lines() != part.lines()) {
            wrong.add(file.file() + ": " + file.lines() + " lines, not " + part.lines());
        }
        if (file.bytes() != 0 && file.bytes() != part.bytes()) {
            wrong.add(file.file() + ": " + file.bytes() + " bytes, not " + part.bytes());
        }
        if (file.md5() != null && !file.md5().equalsIgnoreCase(part.md5())) {
            wrong.add(file.file() + ": another MD5");
        }
    }
}

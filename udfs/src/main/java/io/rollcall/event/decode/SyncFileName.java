package io.rollcall.event.decode;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file of Audience Manager says: what is in it, whose ids, and as of when (epoch
 * ms). {@code transfer} is common to the parts of what was split and to their control file; it
 * leaves out whether that is full, since a control file may say so wrongly.
 */
public record SyncFileName(
        Kind kind, String file, String transfer, List<String> dataSources, long at, int part)
        implements Comparable<SyncFileName> {

    /** What is in a file. */
    public enum Kind {
        /** Segments that people came into and fell out of since the last time. */
        OUTBOUND_CHANGES,
        /** All segments of all people. */
        OUTBOUND_FULL,
        /** Traits to be set and unset. */
        INBOUND_SYNC,
        /** Traits that replace those a person had of the data source. */
        INBOUND_OVERWRITE,
        /** Names of the same person, a data source a column. */
        IDS,
        /** How many files, lines and bytes an outbound transfer has. */
        CONTROL,
        /** None of these: never read. */
        UNKNOWN
    }

    private static final String SPLIT = "(?:\\.(?<part>\\d{1,6}))?(?:\\.gz)?";

    private static final Pattern IDS =
            Pattern.compile(
                    "(?:adobe|c2c)_id_(?<sources>\\d+(?:_\\d+)+)_(?<at>\\d{10})\\.sync" + SPLIT);
    private static final Pattern INBOUND =
            Pattern.compile(
                    "ftp_dpm_(?<sources>\\d+)(?:_\\d+)?_(?<at>\\d{10})\\.(?<kind>sync|overwrite)"
                            + SPLIT);

    /** A time of 13 digits and a part of three or more behind it, or of 10 digits. */
    private static final Pattern OUTBOUND =
            Pattern.compile(
                    "(?:[A-Za-z]\\w*?_)?(?<transfer>\\d+_(?<sources>\\d+))(?:_.+?)??"
                            + "(?:_(?<mode>iter|full))?"
                            + "_(?:(?<at>\\d{13})(?<part>\\d{3,6})?|(?<seconds>\\d{10}))"
                            + "(?:-(?<number>\\d{1,6}))?\\.(?<kind>sync|info)(?:\\.gz)?");

    public static SyncFileName of(String file) {
        Matcher ids = IDS.matcher(file);
        if (ids.matches()) {
            List<String> sources = Arrays.asList(ids.group("sources").split("_"));
            return new SyncFileName(
                    Kind.IDS, file, file, sources, seconds(ids.group("at")), part(ids, "part"));
        }
        Matcher inbound = INBOUND.matcher(file);
        if (inbound.matches()) {
            boolean sync = inbound.group("kind").equals("sync");
            return new SyncFileName(
                    sync ? Kind.INBOUND_SYNC : Kind.INBOUND_OVERWRITE,
                    file,
                    file,
                    List.of(inbound.group("sources")),
                    seconds(inbound.group("at")),
                    part(inbound, "part"));
        }
        Matcher outbound = OUTBOUND.matcher(file);
        return outbound.matches()
                ? outbound(file, outbound)
                : new SyncFileName(Kind.UNKNOWN, file, file, List.of(), 0, 0);
    }

    private static SyncFileName outbound(String file, Matcher name) {
        long at =
                name.group("at") == null
                        ? seconds(name.group("seconds"))
                        : Long.parseLong(name.group("at"));
        int part = name.group("part") == null ? part(name, "number") : part(name, "part");
        String transfer = name.group("transfer") + "_" + at;
        return new SyncFileName(
                kind(name), file, transfer, List.of(name.group("sources")), at, part);
    }

    /** Without a mode nothing says that it is all: nobody may be missing from changes. */
    private static Kind kind(Matcher name) {
        if (name.group("kind").equals("info")) {
            return Kind.CONTROL;
        }
        return "full".equals(name.group("mode")) ? Kind.OUTBOUND_FULL : Kind.OUTBOUND_CHANGES;
    }

    private static long seconds(String digits) {
        return Long.parseLong(digits) * 1_000;
    }

    /** 0 for what was not split. */
    private static int part(Matcher name, String group) {
        return name.group(group) == null ? 0 : Integer.parseInt(name.group(group));
    }

    boolean isPacked() {
        return file.endsWith(".gz");
    }

    /** In the order in which they are to be read: oldest first, a transfer's parts in theirs. */
    @Override
    public int compareTo(SyncFileName other) {
        int byTime = Long.compare(at, other.at);
        int byPart = byTime == 0 ? Integer.compare(part, other.part) : byTime;
        return byPart == 0 ? file.compareTo(other.file) : byPart;
    }
}

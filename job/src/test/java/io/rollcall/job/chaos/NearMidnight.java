package io.rollcall.job.chaos;

import io.rollcall.sandbox.marketo.ShiftedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;

/**
 * Moves Chicago on the globe, for processes of Flink's, so that midnight there comes when a test
 * wants it to and a quota need not be waited for. In place of the JDK's own time zones: of all
 * others only the standard time is known.
 */
public final class NearMidnight extends ZoneRulesProvider {

    private static final String MIDNIGHT = "rollcall.midnight";
    private static final String CHICAGO = "America/Chicago";
    private static final int DAY_S = 86_400;
    private static final int MOST_S = 18 * 3_600;

    /** For {@code JDK_JAVA_OPTIONS}, which every {@code java} reads. */
    static String options(Instant midnight) {
        return "-Djava.time.zone.DefaultZoneRulesProvider=%s -Duser.timezone=UTC -D%s=%d -Xbootclasspath/a:%s"
                .formatted(
                        NearMidnight.class.getName(),
                        MIDNIGHT,
                        midnight.getEpochSecond(),
                        Path.of("target", "test-classes").toAbsolutePath());
    }

    /** By how much a clock with the true Chicago is to be put forward for the same midnight. */
    static Duration shift(Instant midnight) {
        LocalDate tomorrow = LocalDate.now(ShiftedClock.CENTRAL).plusDays(1);
        return Duration.between(midnight, tomorrow.atStartOfDay(ShiftedClock.CENTRAL).toInstant());
    }

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(TimeZone.getAvailableIDs());
    }

    @Override
    protected ZoneRules provideRules(String zone, boolean forCaching) {
        return ZoneRules.of(zone.equals(CHICAGO) ? chicago() : standard(zone));
    }

    private static ZoneOffset standard(String zone) {
        return ZoneOffset.ofTotalSeconds(TimeZone.getTimeZone(zone).getRawOffset() / 1_000);
    }

    private static ZoneOffset chicago() {
        int east = (int) Math.floorMod(-Long.getLong(MIDNIGHT), (long) DAY_S);
        return ZoneOffset.ofTotalSeconds(east > MOST_S ? east - DAY_S : east);
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
        return new TreeMap<>(Map.of("", provideRules(zone, false)));
    }
}

package io.rollcall.event.decode;

import java.io.Serializable;
import java.util.List;

/**
 * What Rollcall is told of an Audience Manager account. Of files: the segments that a full transfer
 * carries, what stands between the fields of a row, and whether even a transfer that was not split
 * waits for its control file.
 */
public record AudienceManagerOptions(
        List<DataSource> dataSources,
        List<String> segments,
        Separator separator,
        boolean controlFiles)
        implements Serializable {

    public static final AudienceManagerOptions USUAL = ofIds(List.of());

    public AudienceManagerOptions {
        dataSources = List.copyOf(dataSources);
        segments = List.copyOf(segments);
    }

    /** For messages, which have no rows. */
    public static AudienceManagerOptions ofIds(List<DataSource> dataSources) {
        return new AudienceManagerOptions(dataSources, List.of(), Separator.SPACE, false);
    }

    /** What stands between the fields of an outbound row: user, segments, removed segments. */
    public enum Separator {
        /** As the documentation describes a row; five fields are read as its sample, too. */
        SPACE(" "),
        /** As the documentation's sample of a row has it. */
        TWO_SPACES("  "),
        TAB("\t");

        private final String text;

        Separator(String text) {
            this.text = text;
        }

        List<String> fields(String row) throws RefusedException {
            String[] parts = row.split(text, -1);
            if (this == SPACE && parts.length == 5 && parts[1].isEmpty() && parts[3].isEmpty()) {
                return List.of(parts[0], parts[2], parts[4]);
            }
            return switch (parts.length) {
                case 2 -> List.of(parts[0], parts[1], "");
                case 3 -> List.of(parts);
                default -> throw Refusal.WRONG_NUMBER_OF_FIELDS.because();
            };
        }
    }
}

package io.rollcall.job.config;

import io.rollcall.event.decode.CsvOptions;
import java.util.Locale;
import java.util.Set;

/** Reads {@code sources[].csv}. */
final class CsvReader {

    private final Set<String> identities;
    private final Once<String> snapshots = new Once<>();

    CsvReader(Set<String> identities) {
        this.identities = identities;
    }

    CsvOptions read(Section source, SourceConfig.Format format) {
        boolean wanted = format != null && format.isCsv();
        if (!wanted) {
            if (source.has("csv") && format != null) {
                source.fault("csv", "only for format: csv or csv-snapshot; leave it out");
                read(source.section("csv"), false);
            }
            return null;
        }
        if (!source.has("csv")) {
            source.fault("csv", "missing; write the audience and the column of the identity");
        }
        return read(source.section("csv"), format == SourceConfig.Format.CSV_SNAPSHOT);
    }

    private CsvOptions read(Section section, boolean snapshot) {
        String audience = section.text("audience");
        String namespace = section.text("audience-namespace");
        if (snapshot) {
            snapshots.claim(
                    audience == null ? null : namespace + "/" + audience,
                    section,
                    "audience",
                    "%s has the snapshots of this audience; each would undo the other's; leave one");
            onlyWithoutSnapshot(section, "status");
            onlyWithoutSnapshot(section, "at");
        } else if (section.yes("allow-empty")) {
            section.fault("allow-empty", "only for format: csv-snapshot; leave it out");
        }
        String delimiter = section.text("delimiter");
        return new CsvOptions(
                audience,
                namespace,
                section.text("identity"),
                identityNamespace(section),
                section.text("status"),
                section.text("at"),
                "tab".equals(delimiter) ? '\t' : delimiter == null ? ',' : delimiter.charAt(0),
                snapshot,
                section.yes("allow-empty"));
    }

    /** In a snapshot everybody is in, as of the upload. */
    private static void onlyWithoutSnapshot(Section section, String key) {
        if (section.has(key)) {
            section.fault(key, "a snapshot says who is in now; leave it out, or use format: csv");
        }
    }

    private String identityNamespace(Section section) {
        String namespace = section.text("namespace");
        if (namespace == null) {
            return identities.stream().findFirst().orElse(null);
        }
        String canonical = namespace.toLowerCase(Locale.ROOT);
        if (!identities.contains(canonical)) {
            section.fault("namespace", "not in identities; add it there or name another");
        }
        return canonical;
    }
}

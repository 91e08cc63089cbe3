package io.rollcall.job.config;

import io.rollcall.event.decode.AudienceManagerOptions;
import io.rollcall.event.decode.DataSource;
import io.rollcall.secret.SecretReference;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code sources[].audience-manager}. */
final class AudienceManagerConfigReader {

    private static final List<String> FILE_KEYS = List.of("segments", "separator", "control-files");

    private final Set<String> identities;

    AudienceManagerConfigReader(Set<String> identities) {
        this.identities = identities;
    }

    AudienceManagerOptions read(Section source, SourceConfig.Format format) {
        boolean wanted = format == SourceConfig.Format.AUDIENCE_MANAGER;
        if (!wanted && format != null && source.has("audience-manager")) {
            source.fault("audience-manager", "only for format: audience-manager; leave it out");
        }
        Section section = source.section("audience-manager");
        Once<String> ids = new Once<>();
        List<DataSource> dataSources =
                section.sections("data-sources").stream().map(s -> dataSource(s, ids)).toList();
        onlyForFiles(source, section);
        AudienceManagerOptions options =
                new AudienceManagerOptions(
                        dataSources,
                        section.texts("segments", Rules.TEXT),
                        section.choice("separator", AudienceManagerOptions.Separator.class),
                        section.yes("control-files"));
        return wanted ? options : null;
    }

    private static void onlyForFiles(Section source, Section section) {
        for (String key : FILE_KEYS) {
            if (section.has(key) && !source.has("path")) {
                section.fault(key, "only for files; leave it out, or name a folder as path");
            }
        }
    }

    private DataSource dataSource(Section section, Once<String> ids) {
        String id = section.text("id");
        ids.claim(id, section, "id", "%s is this data source already; leave one");
        return new DataSource(id, namespace(section), encryption(section));
    }

    private String namespace(Section section) {
        String namespace = section.text("namespace");
        if (namespace == null) {
            return null;
        }
        String canonical = namespace.toLowerCase(Locale.ROOT);
        if (!identities.contains(canonical)) {
            section.fault("namespace", "not in identities; add it there or name another");
        }
        return canonical;
    }

    private static DataSource.Encryption encryption(Section section) {
        String key = section.text("key");
        String iv = section.text("iv");
        if (section.has("key") != section.has("iv")) {
            section.fault(
                    section.has("key") ? "iv" : "key",
                    "missing; encrypted ids need a key and an iv, each as env:NAME or file:/path");
        } else if (section.has("encoding") && !section.has("key")) {
            section.fault("encoding", "only beside a key and an iv; leave it out");
        }
        return key == null || iv == null
                ? null
                : new DataSource.Encryption(
                        new SecretReference(key),
                        new SecretReference(iv),
                        section.choice("encoding", DataSource.Encoding.class));
    }
}

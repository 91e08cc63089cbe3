package io.rollcall.job.config;

import static io.rollcall.job.config.RollcallOptions.TOPICS_ACTIVATIONS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_DEAD_LETTERS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_EXPORTED;
import static io.rollcall.job.config.RollcallOptions.TOPICS_MEMBERSHIPS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_OUTCOMES;
import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_UNRECONCILED;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code sources}. */
final class SourceReader {

    private final Set<String> identities;
    private final Set<String> own;
    private final Once<String> names = new Once<>();
    private final CsvReader csv;
    private final AudienceManagerConfigReader audienceManager;
    private final DataverseConfigReader dataverse;

    SourceReader(Set<String> identities, JobParameters parameters) {
        this.identities = identities;
        this.csv = new CsvReader(identities);
        this.audienceManager = new AudienceManagerConfigReader(identities);
        this.dataverse = new DataverseConfigReader(identities);
        this.own =
                Stream.of(
                                TOPICS_REPORTS,
                                TOPICS_OUTCOMES,
                                TOPICS_MEMBERSHIPS,
                                TOPICS_DEAD_LETTERS,
                                TOPICS_ACTIVATIONS,
                                TOPICS_EXPORTED,
                                TOPICS_UNRECONCILED)
                        .filter(topic -> parameters.get(topic) != null)
                        .map(parameters::topic)
                        .collect(Collectors.toSet());
    }

    List<SourceConfig> read(List<Section> sections) {
        List<SourceConfig> sources = sections.stream().map(this::read).toList();
        Set<String> fetched =
                sources.stream()
                        .filter(SourceConfig::isWebApi)
                        .flatMap(source -> source.dataverse().api().tables().stream())
                        .collect(Collectors.toSet());
        return sources.stream().map(source -> source.withFetched(fetched)).toList();
    }

    private SourceConfig read(Section section) {
        SourceConfig.Format format = section.choice("format", SourceConfig.Format.class);
        SourceConfig config =
                new SourceConfig(
                        topic(section),
                        path(section, format),
                        format,
                        section.choice("scan.startup.mode", SourceConfig.StartupMode.class),
                        identityPaths(section, format),
                        properties(section),
                        csv.read(section, format),
                        audienceManager.read(section, format),
                        dataverse.read(section, format));
        boolean somewhere = config.topic() != null || config.path() != null || config.isWebApi();
        names.claim(
                somewhere ? config.name() : null,
                section,
                config.topic() != null ? "topic" : config.isWebApi() ? "dataverse" : "path",
                "%s reads this already; leave one");
        return config;
    }

    private static String path(Section section, SourceConfig.Format format) {
        String path = section.text("path");
        boolean topic = section.has("topic");
        if (format == SourceConfig.Format.DATAVERSE && section.section("dataverse").has("url")) {
            onlyForTopics(section, "dataverse");
        } else if (path == null && !topic && !section.has("path")) {
            section.fault("topic", "missing; write a Kafka topic name, or a folder as path");
        } else if (path != null && topic) {
            section.fault("path", "beside a topic; make two sources of it");
        } else if (path != null && format != null && !format.isOfFiles()) {
            section.fault("path", "files are read as csv, csv-snapshot or audience-manager only");
        } else if (path != null) {
            onlyForTopics(section, "path");
        }
        return path;
    }

    private static void onlyForTopics(Section section, String instead) {
        if (section.has("properties") || section.has("scan.startup.mode")) {
            section.fault(
                    instead, "properties and scan.startup.mode are for topics; leave them out");
        }
    }

    /** The topic names the operators that read it, so it can be read but once. */
    private String topic(Section section) {
        String topic = section.text("topic");
        if (own.contains(topic)) {
            section.fault("topic", "this is one of Rollcall's own topics; name one with events");
        }
        return topic;
    }

    private Map<String, List<String>> identityPaths(Section section, SourceConfig.Format format) {
        Map<String, List<String>> paths = new HashMap<>();
        boolean usual = format == SourceConfig.Format.DATAVERSE && !section.has("identity-paths");
        if (usual && identities.contains("email")) {
            paths.put("email", List.of("emailaddress1"));
        }
        section.map("identity-paths").forEach((name, piece) -> paths(paths, name, piece));
        if (format != null && !format.hasAttributes() && section.has("identity-paths")) {
            String instead =
                    format.isCsv() ? "csv.identity names a column" : "data-sources say whose ids";
            section.fault("identity-paths", "there are no attributes; leave it out: " + instead);
        }
        return paths;
    }

    private void paths(Map<String, List<String>> paths, String name, Piece piece) {
        String namespace = name.toLowerCase(Locale.ROOT);
        if (!identities.contains(namespace)) {
            piece.fault("not in identities; add it there or leave this out");
        }
        List<String> read =
                piece.items().stream()
                        .map(item -> item.text(Rules.TEXT))
                        .filter(Objects::nonNull)
                        .toList();
        if (paths.put(namespace, read) != null) {
            piece.fault("the same namespace twice, in any case; leave one");
        }
    }

    private static KafkaProperties properties(Section section) {
        Map<String, String> properties = new HashMap<>();
        section.map("properties").forEach((key, piece) -> property(properties, key, piece));
        return new KafkaProperties(properties);
    }

    private static void property(Map<String, String> properties, String key, Piece piece) {
        String value = piece.text(Rules.TEXT);
        if (value != null) {
            KafkaPropertyRules.vet(piece.path(), key, value, piece.faults());
            properties.put(key, value);
        }
    }
}

package io.rollcall.job.config;

import static io.rollcall.job.config.YamlKey.NONE;
import static io.rollcall.job.config.YamlKey.REQUIRED;

import io.rollcall.event.decode.AudienceManagerOptions;
import io.rollcall.event.decode.DataSource;
import java.util.List;
import java.util.stream.Stream;

/** The keys of a source, but for those of Dataverse. */
final class SourceKeys {

    private SourceKeys() {}

    static Stream<YamlKey> all() {
        return Stream.of(sources(), csv(), audienceManager()).flatMap(List::stream);
    }

    private static List<YamlKey> sources() {
        KeyGroup source = new KeyGroup("sources[]");
        return List.of(
                source.key(
                        "topic", Rules.TOPIC, NONE, "The topic to read; required without a path."),
                source.key(
                        "path",
                        Rules.FILE,
                        NONE,
                        "Instead of a topic: a folder that is watched for new files. Put a file"
                                + " there whole, by renaming it; a name is read once; names that"
                                + " begin with . or _ are left alone."),
                source.key(
                        "format",
                        Rule.choice(SourceConfig.Format.class),
                        REQUIRED,
                        "How its messages are written: Rollcall's own JSON, profile exports as"
                                + " Adobe Experience Platform streams them, transfers of Audience"
                                + " Manager, rows of Dynamics 365 as Dataverse tells of them, or"
                                + " rows of one audience: csv adds to what was said before,"
                                + " csv-snapshot is everybody, so whoever is missing has left."),
                source.key("csv", Rules.SECTION, NONE, "How to read the rows."),
                source.key(
                        "audience-manager",
                        Rules.SECTION,
                        NONE,
                        "Whose ids Audience Manager sends, and how its files are read."),
                source.key(
                        "dataverse",
                        Rules.SECTION,
                        NONE,
                        "What rows of Dynamics 365 mean: messages of a topic or, with a `url`, what"
                                + " Dataverse's Web API tells."),
                source.key(
                        "scan.startup.mode",
                        Rule.choice(SourceConfig.StartupMode.class),
                        "earliest-offset",
                        "Where a start without state begins to read; committed-offsets means those"
                                + " of the consumer group. A restored job goes on where it was."),
                source.key(
                        "identity-paths",
                        Rules.PATHS,
                        NONE,
                        "Identities that stand in attributes: `{namespace: [attribute path, …]}`,"
                                + " the first path that holds a value wins."),
                source.key(
                        "properties",
                        Rules.PROPERTIES,
                        NONE,
                        "Kafka properties of this source alone, on top of `kafka.properties.*`:"
                                + " another cluster, Event Hubs … Secrets as `${env:NAME}` or"
                                + " `${file:/path:key}`."));
    }

    private static List<YamlKey> csv() {
        KeyGroup csv = new KeyGroup("sources[].csv");
        return List.of(
                csv.key("audience", Rules.TEXT, REQUIRED, "The audience that the rows are about."),
                csv.key("audience-namespace", Rules.NAMESPACE, NONE, "Its namespace."),
                csv.key(
                        "identity",
                        Rules.TEXT,
                        REQUIRED,
                        "The column that names the person, in any case."),
                csv.key(
                        "namespace",
                        Rules.NAMESPACE,
                        NONE,
                        "Its identity namespace; without it the first of `identities`."),
                csv.key(
                        "status",
                        Rules.TEXT,
                        NONE,
                        "The column that says realized, existing or exited; without it everybody is"
                                + " in."),
                csv.key(
                        "at",
                        Rules.TEXT,
                        NONE,
                        "The column that says since when; without it, or where it is empty, the time"
                                + " of the message or the file."),
                csv.key(
                        "delimiter",
                        Rule.choice(List.of(",", ";", "|", "tab")),
                        ",",
                        "What stands between fields."),
                csv.key(
                        "allow-empty",
                        Rules.YES_OR_NO,
                        "false",
                        "Whether a snapshot without rows clears the audience."));
    }

    private static List<YamlKey> audienceManager() {
        KeyGroup dataSource = new KeyGroup("sources[].audience-manager.data-sources[]");
        KeyGroup files = new KeyGroup("sources[].audience-manager");
        return List.of(
                files.key(
                        "segments",
                        Rules.LIST,
                        NONE,
                        "Of files: the segments that a full transfer carries. Whoever is missing"
                                + " from it leaves them; without this nobody does."),
                files.key(
                        "separator",
                        Rule.choice(AudienceManagerOptions.Separator.class),
                        "space",
                        "Of files: what stands between user, segments and removed segments. space"
                                + " reads rows of five fields as the documentation's sample, too."),
                files.key(
                        "control-files",
                        Rules.YES_OR_NO,
                        "false",
                        "Of files: whether every full transfer waits for its control file. One that"
                                + " was split always does."),
                files.key(
                        "data-sources",
                        Rules.LIST,
                        NONE,
                        "Which identities the ids of a data source are. Without it: those of"
                                + " data source 0 are `aam_uuid`, of 20914 `gaid`, of 20915"
                                + " `idfa`; ids of any other source name nobody."),
                dataSource.key("id", Rules.DATA_SOURCE, REQUIRED, "The data source (DPID)."),
                dataSource.key(
                        "namespace",
                        Rules.NAMESPACE,
                        REQUIRED,
                        "The identity namespace of its ids: ecid, email_lc_sha256 for hashed"
                                + " addresses, email for encrypted ones, any other for your own."),
                dataSource.key(
                        "key",
                        Rules.REFERENCE,
                        NONE,
                        "Its ids are encrypted with AES in CBC mode, as Campaign does it; this is"
                                + " where the key stands, in 32, 48 or 64 hexadecimal digits. Ids are"
                                + " decrypted inside and never logged."),
                dataSource.key(
                        "iv",
                        Rules.REFERENCE,
                        NONE,
                        "Where the initialisation vector stands, in 32 hexadecimal digits."),
                dataSource.key(
                        "encoding",
                        Rule.choice(DataSource.Encoding.class),
                        "base64",
                        "How the encrypted ids are written."));
    }
}

package io.rollcall.job.config;

import static io.rollcall.job.config.YamlKey.NONE;
import static io.rollcall.job.config.YamlKey.REQUIRED;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.activation.MarketingAction;
import io.rollcall.event.decode.AudienceManagerOptions;
import io.rollcall.event.decode.DataSource;
import io.rollcall.event.decode.DataverseOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every key of the YAML. The reader knows no other, and the documentation is made from it, so the
 * two cannot drift apart.
 */
public final class YamlKeys {

    private static final List<YamlKey> ALL =
            Stream.of(
                            root(),
                            sources(),
                            csv(),
                            audienceManager(),
                            dataverse(),
                            instances(),
                            limits(),
                            activations(),
                            lists(),
                            brake())
                    .flatMap(List::stream)
                    .toList();

    private YamlKeys() {}

    public static List<YamlKey> all() {
        return ALL;
    }

    static Map<String, YamlKey> in(String section) {
        Map<String, YamlKey> keys = new LinkedHashMap<>();
        ALL.stream()
                .filter(key -> key.section().equals(section))
                .forEach(key -> keys.put(key.name(), key));
        return keys;
    }

    private static List<YamlKey> root() {
        Group root = new Group("");
        return List.of(
                root.key(
                        "sources",
                        Rules.LIST,
                        REQUIRED,
                        "The Kafka topics that bring audience events."),
                root.key(
                        "forget-key",
                        Rules.REFERENCE,
                        NONE,
                        "Needed to accept `forgotten`: keys the hash by which a forgotten person is"
                                + " remembered, read where the ledger runs. A job does not start with"
                                + " another key than the one that it has forgotten people with."),
                root.key(
                        "identities",
                        Rules.LIST,
                        REQUIRED,
                        "Identity namespaces in order of preference: a person is known by the first"
                                + " one present. Part of the state format: never change it for a"
                                + " running job."),
                root.key("instances", Rules.LIST, REQUIRED, "The Marketo subscriptions."),
                root.key(
                        "activations",
                        Rules.LIST,
                        NONE,
                        "Which audience feeds which static list. Required, unless"
                                + " `topics.activations` names a topic of them."));
    }

    private static List<YamlKey> sources() {
        Group source = new Group("sources[]");
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
        Group csv = new Group("sources[].csv");
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
        Group dataSource = new Group("sources[].audience-manager.data-sources[]");
        Group files = new Group("sources[].audience-manager");
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
                new Group("sources[].audience-manager")
                        .key(
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

    private static List<YamlKey> dataverse() {
        Group dataverse = new Group("sources[].dataverse");
        Group audience = new Group("sources[].dataverse.audiences[]");
        return List.of(
                dataverse.key(
                        "audiences", Rules.LIST, NONE, "Audiences that a Yes/No column decides."),
                audience.key("audience", Rules.TEXT, REQUIRED, "The audience's id."),
                audience.key("field", Rules.COLUMN, "new_synctomkto", "The column's logical name."),
                audience.key(
                        "table", Rules.TABLE, NONE, "Whose column; without it of both tables."),
                audience.key(
                        "rule",
                        Rule.choice(DataverseOptions.Rule.class),
                        "unless-no",
                        "unless-no: as in Marketo's native sync, only an explicit No keeps people"
                                + " out; only-yes: only an explicit Yes lets them in."),
                dataverse.key(
                        "lists",
                        Rules.LISTS,
                        NONE,
                        "Marketing lists that are audiences: `{id of the list: audience}`. Who comes"
                                + " and goes is told by messages of a topic only."),
                dataverse.key(
                        "fields",
                        Rules.COLUMNS,
                        NONE,
                        "Columns that are attributes: `{column: attribute}`, or `table.column` where"
                                + " one table has it. Without it first and last name and company. Below"
                                + " `consents.` a Yes is `y` and a No is `n`."),
                dataverse.key(
                        "opt-outs",
                        Rules.LIST,
                        NONE,
                        "Columns whose Yes is kept as a no in `consents.dynamics.email.val`; without"
                                + " it donotbulkemail and donotemail."),
                dataverse.key(
                        "id-namespace",
                        Rules.NAMESPACE,
                        "dynamics_id",
                        "The identity namespace of row ids; it has to stand first in `identities`."),
                dataverse.key(
                        "deleted",
                        Rule.choice(List.of("leave", "keep")),
                        "leave",
                        "Whether people leave when their row is deleted; keep, where duplicates are"
                                + " deleted often."),
                dataverse.key(
                        "url",
                        Rules.ENDPOINT,
                        NONE,
                        "Instead of a topic: the environment, such as"
                                + " `https://contoso.crm4.dynamics.com`. All rows are read once, then what"
                                + " changes."),
                dataverse.key("tenant", Rules.TENANT, NONE, "The environment's tenant."),
                dataverse.key(
                        "client-id", Rules.REFERENCE, NONE, "The application user's client id."),
                dataverse.key(
                        "client-secret",
                        Rules.REFERENCE,
                        NONE,
                        "Its secret. A file is read anew for every token, so it can be rotated."),
                dataverse.key(
                        "login",
                        Rules.ENDPOINT,
                        "https://login.microsoftonline.com",
                        "Where tokens are issued, in national clouds elsewhere."),
                dataverse.key(
                        "tables",
                        Rules.LIST,
                        NONE,
                        "The tables to read, contact or lead; without it both. Change tracking has to"
                                + " be on for them."),
                dataverse.key(
                        "poll-interval",
                        Rules.DURATION,
                        "1 min",
                        "How often it is asked what has changed."),
                dataverse.key(
                        "may-be-gone",
                        Rules.percent(0, 100),
                        "20%",
                        "When all is read anew because changes are no longer known: up to which share"
                                + " of the rows people may leave for being gone. Beyond it nobody does"
                                + " until this is raised."));
    }

    private static List<YamlKey> instances() {
        Group instance = new Group("instances[]");
        return List.of(
                instance.key("name", Rules.NAME, REQUIRED, "What activations call it."),
                instance.key(
                        "munchkin-id",
                        Rules.MUNCHKIN_ID,
                        REQUIRED,
                        "Names the subscription in state and topics."),
                instance.key(
                        "endpoint",
                        Rules.ENDPOINT,
                        NONE,
                        "Where its REST API answers; without it `https://<munchkin-id>.mktorest.com`."),
                instance.key(
                        "client-id",
                        Rules.REFERENCE,
                        REQUIRED,
                        "The API user's client id, read where the caller runs."),
                instance.key(
                        "client-secret",
                        Rules.REFERENCE,
                        REQUIRED,
                        "Its secret. A file is read anew for every token, so it can be rotated."),
                instance.key(
                        "transport",
                        Rule.choice(Instance.Transport.class),
                        "rest",
                        "How known leads are added to lists: ingestion is the Data Ingestion API of"
                                + " Marketo's Performance Tier (docs/ingestion.md); all else goes by"
                                + " REST."),
                instance.key(
                        "ingestion-endpoint",
                        Rules.ENDPOINT,
                        NONE,
                        "Where the Data Ingestion API answers; without it"
                                + " `https://mkto-ingestion-api.adobe.io`."),
                instance.key(
                        "person-creation",
                        Rule.choice(Instance.PersonCreation.class),
                        "match-only",
                        "Whether people whom Marketo does not know are created."),
                instance.key(
                        "lookup",
                        Rules.FIELDS,
                        REQUIRED,
                        "`{namespace: field}`: the searchable Marketo field that holds an identity, such as"
                                + " email, a text field with the ECID or a hashed e-mail, or id for lead ids."),
                instance.key(
                        "duplicates",
                        Rule.choice(Instance.Duplicates.class),
                        "most-recently-updated",
                        "Which of several leads with one value is added and updated; skip adds none."),
                instance.key(
                        "mapping",
                        Rules.LIST,
                        NONE,
                        "Attributes that feed fields: a list of `{source: attribute path, target: field}`."
                                + " Checked against Marketo's Describe at every start."),
                new Group("instances[].mapping[]")
                        .key("source", Rules.TEXT, REQUIRED, "The attribute's path."),
                new Group("instances[].mapping[]")
                        .key("target", Rules.FIELD, REQUIRED, "The Marketo field."),
                new Group("instances[].mapping[]")
                        .key(
                                "too-long",
                                Rule.choice(Instance.Mapping.TooLong.class),
                                "refuse",
                                "What becomes of a text that does not fit: refuse leaves the field as"
                                        + " it is and an outcome says so, truncate cuts it."),
                new Group("instances[].mapping[]")
                        .key(
                                "labels",
                                Rules.LIST,
                                NONE,
                                "The attribute's usage labels, such as C2; see `marketing-actions`."),
                instance.key(
                        "lead-partition",
                        Rules.TEXT,
                        NONE,
                        "The lead partition to create in and to look in: a lead that stands in another"
                                + " partition only is left alone, and an outcome says so."),
                instance.key(
                        "limits", Rules.SECTION, NONE, "What Rollcall may take of the instance."),
                instance.key(
                        "recreate-deleted",
                        Rule.choice(List.of("false")).later("true"),
                        "false",
                        "Whether a lead deleted in Marketo is created again."),
                instance.key(
                        "on-forgotten",
                        Rule.choice(LeadPolicy.OnForgotten.class),
                        "delete",
                        "What becomes of the lead of a person who asked to be forgotten: deleted in"
                                + " Marketo, or only removed from the lists kept here."),
                instance.key(
                        "respect-unsubscribed",
                        Rules.YES_OR_NO,
                        "false",
                        "Whether leads that are unsubscribed in Marketo are kept off, as if by"
                                + " consent. The flag is read with look-ups and list reads; who is"
                                + " kept off by it is looked up again after growing waits."),
                instance.key(
                        "required-fields",
                        Rules.LIST,
                        NONE,
                        "Fields without a value in which no lead is created: an outcome says so, and"
                                + " the person is looked for as under match-only."),
                instance.key(
                        "marketing-actions",
                        Rules.LIST,
                        NONE,
                        "What the subscription is used for, in the words of Experience Platform's"
                                + " governance: "
                                + String.join(", ", Rule.choice(MarketingAction.class).choices())
                                + ". Data whose `labels` deny one of them is refused."));
    }

    private static List<YamlKey> limits() {
        Group limits = new Group("instances[].limits");
        return List.of(
                limits.key(
                        "calls-per-20s",
                        Rules.whole(1, 100),
                        NONE,
                        "Calls in any 20 seconds; without it the job parameter `marketo.calls-per-20s`."),
                limits.key(
                        "max-in-flight",
                        Rules.whole(1, 10),
                        NONE,
                        "Calls at a time; without it the job parameter `marketo.max-in-flight`."),
                limits.key(
                        "calls-per-day",
                        Rules.atLeast(1),
                        NONE,
                        "Calls a day, counted as Marketo does from midnight in Chicago; without it the"
                                + " job parameter `marketo.calls-per-day`."),
                limits.key(
                        "instance-calls-per-day",
                        Rules.atLeast(1),
                        "50000",
                        "The daily quota of the whole subscription."),
                limits.key(
                        "reserve-for-others",
                        Rules.atLeast(0),
                        "10000",
                        "When only so many of the subscription's calls are left, only removals go."),
                limits.key(
                        "removals-share",
                        Rules.percent(1, 90),
                        "10%",
                        "The part of calls-per-day that only removals may use."),
                limits.key(
                        "creates-per-day",
                        Rules.atLeast(1),
                        "10000",
                        "People created a day at most."),
                limits.key(
                        "ingestion-per-day",
                        Rules.atLeast(1),
                        "10000000",
                        "People a day at most that are sent to the Data Ingestion API, of the"
                                + " 10 million that it takes from everybody."));
    }

    private static List<YamlKey> activations() {
        Group activation = new Group("activations[]");
        return List.of(
                activation.key(
                        "audience",
                        Rules.TEXT,
                        REQUIRED,
                        "The audience's id, exactly as events name it."),
                activation.key(
                        "namespace",
                        Rules.NAMESPACE,
                        NONE,
                        "The audience's namespace; without it the id matches in any."),
                activation.key("instance", Rules.NAME, REQUIRED, "The name of an instance."),
                activation.key("list", Rules.SECTION, REQUIRED, "The static list to keep in step."),
                activation.key(
                        "mode",
                        Rule.choice(Activation.Mode.class),
                        "mirror",
                        "mirror follows the audience both ways; with add-only people stay, unless"
                                + " consent takes them off."),
                activation.key(
                        "person-creation",
                        Rule.choice(Instance.PersonCreation.class),
                        NONE,
                        "match-only creates nobody for this list; without it as the instance has"
                                + " it."),
                activation.key(
                        "labels",
                        Rules.LIST,
                        NONE,
                        "The audience's usage labels, such as C2: denied where they deny a"
                                + " marketing action of the instance."),
                activation.key(
                        "initial-members",
                        Rule.choice(Activation.InitialMembers.class),
                        "keep",
                        "What becomes of people already on the list whom no event has named: they stay;"
                                + " the activation is held while there are any; they count as put"
                                + " there by the audience; or they leave, subject to the brake."),
                activation.key(
                        "start", Rules.INSTANT, NONE, "Nothing is sent before; empty: since ever."),
                activation.key(
                        "end", Rules.INSTANT, NONE, "Nothing is sent after; empty: for ever."),
                activation.key(
                        "at-end",
                        Rule.choice(Activation.AtEnd.class),
                        "freeze",
                        "What becomes of the list after the end: it stays as it is, or those leave whom"
                                + " the audience put there."),
                activation.key(
                        "consent",
                        Rules.SECTION,
                        NONE,
                        "Whom consent keeps off; without it nobody."),
                activation.key(
                        "brake",
                        Rules.SECTION,
                        NONE,
                        "How much of its list one cause may change at once (a new or changed"
                                + " activation, a start without state) before the activation is held"
                                + " until scripts/release."),
                activation.key(
                        "paused",
                        Rules.YES_OR_NO,
                        "false",
                        "Whether nothing is sent for now; afterwards only the difference is. Consent"
                                + " goes on taking people off."),
                activation.key(
                        "dry-run",
                        Rules.YES_OR_NO,
                        "false",
                        "Whether to say what would be done instead of doing it: people are looked up"
                                + " and the list is read, and the outcomes say `would-add` and"
                                + " `would-remove`."),
                activation.key(
                        "reconcile",
                        Rule.choice(Activation.Reconcile.class),
                        "lenient",
                        "What becomes of people whom Marketo does not know and who are not created:"
                                + " lenient keeps them and looks them up again after growing waits;"
                                + " strict counts them and leaves them until something is said of"
                                + " them again. `topics.unreconciled` names a topic of both."),
                activation.key(
                        "on-unmap",
                        Rule.choice(Activation.OnUnmap.class),
                        "keep",
                        "What becomes of the list's people when the activation goes or moves to"
                                + " another list; clear takes off whom the audience named."));
    }

    private static List<YamlKey> lists() {
        Group list = new Group("activations[].list");
        Group consent = new Group("activations[].consent");
        return List.of(
                list.key(
                        "id",
                        Rules.LIST_ID,
                        NONE,
                        "The number at the end of the list's URL: …#ST1001A1 → 1001. This or a name."),
                list.key(
                        "name",
                        Rules.TEXT,
                        NONE,
                        "The list's exact name instead of its id: looked up at the start, and created"
                                + " in its folder when missing. Outcomes tell the id that was found."),
                list.key(
                        "folder",
                        Rules.TEXT,
                        NONE,
                        "The name or the id of the folder the named list stands in; without folder and"
                                + " program a list is found anywhere and never created."),
                list.key(
                        "program",
                        Rules.TEXT,
                        NONE,
                        "The name or the id of the program it stands in, instead of a folder."),
                list.key(
                        "workspace",
                        Rules.TEXT,
                        NONE,
                        "The workspace of the named list and its folder, where names stand in several."),
                list.key(
                        "rename",
                        Rules.YES_OR_NO,
                        "false",
                        "Whether a new list.name renames the list of this audience, instead of asking"
                                + " for another one."),
                consent.key(
                        "attribute",
                        Rules.TEXT,
                        REQUIRED,
                        "The path of the consent, below consents, such as"
                                + " consents.marketing.email.val."),
                consent.key(
                        "rule",
                        Rule.choice(Activation.ConsentRule.class),
                        REQUIRED,
                        "opt-out: a no keeps people off; opt-in: only a yes lets them on."));
    }

    private static List<YamlKey> brake() {
        Group brake = new Group("activations[].brake");
        return List.of(
                brake.key(
                        "remove",
                        Rules.percent(0, 100),
                        "20%",
                        "The share of the list that may be removed at once."),
                brake.key(
                        "add",
                        Rules.percent(0, 999),
                        "50%",
                        "The share that may be added to a list of at-least people or more, counted"
                                + " as their leads become known."),
                brake.key("at-least", Rules.atLeast(0), "1000", "Smaller changes pass."));
    }

    private record Group(String section) {
        YamlKey key(String name, Rule rule, String fallback, String description) {
            return new YamlKey(section, name, rule, fallback, description, "");
        }
    }
}

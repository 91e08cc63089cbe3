package io.rollcall.job.config;

import static io.rollcall.job.config.YamlKey.NONE;
import static io.rollcall.job.config.YamlKey.REQUIRED;

import io.rollcall.event.decode.DataverseOptions;
import java.util.List;
import java.util.stream.Stream;

/** The keys of a source of rows of Dynamics 365. */
final class DataverseKeys {

    private DataverseKeys() {}

    static Stream<YamlKey> all() {
        KeyGroup dataverse = new KeyGroup("sources[].dataverse");
        KeyGroup audience = new KeyGroup("sources[].dataverse.audiences[]");
        return Stream.of(
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
}

package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.decode.DataverseOptions;
import io.rollcall.event.decode.DataverseOptions.Column;
import io.rollcall.event.decode.DataverseOptions.ColumnAudience;
import io.rollcall.event.decode.DataverseOptions.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class DataverseConfigTest {

    private static final String LIST = "0AA1597F-0f9f-e711-8122-000d3aa2331c";

    /** A source in front of the small configuration, where row ids are an identity. */
    private static String with(String source) {
        return Given.yaml("sources:\n", "sources:\n" + source.indent(2))
                .replace("[email, ecid]", "[dynamics_id, email, ecid]");
    }

    @Test
    void defaultsAreThoseOfTheNativeSync() {
        SourceConfig source =
                Given.read(
                                with(
                                        """
                                        - topic: dynamics
                                          format: dataverse
                                          dataverse: {audiences: [{audience: synced}]}
                                        """))
                        .sources()
                        .get(0);
        assertThat(source.identityPaths()).isEqualTo(Map.of("email", List.of("emailaddress1")));
        assertThat(source.dataverse().api()).isNull();
        assertThat(source.dataverse().options())
                .isEqualTo(
                        new DataverseOptions(
                                "dynamics_id",
                                List.of(
                                        new ColumnAudience(
                                                "synced",
                                                new Column(null, "new_synctomkto"),
                                                Rule.UNLESS_NO)),
                                Map.of(),
                                Map.of(
                                        Column.of("firstname"), "firstName",
                                        Column.of("lastname"), "lastName",
                                        Column.of("contact._parentcustomerid_value"), "company",
                                        Column.of("lead.companyname"), "company"),
                                List.of("donotbulkemail", "donotemail"),
                                true,
                                Set.of()));
    }

    @Test
    void takesEverythingThatIsSaid() throws Exception {
        List<SourceConfig> sources =
                Given.read(
                                with(
                                        """
                                        - topic: dynamics
                                          format: dataverse
                                          identity-paths: {email: [emailaddress2]}
                                          dataverse:
                                            audiences:
                                              - {audience: vip, field: new_vip, table: lead, rule: only-yes}
                                            lists: {0AA1597F-0f9f-e711-8122-000d3aa2331c: gold}
                                            fields: {lead.companyname: company}
                                            opt-outs: []
                                            id-namespace: Dynamics_Id
                                            deleted: keep
                                        - format: dataverse
                                          dataverse:
                                            audiences: [{audience: synced}]
                                            url: https://contoso.crm4.dynamics.com/
                                            tenant: contoso.onmicrosoft.com
                                            client-id: env:ID
                                            client-secret: file:/secret
                                            login: https://login.microsoftonline.us
                                            tables: [lead]
                                            poll-interval: 5 min
                                            may-be-gone: 50%
                                        """))
                        .sources();
        assertThat(sources.get(0).dataverse().options())
                .isEqualTo(
                        new DataverseOptions(
                                "dynamics_id",
                                List.of(
                                        new ColumnAudience(
                                                "vip",
                                                new Column("lead", "new_vip"),
                                                Rule.ONLY_YES)),
                                Map.of(LIST.toLowerCase(Locale.ROOT), "gold"),
                                Map.of(Column.of("lead.companyname"), "company"),
                                List.of(),
                                false,
                                Set.of("lead")));
        assertThat(sources.get(1).dataverse().api())
                .isEqualTo(
                        new DataverseApi(
                                "https://contoso.crm4.dynamics.com",
                                "https://login.microsoftonline.us",
                                "contoso.onmicrosoft.com",
                                "env:ID",
                                "file:/secret",
                                List.of("lead"),
                                Duration.ofMinutes(5),
                                0.5));
        assertThat(sources.get(1).name()).isEqualTo("contoso.crm4.dynamics.com");
        assertThat(InstantiationUtil.clone(sources.get(1))).isEqualTo(sources.get(1));
    }

    @Test
    void whatIsWrongIsToldWithWhatWouldBeRight() {
        assertThat(
                        Given.faults(
                                with(
                                        """
                                        - {topic: a, format: dataverse}
                                        - {topic: b, format: aep, dataverse: {}}
                                        - topic: c
                                          format: dataverse
                                          dataverse:
                                            id-namespace: ecid
                                            tenant: t
                                            audiences: [{field: New-Sync}]
                                            lists: {gold: gold}
                                            fields: {First Name: firstName}
                                        - topic: d
                                          format: dataverse
                                          dataverse:
                                            audiences: [{audience: x, table: account}]
                                            url: https://contoso.crm4.dynamics.com/api
                                            tables: [account]
                                            may-be-gone: all
                                        - format: dataverse
                                          properties: {max.poll.records: 1}
                                          dataverse:
                                            audiences: [{audience: x}]
                                            url: http://contoso.crm4.dynamics.com
                                            tenant: t
                                            client-id: s3cret
                                            client-secret: env:SECRET
                                        """)))
                .containsExactly(
                        "sources[0].dataverse: missing; write audiences, lists or both",
                        "sources[1].dataverse: only for format: dataverse; leave it out",
                        "sources[2].dataverse.tenant: only beside a url; leave it out",
                        "sources[2].dataverse.id-namespace: write it first in identities: deletions"
                                + " and marketing lists name people by the row's id alone; nothing"
                                + " that other sources said changes by that",
                        "sources[2].dataverse.audiences[0].field: this is not the logical name of a"
                                + " column; such as new_synctomkto",
                        "sources[2].dataverse.audiences[0].audience: missing; write text",
                        "sources[2].dataverse.lists.gold: the key is not the id of a marketing list;"
                                + " copy it from its URL",
                        "sources[2].dataverse.fields.First Name: the key is not the name of a column;"
                                + " such as firstname, lead.companyname or, of a lookup,"
                                + " contact._parentcustomerid_value",
                        "sources[3].dataverse.url: beside a topic or a path; make two sources of it",
                        "sources[3].dataverse.audiences[0].table: this is not one of contact, lead",
                        "sources[3].dataverse.tenant: missing; a url needs tenant, client-id and"
                                + " client-secret",
                        "sources[3].dataverse.client-id: missing; a url needs tenant, client-id and"
                                + " client-secret",
                        "sources[3].dataverse.client-secret: missing; a url needs tenant, client-id"
                                + " and client-secret",
                        "sources[3].dataverse.url: without a path: only https:// and the host",
                        "sources[3].dataverse.tables[0]: this is not one of contact, lead",
                        "sources[3].dataverse.may-be-gone: this is not a percentage from 0% to 100%;"
                                + " such as 10%",
                        "sources[4].dataverse: properties and scan.startup.mode are for topics;"
                                + " leave them out",
                        "sources[4].dataverse.url: this is not an https URL; without user, query and"
                                + " fragment; http only for loopback",
                        "sources[4].dataverse.client-id: this is not env:NAME | file:/path; it names"
                                + " where the secret stands; never write the secret itself");
    }

    @Test
    void listsAreForMessagesOnly() {
        String source =
                """
                - format: dataverse
                  dataverse:
                    lists: {0aa1597f-0f9f-e711-8122-000d3aa2331c: gold}
                    url: https://contoso.crm4.dynamics.com
                    tenant: t
                    client-id: env:ID
                    client-secret: env:SECRET
                """;
        assertThat(Given.faults(with(source)))
                .containsExactly(
                        "sources[0].dataverse.lists: who is on them is told by messages only; write"
                                + " audiences, or give them to a source with a topic");
        String deletions = source.replace("    url:", "    audiences: [{audience: x}]\n    url:");
        assertThat(Given.faults(with(deletions))).isEmpty();
    }

    @Test
    void theExampleOfTheDocumentationIsRight() throws IOException {
        String page = Files.readString(Path.of("../docs/dynamics.md"));
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        SyncConfig sync = Given.read(page.substring(begin, page.indexOf("```", begin)));
        assertThat(sync.sources()).hasSize(2);
        assertThat(sync.sources().get(1).dataverse().options().fetched())
                .containsExactlyInAnyOrder("contact", "lead");
    }

    @Test
    void theWebUiShowsTheEnvironmentAndNothingElse() {
        String yaml =
                with(
                        """
                        - format: dataverse
                          dataverse:
                            audiences: [{audience: synced}]
                            url: https://contoso.crm4.dynamics.com
                            tenant: t
                            client-id: env:ID
                            client-secret: env:SECRET
                        """);
        assertThat(Given.read(yaml).shown())
                .containsEntry(
                        "sources.contoso.crm4.dynamics.com",
                        "dataverse at https://contoso.crm4.dynamics.com");
    }
}

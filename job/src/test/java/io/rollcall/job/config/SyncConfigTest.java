package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Limits;
import io.rollcall.event.decode.DataSource;
import io.rollcall.secret.SecretReference;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class SyncConfigTest {

    @Test
    void defaultsStayAsTheyArePublished() {
        SyncConfig sync = Given.read(Given.YAML);
        assertThat(sync.sources())
                .containsExactly(
                        new SourceConfig(
                                "audience-events",
                                null,
                                SourceConfig.Format.ROLLCALL,
                                SourceConfig.StartupMode.EARLIEST_OFFSET,
                                Map.of(),
                                new KafkaProperties(Map.of()),
                                null,
                                null,
                                null));
        assertThat(sync.identities()).containsExactly("email", "ecid");
        assertThat(sync.instances())
                .containsExactly(
                        new Instance(
                                "123-ABC-456",
                                "emea",
                                "https://123-abc-456.mktorest.com",
                                "env:MARKETO_CLIENT_ID",
                                "file:/run/secrets/marketo",
                                Instance.PersonCreation.MATCH_ONLY,
                                List.of(new Instance.Lookup("email", "email")),
                                Instance.Duplicates.MOST_RECENTLY_UPDATED,
                                List.of(),
                                null,
                                new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 10_000)));
        assertThat(sync.activations())
                .containsExactly(
                        new Activation(
                                "gold",
                                null,
                                "123-ABC-456",
                                1001,
                                Activation.Mode.MIRROR,
                                0,
                                0,
                                null,
                                null));
    }

    @Test
    void readsWhoseIdsAudienceManagerSends() {
        String yaml =
                Given.yaml(
                        "    format: rollcall\n",
                        """
                            format: audience-manager
                            audience-manager:
                              data-sources:
                                - {id: 12345, namespace: ECID}
                                - {id: 4711, namespace: email, key: env:K, iv: file:/iv}
                        """);
        assertThat(Given.read(yaml).sources().get(0).audienceManager().dataSources())
                .containsExactly(
                        new DataSource("12345", "ecid"),
                        new DataSource(
                                "4711",
                                "email",
                                new DataSource.Encryption(
                                        new SecretReference("env:K"),
                                        new SecretReference("file:/iv"),
                                        DataSource.Encoding.BASE64)));
    }

    @Test
    void takesEverythingThatIsSaid() {
        SyncConfig sync =
                Given.read(
                        """
                        sources:
                          - topic: profiles
                            format: aep
                            scan.startup.mode: committed-offsets
                            identity-paths: {EMAIL: [personalEmail.address, person.email]}
                            properties: {max.poll.records: 0100, ssl.key.password: '${env:KEY}'}
                        identities: [Email, ECID]
                        instances:
                          - name: apac
                            munchkin-id: 987-xyz-654
                            endpoint: http://127.0.0.1:8180/987-XYZ-654/
                            client-id: env:ID
                            client-secret: env:SECRET
                            person-creation: match-and-create
                            lookup: {Email: email, ecid: ecidText}
                            duplicates: skip
                            mapping: [{source: a.b, target: firstName}]
                            lead-partition: APAC
                            limits: {calls-per-20s: 9, max-in-flight: 2, calls-per-day: 3,
                              instance-calls-per-day: 40, reserve-for-others: 0,
                              removals-share: 25%, creates-per-day: 7}
                        activations:
                          - audience: 0123
                            namespace: UPS
                            instance: apac
                            list: {id: 9000000000}
                            mode: add-only
                            start: 2026-12-01T00:00:00Z
                            end: 2026-12-01T02:00:01+01:00
                            consent: {attribute: consents.x, rule: opt-in}
                        """);
        SourceConfig source = sync.sources().get(0);
        assertThat(source.startupMode()).isEqualTo(SourceConfig.StartupMode.COMMITTED_OFFSETS);
        assertThat(source.identityPaths())
                .isEqualTo(Map.of("email", List.of("personalEmail.address", "person.email")));
        assertThat(source.properties().values())
                .containsEntry("max.poll.records", "0100")
                .containsEntry("ssl.key.password", "${env:KEY}");
        Instance instance = sync.instances().get(0);
        assertThat(instance.munchkinId()).isEqualTo("987-XYZ-654");
        assertThat(instance.endpoint()).isEqualTo("http://127.0.0.1:8180/987-XYZ-654");
        assertThat(instance.lookup())
                .containsExactly(
                        new Instance.Lookup("email", "email"),
                        new Instance.Lookup("ecid", "ecidText"));
        assertThat(instance.mapping()).containsExactly(new Instance.Mapping("a.b", "firstName"));
        assertThat(instance.limits()).isEqualTo(new Limits(9, 2, 3, 40, 0, 0.25, 7));
        assertThat(sync.activations())
                .containsExactly(
                        new Activation(
                                "0123",
                                "ups",
                                "987-XYZ-654",
                                9_000_000_000L,
                                Activation.Mode.ADD_ONLY,
                                1_796_083_200_000L,
                                1_796_086_801_000L,
                                "consents.x",
                                Activation.ConsentRule.OPT_IN));
    }

    @Test
    void jobParametersAreTheDefaultsOfAnInstance() {
        SyncConfig sync =
                Given.read(
                        Given.instance("limits: {max-in-flight: 2}"),
                        "--marketo.calls-per-20s=7",
                        "--marketo.max-in-flight=8",
                        "--marketo.calls-per-day=9");
        assertThat(sync.instances().get(0).limits())
                .isEqualTo(new Limits(7, 2, 9, 50_000, 10_000, 0.1, 10_000));
    }

    @Test
    void additionsGoByIngestionWhereAnInstanceSaysSo() {
        assertThat(Given.read(Given.YAML).instances().get(0).ingests()).isFalse();
        assertThat(Given.read(Given.instance("transport: ingestion")).instances().get(0))
                .extracting(Instance::ingestion)
                .isEqualTo("https://mkto-ingestion-api.adobe.io");
        assertThat(
                        Given.read(
                                        Given.instance(
                                                "transport: ingestion",
                                                "ingestion-endpoint: http://127.0.0.1:8180/x/"))
                                .instances()
                                .get(0)
                                .ingestion())
                .isEqualTo("http://127.0.0.1:8180/x");
        assertThat(
                        Given.read(
                                        Given.instance("transport: ingestion"),
                                        "--marketo.endpoint=http://127.0.0.1:8180")
                                .instances()
                                .get(0)
                                .ingestion())
                .startsWith("http://127.0.0.1:8180/");
    }

    @Test
    void aTestServerStandsInForEveryInstance() {
        SyncConfig sync =
                Given.read(
                        Given.instance("endpoint: https://elsewhere.example.com"),
                        "--marketo.endpoint=http://localhost:8180/");
        assertThat(sync.instances().get(0).endpoint())
                .isEqualTo("http://localhost:8180/123-ABC-456");
    }

    @Test
    void referencesCanBeResolvedAsTheyStand() {
        Instance instance = Given.read(Given.YAML).instances().get(0);
        assertThat(new SecretReference(instance.clientId()).reference())
                .isEqualTo("env:MARKETO_CLIENT_ID");
    }

    @Test
    void sharedPartsMayBeWrittenOnce() {
        String yaml =
                Given.activation(
                                "consent: &consent {attribute: consents.a, rule: opt-out}",
                                "start: 2026-12-01T00:00:00Z")
                        + """
                - audience: silver
                  instance: emea
                  list: {id: 1002}
                  consent: *consent
                - audience: bronze
                  instance: emea
                  list: {id: 1003}
                  consent: {<<: *consent, rule: opt-in}
                """
                                .indent(2);
        assertThat(Given.read(yaml).activations())
                .extracting(Activation::consentPath, Activation::consentRule)
                .containsExactly(
                        tuple("consents.a", Activation.ConsentRule.OPT_OUT),
                        tuple("consents.a", Activation.ConsentRule.OPT_OUT),
                        tuple("consents.a", Activation.ConsentRule.OPT_IN));
    }

    @Test
    void anInstanceWithoutActivationIsOnlyAWarning() {
        String second =
                """
                  - {name: apac, munchkin-id: 987-XYZ-654, client-id: env:A, client-secret: env:B,
                     lookup: {email: email}}
                activations:""";
        assertThat(Given.warnings(Given.yaml("activations:", second)))
                .containsExactly("instances: apac has no activation");
    }

    @Test
    void travelsInTheJobGraph() throws Exception {
        SyncConfig sync = Given.read(Given.source("identity-paths: {email: [a]}"));
        assertThat(InstantiationUtil.clone(sync.sources().get(0))).isEqualTo(sync.sources().get(0));
        assertThat(InstantiationUtil.clone(sync.instances().get(0)))
                .isEqualTo(sync.instances().get(0));
        assertThat(InstantiationUtil.clone(Given.parameters())).isEqualTo(Given.parameters());
    }
}

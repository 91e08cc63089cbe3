package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncConfigFaultsTest {

    @Test
    void sourcesOfRowsAreRefusedWithWhatWouldBeRight() {
        assertThat(
                        Given.faults(
                                Given.yaml(
                                        "    format: rollcall\n",
                                        """
                                            format: rollcall
                                          - {path: /data, format: rollcall}
                                          - {path: /more, topic: more, format: csv}
                                          - {format: csv, csv: {audience: gold}}
                                          - path: /shots
                                            format: csv-snapshot
                                            csv: {audience: gold, identity: e, status: s}
                                          - path: /others
                                            format: csv-snapshot
                                            csv: {audience: gold, identity: e, namespace: x}
                                        """)))
                .containsExactly(
                        "sources[1].path: files are read as csv, csv-snapshot or"
                                + " audience-manager only",
                        "sources[2].path: beside a topic; make two sources of it",
                        "sources[2].csv: missing; write the audience and the column of the"
                                + " identity",
                        "sources[3].topic: missing; write a Kafka topic name, or a folder as path",
                        "sources[3].csv.identity: missing; write text",
                        "sources[4].csv.status: a snapshot says who is in now; leave it out, or use"
                                + " format: csv",
                        "sources[5].csv.audience: sources[4].csv has the snapshots of this audience;"
                                + " each would undo the other's; leave one",
                        "sources[5].csv.namespace: not in identities; add it there or name another");
    }

    /** Nothing else is read of every message: a "no" there would be as good as unsaid. */
    @Test
    void aConsentThatNobodyWouldReadIsRefused() {
        assertThat(Given.faults(Given.activation("consent: {attribute: news, rule: opt-out}")))
                .containsExactly(
                        "activations[0].consent.attribute: only what stands below consents. is read"
                                + " as consent; name such a path, as consents.marketing.email.val");
    }

    @Test
    void whatIsWrongWithDataSourcesIsTold() {
        assertThat(
                        Given.faults(
                                Given.yaml(
                                        "    format: rollcall\n",
                                        """
                                            format: audience-manager
                                            audience-manager:
                                              data-sources:
                                                - {id: 12345, namespace: phone}
                                                - {id: 12345, namespace: email, key: env:KEY}
                                                - {id: "4711x", namespace: email, encoding: hex}
                                                - {id: 7, namespace: ecid, key: s3cret, iv: env:IV}
                                              segments: [24]
                                          - {topic: x, format: aep, audience-manager: {}}
                                        """)))
                .containsExactly(
                        "sources[0].audience-manager.data-sources[0].namespace: not in identities;"
                                + " add it there or name another",
                        "sources[0].audience-manager.data-sources[1].id:"
                                + " sources[0].audience-manager.data-sources[0] is this data source"
                                + " already; leave one",
                        "sources[0].audience-manager.data-sources[1].iv: missing; encrypted ids"
                                + " need a key and an iv, each as env:NAME or file:/path",
                        "sources[0].audience-manager.data-sources[2].id: this is not the number of a"
                                + " data source; as Audience Manager shows it, such as 20914",
                        "sources[0].audience-manager.data-sources[2].encoding: only beside a key and"
                                + " an iv; leave it out",
                        "sources[0].audience-manager.data-sources[3].key: this is not env:NAME |"
                                + " file:/path; it names where the secret stands; never write the"
                                + " secret itself",
                        "sources[0].audience-manager.segments: only for files; leave it out, or name"
                                + " a folder as path",
                        "sources[1].audience-manager: only for format: audience-manager; leave it"
                                + " out");
    }

    @Test
    void pathsOfIdentitiesAreRefusedWhereNothingHasAttributes() {
        assertThat(
                        Given.faults(
                                Given.yaml(
                                        "    format: rollcall\n",
                                        """
                                            format: audience-manager
                                            identity-paths: {ecid: [id]}
                                          - topic: rows
                                            format: csv
                                            identity-paths: {email: [mail]}
                                            csv: {audience: gold, identity: mail}
                                          - {topic: aep, format: aep, identity-paths: {ecid: [id]}}
                                        """)))
                .containsExactly(
                        "sources[0].identity-paths: there are no attributes; leave it out:"
                                + " data-sources say whose ids",
                        "sources[1].identity-paths: there are no attributes; leave it out:"
                                + " csv.identity names a column");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String yaml =
                """
                sorces: []
                sources:
                  - topic: audience events
                    format: jsonn
                    scan.startup.mode: earliest
                    identity-paths: {phone: [a]}
                    properties: {ssl.key.password: hunter2}
                  - topic: rollcall.reports
                identities: [email, Email, 'a:b']
                instances:
                  - name: emea one
                    munchkin-id: ABC
                    endpoint: http://marketo.example.com
                    client-id: hunter2
                    client-secret: file:relative
                    person-creation: match
                    lookup: {phone: phone}
                    mapping: [{source: a, target: phone}, {source: b, target: Phone}, {}]
                    limits: {calls-per-20s: 101, max-in-flight: 11, removals-share: 0.1}
                activations:
                  - audience:
                    instance: amea
                    list: {id: 0}
                    mode: mirrored
                    start: 2026-12-01
                    consent: {attribute: consents.x}
                    brake: {}
                  - gold
                """;
        assertThat(Given.faults(yaml))
                .containsExactlyInAnyOrder(
                        "sorces: no such key; did you mean sources?",
                        "identities: the same namespace twice, in any case; leave one",
                        "identities[2]: this is not a namespace; one word without a colon, such as"
                                + " email",
                        "sources[0].topic: this is not a Kafka topic name; up to 200 letters,"
                                + " digits, '.', '_' and '-'",
                        "sources[0].format: this is not one of rollcall, aep, csv, csv-snapshot,"
                                + " audience-manager, dataverse",
                        "sources[0].scan.startup.mode: this is not one of earliest-offset,"
                                + " latest-offset, committed-offsets",
                        "sources[0].identity-paths.phone: not in identities; add it there or leave"
                                + " this out",
                        "sources[0].properties.ssl.key.password: a secret must not stand here;"
                                + " write ${env:NAME} or ${file:/path:key}, which Kafka resolves"
                                + " where its clients run",
                        "sources[1].topic: this is one of Rollcall's own topics; name one with"
                                + " events",
                        "sources[1].format: missing; write one of rollcall, aep, csv, csv-snapshot,"
                                + " audience-manager, dataverse",
                        "instances[0].name: this is not a name; letters, digits, '.', '_' and '-'"
                                + " only",
                        "instances[0].munchkin-id: this is not a Munchkin id; write it as Marketo"
                                + " shows it under Admin > Munchkin, such as 123-ABC-456",
                        "instances[0].endpoint: this is not an https URL; without user, query and"
                                + " fragment; http only for loopback",
                        "instances[0].client-id: this is not env:NAME | file:/path; it names where"
                                + " the secret stands; never write the secret itself",
                        "instances[0].client-secret: this is not env:NAME | file:/path; it names"
                                + " where the secret stands; never write the secret itself",
                        "instances[0].person-creation: this is not one of match-only,"
                                + " match-and-create",
                        "instances[0].lookup.phone: not in identities; add it there or leave this"
                                + " out",
                        "instances[0].mapping[0].target: people are looked up by this field; it is"
                                + " not to be changed",
                        "instances[0].mapping[1].target: instances[0].mapping[0] feeds this field"
                                + " already; leave one",
                        "instances[0].mapping[1].target: people are looked up by this field; it is"
                                + " not to be changed",
                        "instances[0].mapping[2].source: missing; write text",
                        "instances[0].mapping[2].target: missing; write the REST name of a Marketo"
                                + " field; such as firstName",
                        "instances[0].limits.calls-per-20s: 101 is not a whole number from 1 to"
                                + " 100",
                        "instances[0].limits.max-in-flight: 11 is not a whole number from 1 to 10",
                        "instances[0].limits.removals-share: this is not a percentage from 1% to"
                                + " 90%; such as 10%",
                        "activations[0].audience: missing; write text",
                        "activations[0].instance: no instance of this name; there are (none)",
                        "activations[0].list.id: 0 is not a list id; use the number at the end of"
                                + " the list's URL (…#ST1001A1 → 1001)",
                        "activations[0].mode: this is not one of mirror, add-only; did you mean"
                                + " mirror?",
                        "activations[0].start: this is not a time; with its zone, such as"
                                + " 2026-12-01T00:00:00Z",
                        "activations[0].consent.rule: missing; write one of opt-out, opt-in",
                        "activations[1]: this is not keys and values; write key: value below it,"
                                + " indented");
    }

    @Test
    void clearingAtAnEndNeedsAnEnd() {
        assertThat(Given.faults(Given.activation("at-end: clear")))
                .containsExactly(
                        "activations[0].at-end: clear, but there is no end; add one or leave this"
                                + " out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "brake: {remove: lots} # brake.remove: this is not a percentage from 0% to 100%;"
                        + " such as 10%",
                "brake: {remove: 0.2} # brake.remove: this is not a percentage from 0% to 100%;"
                        + " such as 10%",
                "brake: {add: 1000%} # brake.add: 1000% is not a percentage from 0% to 999%; such as"
                        + " 10%",
                "brake: {at-least: few} # brake.at-least: this is not a whole number, at least 0",
                "brake: {at-most: 5} # brake.at-most: no such key; known here: remove, add,"
                        + " at-least",
                "initial-members: remove # initial-members: this is not one of keep, refuse, adopt,"
                        + " replace",
            })
    void saysWhatIsWrongInARule(String line, String fault) {
        assertThat(Given.faults(Given.activation(line))).containsExactly("activations[0]." + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "recreate-deleted: true # recreate-deleted: true; use false",
            })
    void anInstancesKeysNotBuiltYetAreRefused(String line, String refusal) {
        assertThat(Given.faults(Given.instance(line)))
                .containsExactly("not supported yet: instances[0]." + refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "transport: bulk # transport: this is not one of rest, ingestion",
                "ingestion-endpoint: https://ingest.example.com # ingestion-endpoint: nothing goes"
                        + " there by transport: rest; set transport: ingestion or leave this out",
                "'transport: ingestion, ingestion-endpoint: http://ingest.example.com'"
                        + " # ingestion-endpoint: this is not an https URL; without user,"
                        + " query and fragment; http only for loopback",
                "limits: {ingestion-per-day: 0} # limits.ingestion-per-day: 0 is not a whole"
                        + " number, at least 1",
            })
    void saysWhatIsWrongWithATransport(String lines, String fault) {
        assertThat(Given.faults(Given.instance(lines.split(", "))))
                .containsExactly("instances[0]." + fault);
    }

    @Test
    void theForgetKeyIsRefusedWithoutBeingRepeated() {
        assertThat(Given.faults(Given.YAML + "forget-key: hunter2\n"))
                .containsExactly(
                        "forget-key: this is not env:NAME | file:/path; it names where the secret"
                                + " stands; never write the secret itself");
    }

    @Test
    void valuesThatOnlyRepeatWhatIsBuiltAreTaken() {
        Given.read(Given.activation("initial-members: keep", "at-end: freeze", "dry-run: true"));
        Given.read(Given.activation("brake:", "consent:", "end:", "namespace: ~"));
        Given.read(Given.instance("recreate-deleted: false", "required-fields: []"));
        Given.read(Given.instance("limits: {creates-per-day: 5}", "mapping: []"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "munchkinid: 1 # munchkinid: no such key; did you mean munchkin-id?",
                "limits: {calls-per-days: 1} # limits.calls-per-days: no such key; did you mean"
                        + " calls-per-day?",
                "limits: {calls-per-day: 50001} # limits.calls-per-day: 50001 is more than"
                        + " instance-calls-per-day, 50000",
                "limits: {reserve-for-others: 50000} # limits.reserve-for-others: 50000 leaves"
                        + " nothing of instance-calls-per-day, 50000",
                "limits: 5 # limits: this is not keys and values; write key: value below it,"
                        + " indented",
                "limits: {calls-per-day: [1]} # limits.calls-per-day: this is not a single value;"
                        + " write a whole number, at least 1",
                "limits: {calls-per-day: 010} # limits.calls-per-day: 010 is not a whole number,"
                        + " at least 1",
                "mapping: {a: b} # mapping: this is not a list; write each item on its own line"
                        + " after a dash",
                "mapping: [~] # mapping[0]: this item is empty",
                "endpoint: https://a:b@c # endpoint: this is not an https URL; without user, query"
                        + " and fragment; http only for loopback",
                "'': 1 # : a key here is empty or is not a word",
            })
    void saysWhatIsWrongInAnInstance(String line, String fault) {
        String place = "instances[0]" + (fault.startsWith(":") ? "" : ".");
        assertThat(Given.faults(Given.instance(line))).containsExactly(place + fault);
    }

    @Test
    void anUnknownKeyWithoutANeighbourNamesTheKnownOnes() {
        assertThat(Given.faults(Given.YAML + "zebra: 1\n"))
                .containsExactly(
                        "zebra: no such key; known here: sources, forget-key, identities,"
                                + " instances, activations");
    }

    @Test
    void oneListHasOneActivation() {
        String second = "- {audience: silver, instance: emea, list: {id: 1001}}";
        assertThat(Given.faults(Given.YAML + "  " + second + "\n"))
                .containsExactly(
                        "activations[1].list.id: activations[0].list feeds this list already; one"
                                + " list has one activation");
    }

    @Test
    void anUnknownInstanceNamesThoseThatExist() {
        assertThat(Given.faults(Given.yaml("instance: emea", "instance: apac")))
                .containsExactly(
                        "activations[0].instance: no instance of this name; there are emea");
    }

    @Test
    void anEndComesAfterItsStart() {
        assertThat(
                        Given.faults(
                                Given.activation(
                                        "start: 2026-12-01T00:00:00Z",
                                        "end: 2026-12-01T00:00:00Z")))
                .containsExactly(
                        "activations[0].end: not after the start; make it later or leave it empty");
    }

    @Test
    void twoInstancesDifferInNameAndMunchkinId() {
        String second =
                """
                  - {name: emea, munchkin-id: 123-abc-456, client-id: env:A, client-secret: env:B,
                     lookup: {email: email}}
                activations:""";
        assertThat(Given.faults(Given.yaml("activations:", second)))
                .containsExactly(
                        "instances[1].munchkin-id: instances[0] is this subscription already; two"
                                + " would break its limits; leave one",
                        "instances[1].name: instances[0] has this name already; choose another");
    }

    @Test
    void oneTopicIsReadOnce() {
        String second = "  - {topic: audience-events, format: aep}\nidentities:";
        assertThat(Given.faults(Given.yaml("identities:", second)))
                .containsExactly("sources[1].topic: sources[0] reads this already; leave one");
    }

    @Test
    void nobodyCanBeFoundWithoutALookup() {
        List<String> faults =
                List.of("instances[0].lookup: missing; write a map of namespaces to fields");
        assertThat(Given.faults(Given.yaml("{email: email}", "{}"))).isEqualTo(faults);
        assertThat(
                        Given.faults(
                                Given.yaml(
                                        "lookup: {email: email}",
                                        "person-creation: match-and-create")))
                .isEqualTo(faults);
    }

    @Test
    void moreThanFourLookupsWouldNotFitIntoAReport() {
        String yaml =
                Given.yaml("identities: [email, ecid]", "identities: [email, a, b, c, d]")
                        .replace(
                                "lookup: {email: email}",
                                "lookup: {email: email, a: a, b: b, c: c, d: d}");
        assertThat(Given.faults(yaml))
                .containsExactly(
                        "instances[0].lookup: too many namespaces; use the 4 that match best");
    }

    @Test
    void whatIsRequiredIsMissed() {
        assertThat(Given.faults("sources:\nidentities: []\n"))
                .containsExactly(
                        "identities: missing; write a list",
                        "sources: missing; write a list",
                        "instances: missing; write a list",
                        "activations: missing; write a list, or name a topic: topics.activations");
    }
}

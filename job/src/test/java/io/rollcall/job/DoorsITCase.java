package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.dataverse.Dataverse;
import io.rollcall.sandbox.dataverse.Table;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dynamics 365 through both its doors, and the same people through all other doors at once: one
 * lead each, and whoever spoke last is right.
 */
class DoorsITCase {

    private static final String GOLD_LIST = "0aa1597f-0f9f-e711-8122-000d3aa2331c";
    private static final int CONTACTS = 1_200;

    private static final SyncYaml YAML =
            SyncYaml.identities("dynamics_id, email, ecid")
                    .source("{topic: audience-events, format: rollcall}")
                    .source("{topic: profiles, format: aep}")
                    .source(
                            """
                            topic: rows
                            format: csv
                            csv: {audience: gold, identity: email, namespace: email, status: status, at: at}
                            """)
                    .source(
                            """
                            topic: transfers
                            format: audience-manager
                            audience-manager: {data-sources: [{id: 12345, namespace: email}]}
                            """)
                    .source(
                            """
                            topic: dynamics
                            format: dataverse
                            dataverse: &rows
                              audiences: [{audience: synced}]
                              lists: {%s: gold}
                              fields: {firstname: firstName}
                            """
                                    .formatted(GOLD_LIST))
                    .instance(
                            "emea",
                            "111-AAA-111",
                            "person-creation: match-and-create",
                            "mapping: [{source: firstName, target: firstName}]")
                    .activation(
                            "synced",
                            "emea",
                            "id: 1001",
                            "consent: {attribute: consents.dynamics.email.val, rule: opt-out}")
                    .activation("gold", "emea", "id: 1002");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private Dataverse dataverse;
    private Table contacts;
    private Subscription emea;
    private StaticList synced;
    private StaticList gold;

    @Test
    void onePersonIsOneLeadWhicheverDoorTheyComeThrough() throws Exception {
        try (Stand started = Stand.start(folder);
                Dataverse environment = Dataverse.start("sandbox")) {
            stand = started;
            dataverse = environment;
            contacts = dataverse.table("contact");
            emea = stand.sandbox.marketo("111-AAA-111");
            emea.latency(Latency.NONE);
            synced = list(1001);
            gold = list(1002);
            for (String topic :
                    List.of(Stand.EVENTS, "profiles", "rows", "transfers", "dynamics")) {
                stand.broker.create(topic, 1);
            }
            people();
            submit();

            readsAllOfATable();
            followsWhatChanges();
            readsAnewWhenChangesAreNoLongerKnown();
            lastWordWinsAcrossAllDoors();
            saysWhatCannotBeUsed();
            nobodyIsThereTwice();
        }
    }

    private StaticList list(long id) {
        return emea.lists().create(id, "List " + id);
    }

    /** Every sixth was told not to be synced, every seventh has opted out. */
    private void people() {
        for (int i = 0; i < CONTACTS; i++) {
            put(i, Map.of("emailaddress1", email(i), "firstname", "P" + i));
            if (i % 6 == 0) {
                put(i, Map.of("new_synctomkto", false));
            }
            put(i, Map.of("donotbulkemail", i % 7 == 0, "donotemail", false));
        }
    }

    private void submit() throws Exception {
        Path id = Files.writeString(folder.resolve("id"), Dataverse.clientId());
        dataverse.busy(2, 1);
        stand.submit(stand.settings(YAML.source(webService(id))));
    }

    private String webService(Path id) throws Exception {
        return """
                format: dataverse
                dataverse:
                  <<: *rows
                  url: %1$s
                  login: %1$s
                  tenant: %2$s
                  client-id: file:%3$s
                  client-secret: file:%4$s
                  poll-interval: 500 ms
                """
                .formatted(dataverse.url(), Dataverse.tenant(), id, stand.secret());
    }

    private void readsAllOfATable() {
        outcome("\"status\":\"applied\"", "table contact: first sync complete: 1,200 rows");
        outcome("\"status\":\"applied\"", "table lead: first sync complete: 0 rows");
        holds(synced, IntStream.range(0, CONTACTS).filter(i -> i % 6 != 0 && i % 7 != 0));
        assertThat(emea.leads().byEmail(email(1)).get(0).values()).containsEntry("firstName", "P1");
    }

    private void followsWhatChanges() throws Exception {
        put(1, Map.of("new_synctomkto", false));
        contacts.delete(id(2));
        put(3, Map.of("emailaddress1", "moved@example.com"));
        put(4, Map.of("donotemail", true));
        put(6, Map.of("new_synctomkto", true));
        long readings = fullReadings();
        stand.replaceTaskManager(0);
        holds(synced, IntStream.concat(IntStream.of(6), remaining(1, 2, 4)));
        assertThat(fullReadings()).as("the links of changes were kept").isEqualTo(readings);
    }

    private long fullReadings() {
        return dataverse.asked().stream().filter(asked -> !asked.contains("token")).count();
    }

    /** One of them is gone without a trace, and all others stay. */
    private void readsAnewWhenChangesAreNoLongerKnown() {
        contacts.forget(id(5));
        put(8, Map.of("new_synctomkto", false));
        dataverse.expireLinks();
        outcome("\"status\":\"deferred\"", "changes are no longer known");
        outcome("read anew: 1,198 rows", "1 rows are gone since");
        holds(synced, IntStream.concat(IntStream.of(6), remaining(1, 2, 4, 5, 8)));
    }

    private void lastWordWinsAcrossAllDoors() throws Exception {
        Instant now = Instant.now().minusSeconds(60);
        dynamics("AddMember", 10, now);
        onGold(10);
        rows(10, "exited", now.plusSeconds(1));
        onGold();
        transfer(10, "1", now.plusSeconds(2));
        onGold(10);
        profile(10, "exited", now.plusSeconds(3));
        onGold();
        event(10, "realized", now.plusSeconds(4));
        onGold(10);
        // Said before, heard later.
        dynamics("RemoveMember", 10, now.plusSeconds(3));
        event(11, "realized", now);
        onGold(10, 11);
        dynamics("RemoveMember", 10, now.plusSeconds(5));
        onGold(11);
        // Of a person who came by another door, the row is deleted: only its id is told.
        contacts.delete(id(11));
        onGold();
    }

    private void saysWhatCannotBeUsed() throws Exception {
        stand.put(
                "dynamics",
                null,
                "{\"MessageName\":\"Delete\",\"PrimaryEntityName\":\"listmember\",\"PrimaryEntityId\":\""
                        + GOLD_LIST
                        + "\"}");
        Awaitility.await("the dead letter")
                .atMost(Duration.ofMinutes(1))
                .until(() -> stand.values("rollcall.dead-letters").size() == 1);
    }

    /** A changed address belongs to the lead that was there. */
    private void nobodyIsThereTwice() {
        for (int i = 0; i < CONTACTS; i++) {
            assertThat(emea.leads().byEmail(email(i))).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(emea.leads().byEmail("moved@example.com")).isEmpty();
        assertThat(emea.leads().byEmail(email(3))).hasSize(1);
    }

    private void put(int person, Map<String, Object> values) {
        contacts.put(id(person), values);
        contacts.put(id(person), Map.of("modifiedon", Instant.now().toString()));
    }

    private static String id(int person) {
        return "00000000-0000-0000-0000-%012d".formatted(person + 1);
    }

    private static String email(int person) {
        return "p" + person + "@example.com";
    }

    private void event(int person, String status, Instant at) throws Exception {
        stand.say(
                """
                {"person":{"email":"%s"},"audience":"gold","status":"%s","at":"%s"}"""
                        .formatted(email(person), status, at));
    }

    private void profile(int person, String status, Instant at) throws Exception {
        stand.put(
                "profiles",
                null,
                """
                {"identityMap":{"email":[{"id":"%s"}]},"segmentMembership":{"ups":{"gold":{"status":"%s","lastQualificationTime":"%s"}}}}"""
                        .formatted(email(person), status, at));
    }

    private void rows(int person, String status, Instant at) throws Exception {
        stand.put("rows", null, "email,status,at\n%s,%s,%s\n".formatted(email(person), status, at));
    }

    private void transfer(int person, String status, Instant at) throws Exception {
        String time =
                DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ROOT)
                        .format(at.plusMillis(999).atOffset(ZoneOffset.UTC));
        stand.put(
                "transfers",
                null,
                """
                {"User_DPID":"12345","Users":[{"AAM_UUID":"1","DataPartner_UUID":"%s","Segments":[{"Segment_ID":"gold","Status":"%s","DateTime":"%s"}]}]}"""
                        .formatted(email(person), status, time));
    }

    private void dynamics(String message, int person, Instant at) throws Exception {
        stand.put(
                "dynamics",
                null,
                """
                {"MessageName":"%s","PrimaryEntityName":"list","PrimaryEntityId":"%s","OperationCreatedOn":"/Date(%d+0000)/",
                 "InputParameters":[{"key":"ListId","value":"%2$s"},{"key":"EntityId","value":"%4$s"}]}"""
                        .formatted(message, GOLD_LIST, at.toEpochMilli(), id(person)));
    }

    private void outcome(String... words) {
        Awaitility.await(Arrays.toString(words))
                .atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                stand.values("rollcall.outcomes").stream()
                                        .anyMatch(o -> Arrays.stream(words).allMatch(o::contains)));
    }

    private static IntStream remaining(int... without) {
        Set<Integer> gone = Arrays.stream(without).boxed().collect(Collectors.toSet());
        return IntStream.range(0, CONTACTS)
                .filter(i -> i % 6 != 0 && i % 7 != 0 && !gone.contains(i));
    }

    private void onGold(int... people) {
        holds(gold, Arrays.stream(people));
    }

    private void holds(StaticList list, IntStream people) {
        Set<String> wanted =
                people.mapToObj(DoorsITCase::email).collect(Collectors.toCollection(TreeSet::new));
        Awaitility.await(list.name() + " holds " + wanted.size())
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(members(list)).isEqualTo(wanted));
    }

    private Set<String> members(StaticList list) {
        return list.members().stream()
                .map(id -> emea.leads().get(id).map(Lead::email).orElse("nobody"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Export;
import io.rollcall.sandbox.marketo.ExportPace;
import io.rollcall.sandbox.marketo.ImportPace;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole export comes onto an empty list as one file, and a long list is read by one, whatever
 * happens meanwhile.
 */
class ImportITCase {

    private static final int PEOPLE = 12_000;
    private static final int ODD = PEOPLE / 2;
    private static final String ODD_NAME = "Lovelace, \"Ada\"\nof the Lovelaces";

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance(
                            "emea",
                            "111-AAA-111",
                            "person-creation: match-and-create",
                            "mapping: [{source: name, target: lastName}]",
                            "limits: {calls-per-20s: 10, creates-per-day: 100000}")
                    .instance("apac", "222-BBB-222", "limits: {calls-per-20s: 100}")
                    .instance("amer", "333-CCC-333", "limits: {calls-per-20s: 100}")
                    .activation("gold", "emea", "id: 1001", "brake: {add: 100%, at-least: 100000}")
                    .activation("silver", "apac", "id: 2001", "initial-members: adopt")
                    .activation("bronze", "amer", "id: 3001");

    private static final Duration BARRED = Duration.ofMinutes(5);
    private static final int MEMBERS = 20_000;
    private static final int A_PAGE = 300;

    /** Two pages more than are read before an extract is asked for. */
    private static final int BRONZE_MEMBERS = 32 * A_PAGE;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private Subscription marketo;
    private StaticList gold;
    private Subscription apac;
    private StaticList silver;
    private StaticList bronze;

    @Test
    void anExportGoesAsOneFileAndNobodyIsLostByIt() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            marketo = stand.sandbox.create(SubscriptionSpec.of("111-AAA-111"));
            marketo.latency(Latency.NONE);
            marketo.imports().pace(new ImportPace(1_000, 1_000));
            gold = marketo.lists().create(1001, "Gold");
            marketo.leads().create(Map.of("email", email(1)), Subscription.DEFAULT_PARTITION);
            silverIsLong();
            bronzeMustBeReadByPages();
            stand.broker.create(Stand.EVENTS, 2);
            // All there when the list has been read, or calls would take some of them before.
            everybodyJoins();
            stand.submit(stand.settings(YAML, "--bulk.export-look=1 s"));

            // A job that dies before Marketo's answer is on record does not know for an hour.
            said("rollcall.reports", "(?i)\"ended\".*\"import\".*\"done\"");
            await(() -> assertThat(reports("announced")).isEqualTo(reports("ended")));
            stand.replaceTaskManager(0);
            int leaves = PEOPLE - 2;
            stand.say(event(email(leaves), "exited", "Gone"));

            // Whose creation the kill cut off is barred for a minute and a half: who are read just
            // before the flood go by a call, which may be announced as late as the import itself.
            await(BARRED, () -> assertThat(missing()).containsExactly(ODD, leaves));
            said("rollcall.outcomes", Pattern.quote(email(PEOPLE - 1)) + ".*add.*applied");
            said("rollcall.outcomes", Pattern.quote(email(ODD)) + ".*rejected");
            assertThat(lastName(PEOPLE - 1)).isEqualTo(ODD_NAME);
            assertThat(calls(CallKind.IMPORT)).as("never a second time").isOne();
            assertThat(marketo.leads().count()).as("nobody twice").isEqualTo(PEOPLE - 1);
            silverWasReadByAnExtract();
            bronzeWasReadByPages();
        }
    }

    /** One more than are on it is known to Marketo. */
    private void silverIsLong() {
        apac = marketo("222-BBB-222");
        silver = list(apac, 2001, MEMBERS);
    }

    /** Whose subscription has not the filter that it would take. */
    private void bronzeMustBeReadByPages() {
        Subscription amer = marketo("333-CCC-333");
        amer.exports().pace(amer.exports().pace().withoutStaticLists());
        bronze = list(amer, 3001, BRONZE_MEMBERS);
    }

    private Subscription marketo(String munchkinId) {
        Subscription created = stand.sandbox.create(SubscriptionSpec.of(munchkinId));
        created.latency(Latency.NONE);
        created.exports().pace(ExportPace.AT_ONCE.startingAfter(1_000));
        return created;
    }

    private static StaticList list(Subscription of, long id, int members) {
        StaticList list = of.lists().create(id, "List");
        for (int number = 0; number <= members; number++) {
            long lead = of.leads().create("member-" + number + "@example.com").id();
            if (number < members) {
                list.add(lead);
            }
        }
        return list;
    }

    private void bronzeWasReadByPages() throws Exception {
        said("rollcall.outcomes", "333-CCC-333.*set-up.*list 3001 is read page by page.*1035");
        stand.say(member(BRONZE_MEMBERS - 1, "bronze", "exited"));
        await(() -> assertThat(bronze.size()).isEqualTo(BRONZE_MEMBERS - 1));
    }

    private void silverWasReadByAnExtract() throws Exception {
        await(() -> assertThat(apac.exports().count(Export.Status.COMPLETED)).isBetween(1, 2));
        stand.say(member(7, "silver", "exited"));
        stand.say(member(8, "silver", "realized"));
        stand.say(member(MEMBERS, "silver", "realized"));

        await(() -> assertThat(isOnSilver(7)).isFalse());
        await(() -> assertThat(isOnSilver(MEMBERS)).isTrue());
        assertThat(silver.size()).as("all others were taken over").isEqualTo(MEMBERS);
        assertThat(apacCalls(CallKind.EXPORT_FILE)).isBetween(2L, 6L);
        assertThat(apacCalls(CallKind.LIST_READ)).isLessThan(MEMBERS / A_PAGE * 3 / 4);
        assertThat(apacCalls(CallKind.LIST_ADD)).as("only who was not there").isOne();
        assertThat(apacCalls(CallKind.LOOKUP)).as("only who was not there").isOne();
    }

    private static String member(int number, String audience, String status) {
        return "{\"person\":{\"email\":\"member-%d@example.com\"},\"audience\":\"%s\",\"status\":\"%s\"}"
                .formatted(number, audience, status);
    }

    private boolean isOnSilver(int number) {
        long lead = apac.leads().byEmail("member-" + number + "@example.com").get(0).id();
        return silver.contains(lead);
    }

    private long apacCalls(CallKind kind) {
        return apac.calls().count(call -> call.kind() == kind);
    }

    /** One has an address that Marketo does not take, the last a name that needs quotes. */
    private void everybodyJoins() {
        AtomicInteger taken = new AtomicInteger();
        try (KafkaProducer<String, String> feed = stand.broker.kafka().producer()) {
            IntStream.range(0, PEOPLE)
                    .mapToObj(
                            i -> event(email(i), "realized", i == PEOPLE - 1 ? ODD_NAME : "N" + i))
                    .map(event -> new ProducerRecord<String, String>(Stand.EVENTS, event))
                    .forEach(
                            event ->
                                    feed.send(
                                            event, (at, e) -> taken.addAndGet(e == null ? 1 : 0)));
        }
        assertThat(taken).as("taken by Kafka").hasValue(PEOPLE);
    }

    private static String email(int number) {
        return number == ODD ? "zoë@example.com" : "p" + number + "@example.com";
    }

    private static String event(String email, String status, String name) {
        String quoted = name.replace("\"", "\\\"").replace("\n", "\\n");
        return "{\"person\":{\"email\":\"%s\"},\"audience\":\"gold\",\"status\":\"%s\",\"attributes\":{\"name\":\"%s\"}}"
                .formatted(email, status, quoted);
    }

    private long calls(CallKind kind) {
        return marketo.calls().count(call -> call.kind() == kind);
    }

    /** Of calls for who came before the flood was seen: one that is lost bars them for minutes. */
    private long reports(String kind) {
        Pattern call = Pattern.compile("(?i)\"" + kind + "\".*\"call\":\"(upsert|add)\"");
        return stand.values("rollcall.reports").stream().filter(call.asPredicate()).count();
    }

    private List<Integer> missing() {
        Set<String> there =
                gold.members().stream()
                        .map(id -> marketo.leads().get(id).orElseThrow().email())
                        .collect(Collectors.toSet());
        return IntStream.range(0, PEOPLE).filter(i -> !there.contains(email(i))).boxed().toList();
    }

    private Object lastName(int number) {
        return marketo.leads().byEmail(email(number)).get(0).show("lastName");
    }

    private void said(String topic, String pattern) {
        await(
                () ->
                        assertThat(stand.values(topic))
                                .anyMatch(value -> Pattern.compile(pattern).matcher(value).find()));
    }

    private static void await(ThrowingRunnable what) {
        await(Duration.ofSeconds(120), what);
    }

    private static void await(Duration atMost, ThrowingRunnable what) {
        Awaitility.await().atMost(atMost).untilAsserted(what);
    }
}

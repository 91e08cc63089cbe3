package io.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.activation.ListName;
import io.rollcall.report.CallKind;
import io.rollcall.report.ImportRows;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListPage;
import io.rollcall.testing.MemoryStore;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** State is read back as it was written, today's by today's class and version 1's for ever. */
class StateFormatTest {

    private static final String INSTANCE = Bench.INSTANCE;

    @Test
    void aWishRoundTripsWhereverItIs() {
        Held fresh = Held.fresh(wish());
        for (Held held :
                List.of(
                        fresh,
                        fresh.queued("2/3/0/0/email", 41),
                        fresh.inCall("c1"),
                        fresh.smaller().retried())) {
            assertThat(Held.decode(INSTANCE, held.encode())).isEqualTo(held);
        }
        Held listWish = Held.fresh(Bench.add(1001, 7));
        assertThat(Held.decode(INSTANCE, listWish.encode())).isEqualTo(listWish);
    }

    @Test
    void aCallRoundTrips() {
        OpenCall call = call();
        OpenCall read = OpenCall.decode(call.encode());

        assertThat(read).usingRecursiveComparison().isEqualTo(call);
        call.page = null;
        call.queue = null;
        call.sequence = -1;
        assertThat(OpenCall.decode(call.encode())).usingRecursiveComparison().isEqualTo(call);
    }

    @Test
    void anImportRoundTripsInEveryPhase() {
        for (Import.Phase phase : Import.Phase.values()) {
            Import made = anImport();
            made.phase = phase;
            assertThat(ImportCodec.decode(ImportCodec.encode(made)))
                    .usingRecursiveComparison()
                    .isEqualTo(made);
        }
        Import fresh = new Import("i2", Wish.Kind.ADD, 7);
        assertThat(ImportCodec.decode(ImportCodec.encode(fresh)))
                .usingRecursiveComparison()
                .isEqualTo(fresh);
    }

    @Test
    void aQueueIsNamedByTheListThatItsPeopleAreToJoinToo() {
        QueueKey joining =
                new QueueKey(Lane.ADDITIONS, Wish.Kind.UPSERT, "email", 1, 2, 1_234_567_890_123L);
        QueueKey alone = new QueueKey(Lane.ADDITIONS, Wish.Kind.UPSERT, "email", 1, 2);
        for (QueueKey key : List.of(joining, alone)) {
            assertThat(QueueKey.parse(key.text())).isEqualTo(key);
        }
        assertThat(alone.text()).isEqualTo("3/4/1/2/email");
        assertThat(QueueKey.parse("3/4/1/2/a/b@c"))
                .isEqualTo(new QueueKey(Lane.ADDITIONS, Wish.Kind.UPSERT, "a/b@c", 1, 2, 0));
    }

    @Test
    void theBookRoundTrips() {
        MemoryStore store = new MemoryStore();
        Book book = book();
        book.save(store);
        assertThat(Book.load(store)).usingRecursiveComparison().isEqualTo(book);
        Book empty = new Book();
        empty.save(store);
        assertThat(Book.load(store)).usingRecursiveComparison().isEqualTo(empty);
    }

    @Test
    void aQueueRoundTripsButForItsTurn() {
        Queue queue = queue();
        assertThat(Queue.decode(queue.text, queue.encode()))
                .usingRecursiveComparison()
                .isEqualTo(queue);
    }

    @Test
    void listReadsRoundTrip() {
        MemoryStore store = new MemoryStore();
        ListReads reads = new ListReads(store);
        Map<Long, ListReads.Reading> all =
                Map.of(
                        1L, ListReads.start(),
                        2L, new ListReads.Reading(new ListPage(17, "token", false, 0), "c1"),
                        3L, new ListReads.Reading(new ListPage(18, null, true, 0), null),
                        4L,
                                new ListReads.Reading(
                                        new ListPage(18, "x", false, 0), null, 7, true, null),
                        5L,
                                new ListReads.Reading(
                                        new ListPage(18, "x", false, 0),
                                        "c2",
                                        31,
                                        false,
                                        extract()));
        all.forEach(reads::put);
        ListReads read = new ListReads(store);
        all.forEach((list, reading) -> assertThat(read.get(list)).isEqualTo(reading));
    }

    /** To renew after a deliberate change before the first release: print {@link #today()}. */
    @Test
    void versionOneIsReadForEver() throws IOException {
        Properties kept = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/schedule/state-v1.properties")) {
            kept.load(in);
        }
        assertThat(Held.decode(INSTANCE, bytes(kept, "wish"))).isEqualTo(held());
        assertThat(OpenCall.decode(bytes(kept, "call")))
                .usingRecursiveComparison()
                .isEqualTo(call());
        assertThat(Queue.decode(queue().text, bytes(kept, "queue")))
                .usingRecursiveComparison()
                .isEqualTo(queue());
        MemoryStore store = new MemoryStore();
        store.put(SchedulerStore.Space.BOOK, "book", bytes(kept, "book"));
        store.put(SchedulerStore.Space.READS, "2", bytes(kept, "reads"));
        assertThat(Book.load(store)).usingRecursiveComparison().isEqualTo(book());
        assertThat(new ListReads(store).get(2).call()).isEqualTo("c1");
        assertThat(NamedList.decode(bytes(kept, "named-list"))).isEqualTo(namedList());
        assertThat(Described.decode(bytes(kept, "described"))).isEqualTo(described());
        assertThat(Braked.decode(bytes(kept, "brake")))
                .usingRecursiveComparison()
                .isEqualTo(brake());
        assertThat(OpenCall.decode(bytes(kept, "set-up-call")))
                .usingRecursiveComparison()
                .isEqualTo(setUpCall());
        assertThat(ImportCodec.decode(bytes(kept, "import")))
                .usingRecursiveComparison()
                .isEqualTo(anImport());
        assertThat(OpenCall.decode(bytes(kept, "import-call")))
                .usingRecursiveComparison()
                .isEqualTo(importCall());
        assertThat(today()).as("today's bytes are version 1's").isEqualTo(new TreeMap<>(kept));
    }

    @Test
    void aLaterVersionIsRefusedInClearWords() {
        for (String what : today().keySet()) {
            byte[] later = HexFormat.of().parseHex(today().get(what));
            later[0] = 2;
            assertThatThrownBy(() -> decode(what, later))
                    .hasMessageContaining("state version 2 is not known to this job")
                    .hasMessageContaining("use a newer one");
        }
    }

    /** A later version may add a field at the end: this one reads what it knows. */
    @Test
    void whatALaterVersionAppendsDoesNotDisturbThisOne() {
        today().forEach(
                        (what, hex) -> {
                            byte[] later = HexFormat.of().parseHex(hex + "0301ff7f");
                            assertThat(decode(what, later))
                                    .as(what)
                                    .usingRecursiveComparison()
                                    .isEqualTo(decode(what, HexFormat.of().parseHex(hex)));
                        });
    }

    private static Object decode(String what, byte[] bytes) {
        MemoryStore store = new MemoryStore();
        store.put(SchedulerStore.Space.BOOK, "book", bytes);
        store.put(SchedulerStore.Space.READS, "2", bytes);
        return switch (what) {
            case "wish" -> Held.decode(INSTANCE, bytes);
            case "import" -> ImportCodec.decode(bytes);
            case "call", "set-up-call", "import-call" -> OpenCall.decode(bytes);
            case "named-list" -> NamedList.decode(bytes);
            case "described" -> Described.decode(bytes);
            case "queue" -> Queue.decode(queue().text, bytes);
            case "brake" -> Braked.decode(bytes);
            case "book" -> Book.load(store);
            default -> new ListReads(store).get(2);
        };
    }

    private static Extract extract() {
        ListExport export =
                new ListExport("e-1", ListExport.Status.COMPLETED, 9_000, 300, 4_000, 120);
        return new Extract(new ListPage(44, null, false, 0, export), 2, 1_795_370_400_000L, 9);
    }

    @Test
    void callsOfAnExtractRoundTrip() {
        OpenCall call = new OpenCall("c4", "5-abc", CallKind.EXTRACT_FILE, 1001, List.of());
        call.page = extract().page();
        assertThat(OpenCall.decode(call.encode())).usingRecursiveComparison().isEqualTo(call);
        call.page = Extract.begun(0).page();
        assertThat(OpenCall.decode(call.encode())).usingRecursiveComparison().isEqualTo(call);
    }

    static Map<String, String> today() {
        MemoryStore store = new MemoryStore();
        book().save(store);
        new ListReads(store)
                .put(2, new ListReads.Reading(new ListPage(17, "token", false, 0), "c1"));
        Map<String, String> today = new TreeMap<>();
        today.put("wish", hex(held().encode()));
        today.put("call", hex(call().encode()));
        today.put("set-up-call", hex(setUpCall().encode()));
        today.put("import", hex(ImportCodec.encode(anImport())));
        today.put("import-call", hex(importCall().encode()));
        today.put("named-list", hex(namedList().encode()));
        today.put("described", hex(described().encode()));
        today.put("queue", hex(queue().encode()));
        today.put("brake", hex(brake().encode()));
        today.put("book", hex(store.get(SchedulerStore.Space.BOOK, "book")));
        today.put("reads", hex(store.get(SchedulerStore.Space.READS, "2")));
        return today;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(Properties kept, String what) {
        return HexFormat.of().parseHex(kept.getProperty(what));
    }

    private static Held held() {
        return new Held(wish(), "2/4/1/3/email", 4_711, null, 1, 3);
    }

    private static Wish wish() {
        return new Wish(
                Wish.Kind.UPSERT,
                INSTANCE,
                "email:ada@example.com",
                0,
                0,
                Lane.ADDITIONS,
                1_795_370_400_000L,
                -1,
                "email",
                "ada@example.com",
                clearing());
    }

    /** A null value clears the field. */
    private static Map<String, String> clearing() {
        Map<String, String> values = new TreeMap<>(Map.of("firstName", "Ada", "lastName", ""));
        values.put("title", null);
        return values;
    }

    private static OpenCall call() {
        OpenCall call =
                new OpenCall(
                        "c1",
                        "5-abc",
                        CallKind.READ,
                        1001,
                        List.of(
                                new OpenCall.Member("L1001/7", "email:a@example.com", 7, null, 0),
                                new OpenCall.Member("Pb", "b", 0, "email", -3)));
        call.state = OpenCall.State.MAY_RUN;
        call.queue = "0/1/0/0/1001";
        call.announcedAt = 1_795_370_400_000L;
        call.sequence = 88;
        call.releasedAt = 1_795_370_400_100L;
        call.mayRunUntil = 1_795_370_435_100L;
        call.endWritten = true;
        call.page = new ListPage(-1, null, false, 0);
        call.waiting.add("L1001/7");
        return call;
    }

    private static NamedList namedList() {
        return NamedList.wanted(new ListName("Gold", "34", true, "EMEA", true), "ups:gold")
                .inFolder(34)
                .madeBy(12)
                .found(1027, "Old")
                .held("why", 99);
    }

    private static Described described() {
        return new Described(-7, true, List.of("a", "b"), 3);
    }

    private static OpenCall setUpCall() {
        OpenCall call = new OpenCall("c2", "5-abc", CallKind.LIST_CREATE, 0, List.of());
        call.setUp = ListSteps.asking(namedList());
        return call;
    }

    private static Import anImport() {
        Import made = new Import("i1", Wish.Kind.UPSERT, 1001);
        made.phase = Import.Phase.FAILURES;
        made.result = Import.Result.FAILED;
        made.parts = 3;
        made.rows = 2_400;
        made.since = 1_795_370_400_000L;
        made.lookAt = 1_795_370_410_000L;
        made.looks = 2;
        made.batch = 1_014;
        made.failed = 5;
        made.warned = 6;
        made.row = 4;
        made.call = "c3";
        made.refused.add(-7L);
        made.doubtful.add(Long.MAX_VALUE);
        return made;
    }

    private static OpenCall importCall() {
        OpenCall call = new OpenCall("c3", "5-abc", CallKind.IMPORT_FAILURES, 1001, List.of());
        call.batch = anImport().batch().with(ImportRows.from(4));
        return call;
    }

    private static Braked brake() {
        Braked brake = new Braked();
        brake.size = 52_000;
        brake.counted = 300;
        brake.beginEpisode();
        brake.removed = 41_300;
        brake.added = 2;
        brake.lastAt = 1_795_370_400_000L;
        brake.accepted = true;
        brake.held = "why";
        return brake;
    }

    private static Queue queue() {
        Queue queue = new Queue(QueueKey.parse("2/0/1/3/1001"));
        queue.head = 17;
        queue.tail = 400;
        queue.live = 300;
        queue.oldestAt = 1_795_370_400_000L;
        return queue;
    }

    private static Book book() {
        Book book = new Book();
        book.run = "5-abc";
        book.beganAt = 12;
        book.beginWrittenAt = 1_795_370_400_000L;
        book.supersededAt = 1_795_370_400_001L;
        book.knowRun("0-x");
        book.knowRun("5-abc");
        book.day = 20_779;
        book.callsToday = 17;
        book.createdToday = 3;
        book.totalToday = 99;
        book.permitsLimit = 25;
        book.inFlightLimit = 4;
        book.limitsLoweredAt = 1_795_370_400_002L;
        book.permits.ended(1_795_370_400_003L);
        book.pauses.put(Book.EVERYTHING, new Pause(1_795_370_460_000L, "606", 2));
        return book;
    }
}

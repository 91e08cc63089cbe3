package io.rollcall.job.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rollcall.event.RawEvent;
import io.rollcall.job.dataverse.TableSplit.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableSyncTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long NOW = 1_800_000_000_000L;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TableQuery QUERY = query("v1", 0.2);

    private TableSync sync = started(TableSplit.first("contact"), QUERY);

    private static TableQuery query(String version, double mayBeGone) {
        return new TableQuery("contact", "https://x/first", version, mayBeGone);
    }

    private static TableSync started(TableSplit split, TableQuery query) {
        return new TableSync(split, query, "x", MINUTE);
    }

    @Test
    void readsPagesAndThenChanges() {
        assertThat(sync.ask(NOW)).isEqualTo("https://x/first");
        assertThat(sync.dueAt()).isEqualTo(Long.MAX_VALUE);
        sync.take(page("next", false, row(1), row(2)), NOW + 5_000);
        assertThat(drain()).containsExactly(said(1), said(2));
        assertThat(sync.dueAt()).isLessThanOrEqualTo(NOW + 5_000);
        assertThat(sync.ask(NOW + 5_000)).isEqualTo("next");
        sync.take(page("changes", true, row(3)), NOW + 9_000);
        assertThat(drain())
                .containsExactly(said(3), notice("APPLIED", "first sync complete: 3 rows in 9 s"));
        assertThat(sync.dueAt()).isEqualTo(NOW + MINUTE.toMillis());
        assertThat(sync.readsAll()).isFalse();
        assertThat(sync.ask(NOW)).isEqualTo("changes");
        sync.take(page("later", true, row(4), deleted(1)), NOW);
        assertThat(drain()).containsExactly(said(4), gone(1));
        assertThat(sync.ask(NOW)).isEqualTo("later");
    }

    @Test
    void stateStaysWithAPageUntilItsLastRowIsOut() {
        sync.ask(NOW);
        sync.take(page("next", false, row(1), row(2)), NOW);
        sync.next(NOW);
        assertThat(restored(QUERY).ask(NOW)).isEqualTo("https://x/first");
        sync.next(NOW);
        assertThat(restored(QUERY).ask(NOW)).isEqualTo("next");
    }

    /** The end of the first reading is told again rather than never. */
    @Test
    void theEndIsNotReachedBeforeItHasBeenTold() {
        sync.ask(NOW);
        sync.take(page("changes", true, row(1)), NOW);
        sync.next(NOW);
        assertThat(sync.split().stage()).isEqualTo(Stage.FIRST);
        sync.next(NOW);
        assertThat(sync.split().stage()).isEqualTo(Stage.CHANGES);
    }

    @Test
    void anEmptyTableIsComplete() {
        sync.ask(NOW);
        sync.take(page("changes", true), NOW);
        assertThat(drain())
                .containsExactly(notice("APPLIED", "first sync complete: 0 rows in 0 s"));
        assertThat(sync.readsAll()).isFalse();
    }

    @Test
    void whenChangesAreNoLongerKnownAllIsReadAnewAndWhoIsGoneLeaves() {
        readAll(1, 2, 3);
        sync.ask(NOW);
        sync.take(Reply.of(Trouble.GONE, "HTTP 410"), NOW);
        assertThat(drain().toString()).contains("DEFERRED", "nobody is removed before");
        assertThat(sync.ask(NOW)).isEqualTo("https://x/first");
        sync.take(page("next", false, row(1)), NOW);
        assertThat(drain()).containsExactly(said(1));
        sync.ask(NOW);
        sync.take(page("changes", true, row(3), row(4)), NOW);
        assertThat(drain())
                .containsExactly(
                        said(3),
                        // Whoever was away counts from now on.
                        said(4).replace("\"row\"", "\"back\":true,\"row\""),
                        gone(2),
                        notice("APPLIED", "read anew: 3 rows in 0 s; 1 rows are gone since"));
        assertThat(sync.readsAll()).isFalse();
    }

    /** Rights that were taken away look like rows that are gone. */
    @Test
    void whenTooManyAreGoneNobodyLeavesUntilThatIsAllowed() {
        int[] all = IntStream.rangeClosed(1, 100).toArray();
        readAll(all);
        readAnew(Arrays.copyOf(all, 79));
        assertThat(drain())
                .hasSize(80)
                .last()
                .asString()
                .contains("HELD", "21 rows seem to be gone", "raise dataverse.may-be-gone");
        sync = restored(query("v2", 0.5));
        assertThat(sync.ask(NOW)).isEqualTo("https://x/first");
        sync.take(page("changes", true, rows(Arrays.copyOf(all, 79))), NOW);
        assertThat(drain()).contains(gone(80), gone(100)).hasSize(79 + 21 + 1);
    }

    @Test
    void aReadingThatFindsNobodyRemovesNobody() {
        readAll(1, 2);
        readAnew();
        assertThat(drain()).singleElement().asString().contains("HELD");
    }

    @Test
    void aDeletionIsKnownForLater() {
        readAll(1, 2);
        sync.ask(NOW);
        sync.take(page("later", true, deleted(2)), NOW);
        drain();
        readAnew(1);
        assertThat(drain()).containsExactly(said(1), notice("APPLIED", "read anew: 1 rows in 0 s"));
    }

    @Test
    void aReadingThatIsCutShortBeginsAgainAndForgetsNobodyItSaw() {
        sync.ask(NOW);
        sync.take(page("next", false, row(1), row(2)), NOW);
        drain();
        sync.ask(NOW);
        sync.take(Reply.of(Trouble.GONE, "HTTP 400"), NOW);
        drain();
        assertThat(sync.ask(NOW)).isEqualTo("https://x/first");
        sync.take(page("changes", true, row(1)), NOW);
        assertThat(drain())
                .containsExactly(
                        said(1),
                        gone(2),
                        notice(
                                "APPLIED",
                                "first sync complete: 1 rows in 0 s; 1 rows are gone since"));
    }

    @Test
    void otherColumnsAskForANewReading() {
        readAll(1);
        assertThat(restored(QUERY).ask(NOW)).isEqualTo("changes");
        assertThat(restored(query("v2", 0.2)).ask(NOW)).isEqualTo("https://x/first");
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, 17, 1, 17000",
        "BUSY, 0, 1, 1000",
        "BUSY, 99999, 1, 3600000",
        "TOKEN, 0, 1, 0",
        "TOKEN, 0, 2, 1000",
        "FAILED, 0, 1, 1000",
        "FAILED, 0, 4, 8000",
        "REFUSED, 0, 100, 300000",
        "GONE, 0, 2, 2000"
    })
    void waitsAfterTrouble(Trouble trouble, long retryAfter, int times, long millis) {
        for (int i = 0; i < times; i++) {
            sync.ask(NOW);
            sync.take(new Reply(null, trouble, retryAfter, "x"), NOW);
        }
        assertThat(sync.dueAt()).isEqualTo(NOW + millis);
        assertThat(drain()).isEmpty();
        assertThat(sync.ask(NOW)).isEqualTo("https://x/first");
    }

    /** A link that is refused at once, again and again, must not read all without end. */
    @Test
    void readsAnewLaterAndLater() {
        readAll(1);
        for (int i = 0; i < 5; i++) {
            readAnew(1);
            drain();
        }
        sync.ask(NOW);
        sync.take(Reply.of(Trouble.GONE, "HTTP 410"), NOW);
        drain();
        assertThat(sync.dueAt()).isEqualTo(NOW + 32_000);
    }

    private void readAll(int... numbers) {
        sync.ask(NOW);
        sync.take(page("changes", true, rows(numbers)), NOW);
        drain();
    }

    private void readAnew(int... numbers) {
        sync.ask(NOW);
        sync.take(Reply.of(Trouble.GONE, "HTTP 410"), NOW);
        drain();
        sync.ask(NOW);
        sync.take(page("changes", true, rows(numbers)), NOW);
    }

    private TableSync restored(TableQuery query) {
        return started(TableSplitSerializerTest.copy(sync.split()), query);
    }

    private List<String> drain() {
        List<String> said = new ArrayList<>();
        for (RawEvent event = sync.next(NOW); event != null; event = sync.next(NOW)) {
            said.add(new String(event.value(), StandardCharsets.UTF_8));
        }
        return said;
    }

    private static Reply page(String link, boolean last, JsonNode... rows) {
        return Reply.of(new Page(List.of(rows), link, last));
    }

    private static JsonNode[] rows(int... numbers) {
        return Arrays.stream(numbers).mapToObj(TableSyncTest::row).toArray(JsonNode[]::new);
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-%012d".formatted(number);
    }

    private static JsonNode row(int number) {
        return json("{\"contactid\":\"" + id(number) + "\"}");
    }

    private static JsonNode deleted(int number) {
        return json(
                "{\"@odata.context\":\"https://x/$metadata#contacts/$deletedEntity\",\"id\":\""
                        + id(number)
                        + "\",\"reason\":\"deleted\"}");
    }

    private static String said(int number) {
        return "{\"table\":\"contact\",\"row\":" + row(number) + "}";
    }

    private static String gone(int number) {
        return "{\"table\":\"contact\",\"deleted\":\"" + id(number) + "\"}";
    }

    private static String notice(String status, String words) {
        return "{\"status\":\"%s\",\"reason\":\"Dataverse, table contact: %s\"}"
                .formatted(status, words);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}

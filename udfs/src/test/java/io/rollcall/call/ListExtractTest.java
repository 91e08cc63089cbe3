package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.CallKind;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListExport.Status;
import io.rollcall.report.ListPage;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListExtractTest extends CallerTestCase {

    private static final String ID = "ce45a7a1-f19d-4ce2-882c-a3c795940a7d";

    private static ListExport export(Status status) {
        return ListExport.NEW.is(status == null ? null : ID, status);
    }

    private Report asked(CallKind kind, ListExport export, String answer) {
        marketo.answers(answer);
        ListPage page = new ListPage(99, null, false, 0, export);
        return end(call(kind, 1001, List.of(), page));
    }

    private static String answer(String more) {
        return "{\"requestId\":\"1#2\",\"success\":true,\"result\":[{\"exportId\":\""
                + ID
                + "\","
                + more
                + "}]}";
    }

    private Report status(String more) {
        return asked(CallKind.EXTRACT_STATUS, export(Status.QUEUED), answer(more));
    }

    @Test
    void makesAJobOfWhoIsOnTheListWithAllTheirNames() {
        Report end =
                asked(CallKind.EXTRACT_CREATE, ListExport.NEW, answer("\"status\":\"Created\""));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method() + " " + seen.path())
                .isEqualTo("POST /bulk/v1/leads/export/create.json");
        assertThat(seen.headers()).containsEntry("Content-type", "application/json");
        assertThat(seen.body())
                .isEqualTo(
                        "{\"fields\":[\"id\",\"email\",\"ecidText\"],\"format\":\"CSV\","
                                + "\"filter\":{\"staticListId\":1001}}");
        assertThat(end.verdict()).isEqualTo(Verdict.DONE);
        assertThat(end.page()).isEqualTo(new ListPage(99, null, false, 0, export(Status.CREATED)));
    }

    @Test
    void putsItIntoTheQueue() {
        Report end =
                asked(
                        CallKind.EXTRACT_QUEUE,
                        export(Status.CREATED),
                        answer("\"status\":\"Queued\",\"queuedAt\":\"2019-06-04T23:36:17Z\""));

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method() + " " + seen.path())
                .isEqualTo("POST /bulk/v1/leads/export/" + ID + "/enqueue.json");
        assertThat(seen.body()).isEmpty();
        assertThat(end.page().export().status()).isEqualTo(Status.QUEUED);
    }

    @ParameterizedTest
    @CsvSource({
        "Created,CREATED",
        "Processing,PROCESSING",
        "Canceled,CANCELED",
        "Cancelled,CANCELED",
        "Failed,FAILED"
    })
    void tellsHowFarItIs(String word, Status status) {
        assertThat(status("\"status\":\"" + word + "\"").page().export()).isEqualTo(export(status));
        assertThat(marketo.onlyCall().path())
                .isEqualTo("/bulk/v1/leads/export/" + ID + "/status.json");
    }

    @Test
    void tellsHowLargeTheFinishedFileIs() {
        Report end =
                status("\"status\":\"Completed\",\"numberOfRecords\":122323,\"fileSize\":123424");

        assertThat(end.page().export()).isEqualTo(export(Status.COMPLETED).of(123_424, 122_323));
    }

    /** One of unknown size could not be told from one that was cut short. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"Completed\"",
                "\"status\":\"Completed\",\"fileSize\":123424",
                "\"status\":\"Completed\",\"fileSize\":-1,\"numberOfRecords\":2",
                "\"status\":\"Splendid\"",
                "\"format\":\"CSV\""
            })
    void aStatusThatSaysTooLittleIsUnreadable(String more) {
        Report end = status(more);
        assertThat(end.code()).isEqualTo("unreadable");
        assertThat(end.page().export()).isEqualTo(export(Status.QUEUED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-one", "", "../../../rest/v1/leads", "a b"})
    void anIdThatIsNotOursIsUnreadable(String id) {
        String other = answer("\"status\":\"Created\"").replace(ID, id);

        assertThat(asked(CallKind.EXTRACT_STATUS, export(Status.QUEUED), other).code())
                .isEqualTo("unreadable");
        if (!id.equals("another-one")) {
            assertThat(asked(CallKind.EXTRACT_CREATE, ListExport.NEW, other).code())
                    .isEqualTo("unreadable");
        }
    }

    @Test
    void aRefusalIsSaidByItsCode() {
        Report end =
                asked(
                        CallKind.EXTRACT_CREATE,
                        ListExport.NEW,
                        "{\"requestId\":\"1#2\",\"success\":false,\"errors\":[{\"code\":\"1035\","
                                + "\"message\":\"Unsupported filter type\"}]}");

        assertThat(end.verdict()).isEqualTo(Verdict.NOT_DONE);
        assertThat(end.code()).isEqualTo("1035");
        assertThat(end.page().export()).isEqualTo(ListExport.NEW);
    }
}

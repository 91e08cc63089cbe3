package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.event.Identity;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListExport.Status;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.Report;
import io.rollcall.report.ReportCodec;
import io.rollcall.report.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractFileTest extends CallerTestCase {

    private static final String HEADER = "id,email,ecidText\r\n";

    private static ListExport of(String file, int rows) {
        int bytes = file.getBytes(StandardCharsets.UTF_8).length;
        return new ListExport("e-1", Status.COMPLETED, bytes, rows, 0, 0);
    }

    private Report read(ListExport export, String part) {
        return read(caller(), export, 206, part);
    }

    private Report read(Caller caller, ListExport export, int status, String body) {
        marketo.answers(status, body);
        ListPage page = new ListPage(99, null, false, 0, export);
        return end(caller, call(CallKind.EXTRACT_FILE, 1001, List.of(), page));
    }

    private Report whole(String file, int rows) {
        return read(of(file, rows), file);
    }

    private static List<String> people(Report report) {
        return report.members().stream().map(Member::person).toList();
    }

    @Test
    void readsRowsAsMembersOfTheList() {
        String file =
                HEADER
                        + "7, Ada@X.example,38143\r\n"
                        + "8,null,null\r\n"
                        + "9,\"b,\"\"o\"\"@x.example\",null\r\n";

        Report report = whole(file, 3);

        FakeMarketo.Seen seen = marketo.onlyCall();
        assertThat(seen.method() + " " + seen.path())
                .isEqualTo("GET /bulk/v1/leads/export/e-1/file.json");
        assertThat(seen.headers())
                .containsEntry("Range", "bytes=0-" + (file.length() - 1))
                .containsEntry("Accept", "*/*");
        assertThat(report.verdict()).isEqualTo(Verdict.DONE);
        Identity ada = Identity.of("email", "ada@x.example");
        Identity ecid = Identity.of("ecid", "38143");
        assertThat(report.members())
                .extracting(Member::person, Member::lead, Member::identities)
                .containsExactly(
                        tuple(ada.key(), 7L, List.of(ada, ecid)),
                        tuple(ecid.key(), 7L, List.of(ada, ecid)),
                        tuple("email:b,\"o\"@x.example", 9L, List.of()));
        assertThat(report.page())
                .isEqualTo(new ListPage(99, null, true, 1, of(file, 3).at(file.length(), 3)));
    }

    /** Nobody but the person is named, unless the name is not the first that is looked up. */
    @Test
    void aNameThatStandsAloneIsToldOnceAndASecondaryOneTwice() {
        Report report = whole(HEADER + "7,ada@x.example,null\n8,null,38143\n", 2);

        assertThat(report.members())
                .extracting(Member::person, Member::identities)
                .containsExactly(
                        tuple("email:ada@x.example", List.of()),
                        tuple("ecid:38143", List.of(Identity.of("ecid", "38143"))));
    }

    @Test
    void aRowThatTheRangeCutsIsLeftToTheNext() {
        String file = HEADER + "7,ada@x.example,null\n8,bob@x.example,null\n9,cyd@x.example,null\n";
        int cut = file.indexOf("bob") + 2;

        Report first = read(of(file, 3), file.substring(0, cut));
        ListExport next = first.page().export();

        assertThat(people(first)).containsExactly("email:ada@x.example");
        assertThat(first.page().complete()).isFalse();
        assertThat(next.from()).isEqualTo(file.indexOf("8,bob"));
        assertThat(next.read()).isEqualTo(1);

        Report rest = read(next, file.substring((int) next.from()));
        assertThat(people(rest)).containsExactly("email:bob@x.example", "email:cyd@x.example");
        assertThat(rest.page().complete()).isTrue();
        assertThat(marketo.calls.get(1).headers())
                .containsEntry("Range", "bytes=" + next.from() + "-" + (file.length() - 1));
    }

    @Test
    void aLineBreakInAValueEndsNoRow() {
        Report report = whole(HEADER + "7,ada@x.example,\"3\n8,x\"\n9,cyd@x.example,null", 2);

        assertThat(report.members()).extracting(Member::lead).containsExactly(7L, 7L, 9L);
    }

    @Test
    void aServerThatKnowsNoRangesSendsAllOfIt() {
        String file = HEADER + "7,ada@x.example,null\n8,bob@x.example,null\n";
        ListExport second = of(file, 2).at(file.indexOf("8,bob"), 1);

        assertThat(people(read(caller(), second, 200, file)))
                .containsExactly("email:bob@x.example");
    }

    @Test
    void takesAsManyRowsAsOneReportHolds() {
        List<String> rows =
                IntStream.range(0, 40_000)
                        .mapToObj(n -> (1_000_000 + n) + ",person-" + n + "@example.com,null\r\n")
                        .toList();
        String file = HEADER + rows.stream().collect(Collectors.joining());
        List<String> seen = new ArrayList<>();
        ListExport export = of(file, rows.size());
        int calls = 0;
        for (boolean more = true; more; calls++) {
            int end = (int) Math.min(file.length(), export.from() + ExtractFile.RANGE);
            Report report = read(export, file.substring((int) export.from(), end));
            assertThat(report.code()).isNull();
            assertThat(ReportCodec.write(report)).hasSizeLessThan(900_000);
            assertThat(ReportCodec.read(ReportCodec.write(report), 5).members())
                    .isEqualTo(report.members());
            seen.addAll(people(report));
            export = report.page().export();
            more = !report.page().complete();
        }
        assertThat(seen).hasSize(rows.size()).doesNotHaveDuplicates();
        assertThat(calls).isBetween(4, 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email,id,ecidText\r\n7,a@x.example,null\r\n",
                "id,email\r\n7,a@x.example\r\n",
                HEADER + "x,a@x.example,null\r\n",
                HEADER + "0,a@x.example,null\r\n",
                HEADER + "null,a@x.example,null\r\n",
                HEADER + "7,a@x.example\r\n",
                HEADER + "7,a@x.example,null,1\r\n",
                HEADER + "7,\"a@x.example,null\r\n",
                HEADER + "7,a@x.example,null\r\n8,b@x.example,null\r\n",
                HEADER,
                ""
            })
    void whatIsNotTheFileThatWasPromisedIsUnreadable(String file) {
        Report report = whole(file, 1);
        assertThat(report.code()).isEqualTo("unreadable");
        assertThat(report.members()).isEmpty();
        assertThat(report.page().complete()).isFalse();
    }

    @Test
    void moreBytesThanPromisedAreUnreadable() {
        String file = HEADER + "7,a@x.example,null\r\n";
        assertThat(read(of(file, 1), file + "8,b@x.example,null\r\n").code())
                .isEqualTo("unreadable");
    }

    @Test
    void aPersonWhoUnsubscribedIsSaidToHave() {
        Instance instance =
                instance(marketo.endpoint(), Duplicates.OLDEST, null)
                        .under(
                                new LeadPolicy(
                                        LeadPolicy.USUAL.onForgotten(), true, List.of(), Set.of()));
        String file =
                "id,email,ecidText,unsubscribed\n7,a@x.example,null,true\n8,b@x.example,null,1\n"
                        + "9,c@x.example,null,false\n";

        assertThat(read(caller(instance), of(file, 3), 206, file).members())
                .extracting(Member::code)
                .containsExactly(Member.UNSUBSCRIBED, Member.UNSUBSCRIBED, null);
    }

    @Test
    void aRefusalIsSaidByItsCode() {
        Report report =
                read(
                        caller(),
                        of(HEADER, 0),
                        200,
                        "{\"requestId\":\"1#2\",\"success\":false,\"errors\":[{\"code\":\"1013\"}]}");
        assertThat(report.code()).isEqualTo("1013");
    }
}

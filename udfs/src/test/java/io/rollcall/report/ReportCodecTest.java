package io.rollcall.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Identity;
import io.rollcall.testing.SampleRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCodecTest {

    private static final String BEGIN =
            "{\"kind\":\"begin\",\"job\":\"rollcall\",\"instance\":\"123-ABC-456\",\"run\":\"0-1\"}";

    @ParameterizedTest
    @EnumSource(MemberStatus.class)
    void comesBackAsItWasWithTheOffsetItWasReadAt(MemberStatus status) {
        Report report = report(List.of(member(status, 1)), -1);
        byte[] bytes = ReportCodec.write(report);
        assertThat(ReportCodec.read(bytes, 42)).isEqualTo(report.readAt(42));
    }

    @Test
    void writesEveryComponent() {
        Report full = SampleRecord.full(Report.class);
        assertThat(ReportCodec.read(ReportCodec.write(full), full.offset()))
                .usingRecursiveComparison()
                .isEqualTo(full);
    }

    @Test
    void readsAFieldThatALaterVersionAdded() {
        String later = BEGIN.replace("}", ",\"colour\":{\"deep\":[1]}}");
        assertThat(ReportCodec.read(later.getBytes(UTF_8), 1).kind()).isEqualTo(Report.Kind.BEGIN);
    }

    @Test
    void readsAKindOfALaterVersionAsUnknown() {
        String later = BEGIN.replace("begin", "farewell");
        assertThat(ReportCodec.read(later.getBytes(UTF_8), 1).kind())
                .isEqualTo(Report.Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{\"kind\":\"begin\"}",
                "{\"kind\":\"ended\",\"job\":\"j\",\"instance\":\"i\",\"run\":\"0-1\"}",
                "{\"kind\":\"ended\",\"job\":\"j\",\"instance\":\"i\",\"run\":\"0-1\",\"callId\":\"c\",\"call\":\"add\"}",
                "{\"kind\":\"announced\",\"job\":\"j\",\"instance\":\"i\",\"run\":\"0-1\",\"callId\":\"c\",\"call\":\"dance\"}",
                "{\"kind\":\"list-read\",\"job\":\"j\",\"instance\":\"i\",\"run\":\"0-1\"}",
                "{\"kind\":\"list-found\",\"job\":\"j\",\"instance\":\"i\",\"run\":\"0-1\"}",
                "{\"kind\":\"announced\",\"job\":\"j\",\"instance\":\"i\",\"run\":\"0-1\",\"callId\":\"c\",\"call\":\"describe\"}",
                "{\"kind\":\"begin\",\"job\":\"j\",\"instance\":\"i\",\"run\":\"0-1\",\"members\":[null]}",
                "{\"kind\":\"begin\",\"job\":\"j\",\"instance\":\"i\",\"run\":\"0-1\",\"members\":[{}]}",
                "{\"kind\":\"begin\",\"job\":\"j\",\"instance\":\"i\",\"run\":\"0-1\",\"sequence\":\"x\"}"
            })
    void answersNullForWhatItCannotUnderstand(String text) {
        assertThat(ReportCodec.read(text.getBytes(UTF_8), 1)).isNull();
    }

    @Test
    void answersNullForATombstone() {
        assertThat(ReportCodec.read(null, 1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4})
    void theLargestReportFitsABrokersLimit(int identities) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 300 * Math.max(1, identities); i++) {
            members.add(member(MemberStatus.PRESENT, identities));
        }
        byte[] bytes = ReportCodec.write(report(members, Long.MAX_VALUE));
        assertThat(bytes.length).isLessThan(1_000_000);
        assertThat(ReportCodec.read(bytes, 1).members()).hasSameSizeAs(members);
    }

    /** As long as can be: 255 bytes of which JSON makes twice as many. */
    private static Member member(MemberStatus status, int identities) {
        String long255 = "\"".repeat(Identity.MAX_BYTES);
        return new Member(
                "email:" + long255,
                "email",
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                status,
                "1004",
                List.of(Long.MAX_VALUE),
                Collections.nCopies(identities, Identity.of("ecid", long255)));
    }

    private static Report report(List<Member> members, long offset) {
        return Report.of(Report.Kind.ENDED, "rollcall", "123-ABC-456")
                .run("0-1")
                .callId("c1")
                .call(CallKind.READ)
                .list(1001)
                .sequence(5)
                .at(1_795_300_000_000L)
                .verdict(Verdict.DONE)
                .requestId("r#1")
                .members(members)
                .page(new ListPage(5, "token", false, 2))
                .offset(offset)
                .usage(new Usage(1, 2))
                .build();
    }
}

package io.rollcall.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rollcall.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reports as they stand in the topic: JSON, keyed by instance, so that one instance has one order.
 */
public final class ReportCodec {

    /** Below Kafka's usual limit of 1 MiB, with room for headers. */
    static final int MAX_BYTES = 900_000;

    private static final JsonMapper JSON = Json.mapper();

    private ReportCodec() {}

    public static byte[] key(Report report) {
        return report.instance().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * At most 300 members fit with room to spare. Only a page of a list whose members have several
     * long identities might not: then the identities beside the one that names each member go.
     */
    public static byte[] write(Report report) {
        byte[] bytes = bytes(report);
        return bytes.length <= MAX_BYTES ? bytes : bytes(withoutIdentities(report));
    }

    /** Bytes that a member takes in a report. */
    public static int size(Member member) {
        try {
            return JSON.writeValueAsBytes(member).length + 1;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a member cannot be written", e);
        }
    }

    /** Null for what is no report, or one that this version cannot understand. */
    public static Report read(byte[] value, long offset) {
        try {
            Report report = value == null ? null : JSON.readValue(value, Report.class);
            return understood(report) ? report.readAt(offset) : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean understood(Report report) {
        return report != null
                && report.kind() != null
                && report.instance() != null
                && report.job() != null
                && report.run() != null
                && (!aboutCall(report) || report.callId() != null && report.call() != null)
                && (report.kind() != Report.Kind.ENDED || report.verdict() != null)
                && (report.kind() != Report.Kind.RETRY || report.code() != null)
                && (report.kind() != Report.Kind.LIST_READ || report.page() != null)
                && (!report.concernsLead() || report.note() != null && report.note().understood())
                && (!saysSetUp(report) || report.setUp() != null)
                && (!aboutImport(report) || report.batch() != null && report.batch().of() != null)
                && report.members().stream().allMatch(m -> m != null && m.status() != null);
    }

    private static boolean aboutCall(Report report) {
        return report.kind() == Report.Kind.ANNOUNCED || report.kind() == Report.Kind.ENDED;
    }

    private static boolean saysSetUp(Report report) {
        boolean aboutSetUp = report.call() != null && report.call().isSetUp();
        return aboutSetUp
                || report.kind() == Report.Kind.LIST_FOUND
                || report.kind() == Report.Kind.DESCRIBED;
    }

    private static boolean aboutImport(Report report) {
        return aboutCall(report) && report.call().isImport();
    }

    private static byte[] bytes(Report report) {
        try {
            return JSON.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written", e);
        }
    }

    private static Report withoutIdentities(Report report) {
        List<Member> members =
                report.members().stream().map(ReportCodec::withoutIdentities).toList();
        return report.but().members(members).build();
    }

    private static Member withoutIdentities(Member member) {
        return new Member(
                member.person(),
                member.field(),
                member.valueHash(),
                member.lead(),
                member.status(),
                member.code(),
                member.others(),
                List.of());
    }
}

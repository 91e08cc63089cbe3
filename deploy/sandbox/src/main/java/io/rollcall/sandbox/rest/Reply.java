package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.ErrorCode;
import io.rollcall.sandbox.marketo.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call is answered. The lead database leaves out what is empty, against its own description;
 * the asset API does not: so it was recorded.
 *
 * @param file what is answered in place of JSON, or null
 * @param range which bytes of it, if not all, or null
 */
record Reply(
        int status,
        String verdict,
        Map<String, Object> body,
        byte[] file,
        int needless,
        ByteRange range) {
    static final String NO_ASSETS = "No assets found for the given search criteria.";

    private Reply(int status, String verdict, Map<String, Object> body) {
        this(status, verdict, body, null, 0, null);
    }

    /** Of so many members it only said what was so already. */
    Reply needless(int members) {
        return new Reply(status, verdict, body, file, members, range);
    }

    static Reply result(List<?> result) {
        return lead(result, Map.of());
    }

    /** A page with a next one. */
    static Reply page(List<?> result, String nextPageToken) {
        return lead(result, Map.of("nextPageToken", nextPageToken, "moreResult", true));
    }

    private static Reply lead(List<?> result, Map<String, Object> paging) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("result", result);
        body.putAll(paging);
        return done(body);
    }

    static Reply done(Map<String, Object> body) {
        body.put("success", true);
        return new Reply(200, Call.OK, body);
    }

    static Reply file(byte[] csv) {
        return new Reply(200, Call.OK, Map.of(), csv, 0, null);
    }

    /** All of a file, or what of it was asked for. */
    static Reply file(byte[] csv, String range) {
        return new Reply(200, Call.OK, Map.of(), csv, 0, ByteRange.of(range, csv.length));
    }

    static Reply plain(int status, String verdict, Map<String, Object> body) {
        return new Reply(status, verdict, body);
    }

    static Reply asset(Object asset) {
        return assets(List.of(asset));
    }

    static Reply assets(List<?> assets) {
        if (assets.isEmpty()) {
            return noAsset();
        }
        Map<String, Object> body = assetBody(true, List.of(), List.of());
        body.put("result", assets);
        return new Reply(200, Call.OK, body);
    }

    private static Reply noAsset() {
        return new Reply(200, Call.OK, assetBody(true, List.of(), List.of(NO_ASSETS)));
    }

    static Reply refused(Refusal refusal, boolean asset) {
        List<?> errors = List.of(reason(refusal));
        return new Reply(
                200, refusal.code(), asset ? assetBody(false, errors, List.of()) : failed(errors));
    }

    static Reply refused(String code, boolean asset) {
        return refused(new Refusal(code, ErrorCode.of(code).shortName()), asset);
    }

    private static Map<String, Object> failed(List<?> errors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("errors", errors);
        return body;
    }

    private static Map<String, Object> assetBody(
            boolean success, List<?> errors, List<String> warnings) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", success);
        body.put("errors", errors);
        body.put("warnings", warnings);
        return body;
    }

    static Map<String, Object> reason(Refusal refusal) {
        Map<String, Object> reason = new LinkedHashMap<>();
        reason.put("code", refusal.code());
        reason.put("message", refusal.getMessage());
        return reason;
    }

    Answer answer(String requestId) {
        if (file == null) {
            return Answer.json(status, bytes(requestId));
        }
        return range == null ? Answer.csv(status, file) : range.answer(file);
    }

    private byte[] bytes(String requestId) {
        Map<String, Object> whole = new LinkedHashMap<>();
        if (requestId != null) {
            whole.put("requestId", requestId);
        }
        whole.putAll(body);
        return Json.bytes(whole);
    }
}

package io.rollcall.call;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rollcall.marketo.ErrorTable;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * The envelope of a Marketo answer, or the {@code file} that came without one: all of it, or the
 * {@code part} that was asked for. {@code code} is null when the call succeeded. Codes and request
 * ids go into reports, so only what looks like one is taken over.
 */
record Answer(String code, String requestId, JsonNode body, byte[] file, boolean part) {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final int ACCEPTED = 202;
    private static final int PARTIAL_CONTENT = 206;
    private static final JsonNode NOBODY = JSON.createArrayNode();
    private static final Pattern CODE = Pattern.compile("\\d{1,5}");
    private static final Pattern REQUEST_ID = Pattern.compile("[\\w#.-]{1,64}");

    Answer(String code, String requestId, JsonNode body) {
        this(code, requestId, body, null, false);
    }

    static Answer of(HttpAnswer answer) {
        if (answer.failure() != null) {
            return failed(answer.failure());
        }
        if (answer.status() != 200) {
            return failed("http-" + answer.status());
        }
        try {
            return envelope(JSON.readTree(answer.body()));
        } catch (IOException e) {
            return failed("unreadable");
        }
    }

    /** Where success is a file and only an error has an envelope. */
    static Answer ofFile(HttpAnswer answer) {
        boolean part = answer.status() == PARTIAL_CONTENT;
        boolean there = answer.failure() == null && (answer.status() == 200 || part);
        return there && !json(answer.body())
                ? new Answer(null, null, JSON.createObjectNode(), answer.body(), part)
                : of(answer);
    }

    /** The Data Ingestion API says yes with a status alone, and no with a code of its own. */
    static Answer ofIngestion(HttpAnswer answer) {
        if (answer.failure() != null) {
            return failed(answer.failure());
        }
        if (answer.status() == ACCEPTED) {
            return failed(null).withNobody();
        }
        return failed(ingestionCode(answer));
    }

    private static String ingestionCode(HttpAnswer answer) {
        try {
            String code = JSON.readTree(answer.body()).path("error_code").asText("");
            // Longer than those of REST, none of which is known here.
            boolean known = code.length() > 5 && ErrorTable.codes().contains(code);
            return known ? code : "http-" + answer.status();
        } catch (IOException e) {
            return "http-" + answer.status();
        }
    }

    private static boolean json(byte[] body) {
        return body.length > 0 && body[0] == '{';
    }

    private static Answer failed(String code) {
        return new Answer(code, null, JSON.createObjectNode());
    }

    private static Answer envelope(JsonNode body) {
        JsonNode success = body.path("success");
        if (!success.isBoolean()) {
            return failed("unreadable");
        }
        String requestId = body.path("requestId").asText("");
        return new Answer(
                success.booleanValue() ? null : code(body.path("errors").path(0)),
                REQUEST_ID.matcher(requestId).matches() ? requestId : null,
                body);
    }

    /** The code of an error or a reason; Marketo writes it as a string. */
    static String code(JsonNode error) {
        String code = error.path("code").asText("");
        return CODE.matcher(code).matches() ? code : "unreadable";
    }

    /** The records' results; a missing node when there are none. */
    JsonNode result() {
        return body.path("result");
    }

    /** The same answer, read as one that holds nobody. */
    Answer withNobody() {
        return new Answer(null, requestId, JSON.createObjectNode().set("result", NOBODY));
    }

    /** The asset API leaves out the result of a search without a find, and warns instead. */
    boolean foundNoAssets() {
        return result().isMissingNode() && !body.path("warnings").isEmpty();
    }

    boolean hasResult() {
        return file != null || result().isArray();
    }

    /** Null on the last page. */
    String nextPageToken() {
        String token = body.path("nextPageToken").asText("");
        return token.isBlank() ? null : token;
    }

    boolean hasMore() {
        return nextPageToken() != null || body.path("moreResult").asBoolean();
    }
}

package io.rollcall.call;

import io.rollcall.activation.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a call asks of Marketo; {@code json} is null where there is no body, or where the parameters
 * or a {@code file} are the body. {@code mostBytes} bounds the answer, of which {@code range} asks
 * for a part; null for all of it. {@code correlationId} stands only in what goes to the Data
 * Ingestion API, whose own stream of events names requests by it.
 */
record MarketoRequest(
        String method,
        String path,
        Form query,
        byte[] json,
        boolean inBody,
        byte[] file,
        int mostBytes,
        String range,
        String correlationId) {

    private static final String SOURCE = "rollcall";

    static final int MAX_URI_BYTES = 8 << 10;
    static final int MAX_BODY_BYTES = 1_000_000;

    /** Marketo takes files of less than 10 MB, and does not say which megabyte it means. */
    static final int MAX_FILE_BYTES = 10_000_000;

    /** Rows of a file that we sent come back with a reason each: room for 100,000 of 300 bytes. */
    static final int MAX_DOWNLOAD_BYTES = 32 << 20;

    MarketoRequest(String method, String path, Form query, byte[] json) {
        this(method, path, query, json, false, null, HttpAsk.MOST_BYTES, null, null);
    }

    static MarketoRequest get(String path, Form query) {
        return new MarketoRequest("GET", path, query, null);
    }

    static MarketoRequest post(String path, Form form) {
        return new MarketoRequest(
                "POST", path, form, null, true, null, HttpAsk.MOST_BYTES, null, null);
    }

    static MarketoRequest upload(String path, Form query, byte[] file) {
        byte[] all = file == null ? new byte[0] : file;
        return new MarketoRequest(
                "POST", path, query, null, false, all, HttpAsk.MOST_BYTES, null, null);
    }

    /** Asks for a file, which the answer itself is. */
    static MarketoRequest download(String path) {
        return download(path, null);
    }

    /** Asks for some bytes of a file, as HTTP's Range header has it. */
    static MarketoRequest download(String path, String range) {
        return new MarketoRequest(
                "GET", path, new Form(), null, false, null, MAX_DOWNLOAD_BYTES, range, null);
    }

    /** For the Data Ingestion API. */
    static MarketoRequest ingest(String path, byte[] json, String correlationId) {
        return new MarketoRequest(
                "POST",
                path,
                new Form(),
                json,
                false,
                null,
                HttpAsk.MOST_BYTES,
                null,
                correlationId);
    }

    /** Where it goes: each of the two APIs has its own host. */
    String host(Instance instance) {
        return correlationId == null ? instance.endpoint() : instance.ingestion();
    }

    boolean tooLarge() {
        if (file != null) {
            return file.length == 0 || file.length > MAX_FILE_BYTES;
        }
        return json != null && json.length > MAX_BODY_BYTES
                || query.toString().length() > MAX_BODY_BYTES;
    }

    /** Whatever Marketo calls it: its own description says that a file is JSON. */
    private boolean isDownload() {
        return mostBytes == MAX_DOWNLOAD_BYTES;
    }

    HttpAsk to(String endpoint, AccessToken token, Duration timeout, long notAfter) {
        Map<String, String> headers = credentials(token);
        headers.put("Accept", isDownload() ? "*/*" : "application/json");
        if (range != null) {
            headers.put("Range", range);
        }
        String uri = endpoint + path + (query.isEmpty() ? "" : "?" + query);
        if (inBody || file == null && uri.length() > MAX_URI_BYTES) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            byte[] form = query.toString().getBytes(StandardCharsets.US_ASCII);
            String address = inBody ? endpoint + path : inDisguise(endpoint);
            return new HttpAsk("POST", address, headers, form, timeout, notAfter);
        }
        if (json != null) {
            headers.put("Content-Type", "application/json");
        }
        return new HttpAsk(method, uri, headers, json, file, timeout, notAfter, mostBytes);
    }

    private Map<String, String> credentials(AccessToken token) {
        Map<String, String> headers = new HashMap<>();
        if (correlationId == null) {
            headers.put("Authorization", "Bearer " + token.value());
        } else {
            headers.put("X-Mkto-User-Token", token.value());
            headers.put("X-Correlation-Id", correlationId);
            headers.put("X-Request-Source", SOURCE);
        }
        return headers;
    }

    /** Marketo takes a POST for the method named here, so that a long query may be its body. */
    private String inDisguise(String endpoint) {
        return endpoint + path + "?_method=" + method;
    }
}

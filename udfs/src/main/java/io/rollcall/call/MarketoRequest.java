package io.rollcall.call;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a call asks of Marketo's REST API; {@code json} is null where there is no body, or where the
 * parameters are the body.
 */
record MarketoRequest(String method, String path, Form query, byte[] json, boolean inBody) {

    static final int MAX_URI_BYTES = 8 << 10;
    static final int MAX_BODY_BYTES = 1_000_000;

    MarketoRequest(String method, String path, Form query, byte[] json) {
        this(method, path, query, json, false);
    }

    static MarketoRequest get(String path, Form query) {
        return new MarketoRequest("GET", path, query, null, false);
    }

    static MarketoRequest post(String path, Form form) {
        return new MarketoRequest("POST", path, form, null, true);
    }

    boolean tooLarge() {
        return json != null && json.length > MAX_BODY_BYTES
                || query.toString().length() > MAX_BODY_BYTES;
    }

    HttpAsk to(String endpoint, AccessToken token, Duration timeout, long notAfter) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token.value());
        headers.put("Accept", "application/json");
        String uri = endpoint + path + (query.isEmpty() ? "" : "?" + query);
        if (inBody || uri.length() > MAX_URI_BYTES) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            byte[] form = query.toString().getBytes(StandardCharsets.US_ASCII);
            String address = inBody ? endpoint + path : inDisguise(endpoint);
            return new HttpAsk("POST", address, headers, form, timeout, notAfter);
        }
        if (json != null) {
            headers.put("Content-Type", "application/json");
        }
        return new HttpAsk(method, uri, headers, json, timeout, notAfter);
    }

    /** Marketo takes a POST for the method named here, so that a long query may be its body. */
    private String inDisguise(String endpoint) {
        return endpoint + path + "?_method=" + method;
    }
}

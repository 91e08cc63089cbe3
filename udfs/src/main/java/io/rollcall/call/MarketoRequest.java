package io.rollcall.call;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a call asks of Marketo's REST API; {@code json} is null where there is no body. */
record MarketoRequest(String method, String path, Form query, byte[] json) {

    static final int MAX_URI_BYTES = 8 << 10;
    static final int MAX_BODY_BYTES = 1_000_000;

    boolean tooLarge() {
        return json != null && json.length > MAX_BODY_BYTES
                || query.toString().length() > MAX_BODY_BYTES;
    }

    HttpAsk to(String endpoint, AccessToken token, Duration timeout, long notAfter) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token.value());
        headers.put("Accept", "application/json");
        String uri = endpoint + path + (query.isEmpty() ? "" : "?" + query);
        if (uri.length() > MAX_URI_BYTES) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            byte[] form = query.toString().getBytes(StandardCharsets.US_ASCII);
            return new HttpAsk("POST", inDisguise(endpoint), headers, form, timeout, notAfter);
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

package io.rollcall.sandbox.dataverse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Microsoft Entra's token endpoint for one tenant and one client. */
final class Entra {

    static final String TENANT = "contoso.onmicrosoft.com";
    static final String CLIENT = "11111111-2222-3333-4444-555555555555";
    private static final String PATH = "/" + TENANT + "/oauth2/v2.0/token";

    private final String secret;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger issued = new AtomicInteger();

    Entra(String secret) {
        this.secret = secret;
    }

    static boolean isAsked(Request request) {
        return request.path().endsWith("/oauth2/v2.0/token");
    }

    Answer answer(Request request, String environment) {
        if (!request.path().equals(PATH)) {
            return error(400, "invalid_request", "AADSTS90002: Tenant not found.");
        }
        if (!request.params().first("grant_type").orElse("").equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "AADSTS70003: unsupported grant type.");
        }
        if (!request.params().first("client_id").orElse("").equals(CLIENT)) {
            return error(400, "unauthorized_client", "AADSTS700016: Application not found.");
        }
        if (!request.params().first("client_secret").orElse("").equals(secret)) {
            return error(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }
        if (!request.params().first("scope").orElse("").equals(environment + "/.default")) {
            return error(400, "invalid_scope", "AADSTS70011: The provided scope is not valid.");
        }
        String token = "entra-token-" + issued.incrementAndGet();
        tokens.add(token);
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("token_type", "Bearer")
                        .put("expires_in", 3599)
                        .put("access_token", token);
        return Answer.json(200, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    boolean knows(String authorization) {
        return authorization.startsWith("Bearer ")
                && tokens.contains(authorization.substring("Bearer ".length()));
    }

    void revokeAll() {
        tokens.clear();
    }

    private static Answer error(int status, String error, String description) {
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error", error)
                        .put("error_description", description);
        return Answer.json(status, json.toString().getBytes(StandardCharsets.UTF_8));
    }
}

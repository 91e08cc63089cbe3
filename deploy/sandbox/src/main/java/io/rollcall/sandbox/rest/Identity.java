package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Call;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;

/** The token endpoint. Its calls count towards no limit. */
final class Identity {
    private static final int UNAUTHORIZED = 401;

    private Identity() {}

    static Operation.Work token(Subscription subscription, Request request) {
        return Operation.Work.known(() -> answer(subscription, request));
    }

    private static Reply answer(Subscription subscription, Request request) {
        if (!param(request, "grant_type").equals("client_credentials")) {
            return refused(400, "unsupported_grant_type", "Unsupported grant type");
        }
        String client = param(request, "client_id");
        if (!client.equals(subscription.clientId())) {
            return unauthorized(client);
        }
        return subscription.isSecret(param(request, "client_secret"))
                ? issued(subscription)
                : refused(UNAUTHORIZED, "invalid_client", "Bad client credentials");
    }

    static Reply unauthorized(String client) {
        return refused(UNAUTHORIZED, "unauthorized", "No client with requested id: " + client);
    }

    private static Reply refused(int status, String error, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        return Reply.plain(status, Integer.toString(status), body);
    }

    private static Reply issued(Subscription subscription) {
        Tokens.Issued issued = subscription.tokens().issue();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", issued.token());
        body.put("token_type", "bearer");
        body.put("expires_in", issued.secondsLeft());
        body.put("scope", subscription.user());
        return Reply.plain(200, Call.OK, body);
    }

    private static String param(Request request, String name) {
        return request.params().first(name).orElse("");
    }
}

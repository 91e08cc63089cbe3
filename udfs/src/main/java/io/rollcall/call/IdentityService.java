package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.secret.SecretReference;
import io.rollcall.secret.SecretUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The access token of one client, fetched once for all who wait for it. */
public final class IdentityService {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SAFETY = Duration.ofSeconds(30);

    private final Credentials credentials;
    private final Exchange exchange;
    private final Clock clock;
    private final Complaints complaints;
    private CompletableFuture<Optional<AccessToken>> current =
            CompletableFuture.completedFuture(Optional.empty());

    public IdentityService(
            Credentials credentials, Exchange exchange, Clock clock, Complaints complaints) {
        this.credentials = credentials;
        this.exchange = exchange;
        this.clock = clock;
        this.complaints = complaints;
    }

    /** Empty when there is none to be had; why stands in the log. */
    public synchronized CompletableFuture<Optional<AccessToken>> token() {
        if (current.isDone() && current.join().filter(this::fresh).isEmpty()) {
            current = fetch();
        }
        return current;
    }

    /** This token is no longer taken; a newer one stays. */
    public synchronized void refused(AccessToken token) {
        if (current.isDone() && current.join().filter(token::equals).isPresent()) {
            current = CompletableFuture.completedFuture(Optional.empty());
        }
    }

    /** When the token at hand was fetched (epoch ms), 0 without one. */
    synchronized long fetchedAt() {
        return current.getNow(Optional.empty()).map(AccessToken::fetchedAt).orElse(0L);
    }

    private boolean fresh(AccessToken token) {
        return clock.millis() < token.expiresAt();
    }

    private CompletableFuture<Optional<AccessToken>> fetch() {
        Form form = new Form().add("grant_type", "client_credentials");
        try {
            form.add("client_id", new SecretReference(credentials.clientId()).resolve());
            form.add("client_secret", new SecretReference(credentials.clientSecret()).resolve());
        } catch (SecretUnavailableException | RuntimeException e) {
            // Not the message: one that quotes a mistaken literal would print it.
            complain("client-id or client-secret cannot be read where the job runs");
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (credentials.scope() != null) {
            form.add("scope", credentials.scope());
        }
        return exchange.send(ask(form)).thenApply(this::read).exceptionally(e -> Optional.empty());
    }

    private HttpAsk ask(Form form) {
        Map<String, String> headers =
                Map.of(
                        "Content-Type", "application/x-www-form-urlencoded",
                        "Accept", "application/json");
        byte[] body = form.toString().getBytes(StandardCharsets.US_ASCII);
        return new HttpAsk("POST", credentials.tokenUri(), headers, body, TIMEOUT, Long.MAX_VALUE);
    }

    private Optional<AccessToken> read(HttpAnswer answer) {
        if (answer.status() == 400 || answer.status() == 401) {
            complain(credentials.ifRefused());
            return Optional.empty();
        }
        Optional<AccessToken> token = answer.status() == 200 ? parse(answer) : Optional.empty();
        if (token.isEmpty()) {
            complain("the identity service does not answer as it should: " + answer);
        }
        return token;
    }

    private Optional<AccessToken> parse(HttpAnswer answer) {
        try {
            JsonNode json = Answer.JSON.readTree(answer.body());
            String value = json.path("access_token").asText("");
            long now = clock.millis();
            long expiresAt = now + json.path("expires_in").asLong() * 1000 - SAFETY.toMillis();
            return value.isBlank()
                    ? Optional.empty()
                    : Optional.of(
                            new AccessToken(value, json.path("scope").asText(""), now, expiresAt));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void complain(String what) {
        complaints.say(credentials.whose(), "token", what);
    }
}

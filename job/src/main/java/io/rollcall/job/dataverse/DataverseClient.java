package io.rollcall.job.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rollcall.call.AccessToken;
import io.rollcall.call.Complaints;
import io.rollcall.call.Credentials;
import io.rollcall.call.Exchange;
import io.rollcall.call.HttpAnswer;
import io.rollcall.call.HttpAsk;
import io.rollcall.call.IdentityService;
import io.rollcall.job.config.DataverseApi;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks the Web API of one environment, as its application user. */
public final class DataverseClient implements AutoCloseable {

    /** Five thousand rows, the default, could be more than an answer may hold. */
    private static final String PREFER =
            "odata.maxpagesize=500,"
                    + "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"";

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataverseApi api;
    private final Exchange exchange;
    private final IdentityService identity;

    public DataverseClient(DataverseApi api, Exchange exchange, Clock clock) {
        this.api = api;
        this.exchange = exchange;
        this.identity =
                new IdentityService(credentials(api), exchange, clock, new Complaints(clock));
    }

    private static Credentials credentials(DataverseApi api) {
        return new Credentials(
                "Dataverse " + URI.create(api.url()).getHost(),
                api.login() + "/" + api.tenant() + "/oauth2/v2.0/token",
                api.clientId(),
                api.clientSecret(),
                api.url() + "/.default",
                "Entra refuses the tenant, the client id or the secret: compare them with the app"
                        + " registration; a secret may have expired");
    }

    /** A page of a full reading, with {@code tracked}, or of changes. Never fails. */
    CompletableFuture<Reply> page(String link, boolean tracked) {
        String prefer = tracked ? "odata.track-changes," + PREFER : PREFER;
        return ask(link, prefer).thenApply(this::read);
    }

    /** Whatever the API answers; without a token a status of 0. */
    public CompletableFuture<HttpAnswer> get(String path) {
        return ask(api.url() + "/api/data/v9.2/" + path, PREFER);
    }

    /** Whether anything like a Web API answers there; without a token. */
    public CompletableFuture<HttpAnswer> knock() {
        Map<String, String> headers = Map.of("Accept", "application/json");
        String uri = api.url() + "/api/data/v9.2/WhoAmI";
        return exchange.send(new HttpAsk("GET", uri, headers, null, TIMEOUT, Long.MAX_VALUE));
    }

    private CompletableFuture<HttpAnswer> ask(String uri, String prefer) {
        return identity.token()
                .thenCompose(
                        token ->
                                token.map(t -> send(uri, prefer, t))
                                        .orElseGet(
                                                () -> CompletableFuture.completedFuture(noToken())))
                .exceptionally(fault -> HttpAnswer.failed("io", fault));
    }

    private static HttpAnswer noToken() {
        return new HttpAnswer(0, new byte[0], 0, "token", "no access token");
    }

    private CompletableFuture<HttpAnswer> send(String uri, String prefer, AccessToken token) {
        Map<String, String> headers =
                Map.of(
                        "Authorization", "Bearer " + token.value(),
                        "Accept", "application/json",
                        "OData-Version", "4.0",
                        "OData-MaxVersion", "4.0",
                        "Prefer", prefer);
        HttpAsk ask = new HttpAsk("GET", uri, headers, null, TIMEOUT, Long.MAX_VALUE);
        return exchange.send(ask).thenApply(answer -> noticing(answer, token));
    }

    private HttpAnswer noticing(HttpAnswer answer, AccessToken token) {
        if (answer.status() == 401) {
            identity.refused(token);
        }
        return answer;
    }

    /** A link that is refused can only be replaced, whatever the reason. */
    private Reply read(HttpAnswer answer) {
        return switch (answer.status()) {
            case 200 -> page(answer);
            case 401 -> Reply.of(Trouble.TOKEN, "the access token is not taken");
            case 429, 503 ->
                    new Reply(
                            null,
                            Trouble.BUSY,
                            answer.retryAfter(),
                            "its service protection limits are reached");
            case 400, 404, 410 -> Reply.of(Trouble.GONE, detail(answer));
            case 403 -> Reply.of(Trouble.REFUSED, detail(answer));
            default -> Reply.of(Trouble.FAILED, answer.toString());
        };
    }

    /** The environment's own words: they name columns, privileges and users by id, no people. */
    public static String detail(HttpAnswer answer) {
        String said = answer.toString();
        try {
            JsonNode error = JSON.readTree(answer.body()).path("error");
            String words = error.path("code").asText() + " " + error.path("message").asText();
            return said
                    + " "
                    + words.replaceAll("\\s+", " ").strip().replaceAll("^(.{300}).*", "$1");
        } catch (IOException e) {
            return said;
        }
    }

    private Reply page(HttpAnswer answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            String next = link(body, "@odata.nextLink");
            String delta = link(body, "@odata.deltaLink");
            if (!body.path("value").isArray() || next == null && delta == null) {
                return Reply.of(Trouble.FAILED, "neither rows nor a link; is tracking on?");
            }
            List<JsonNode> rows = new ArrayList<>();
            body.path("value").forEach(rows::add);
            return Reply.of(new Page(rows, next == null ? delta : next, next == null));
        } catch (IOException | IllegalArgumentException e) {
            return Reply.of(Trouble.FAILED, "an answer that cannot be read");
        }
    }

    /** Our token goes along, so a link may lead nowhere but where we asked. */
    private String link(JsonNode body, String name) {
        String link = body.path(name).asText(null);
        if (link == null) {
            return null;
        }
        URI to = URI.create(link);
        URI home = URI.create(api.url());
        boolean same =
                home.getScheme().equals(to.getScheme())
                        && home.getHost().equalsIgnoreCase(to.getHost())
                        && home.getPort() == to.getPort();
        if (!same) {
            throw new IllegalArgumentException("a link to another host");
        }
        return link;
    }

    @Override
    public void close() {
        exchange.close();
    }
}

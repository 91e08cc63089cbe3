package io.rollcall.sandbox.dataverse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.http.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Dataverse environment and the Entra tenant before it, on loopback, as documented: change
 * tracking of contacts and leads, pages, delta links that expire, and service protection limits
 * that answer 429 with Retry-After.
 */
public final class Dataverse implements AutoCloseable {

    private static final String API = "/api/data/v9.2/";
    private static final Set<String> COLUMNS =
            Set.of(
                    "modifiedon",
                    "firstname",
                    "lastname",
                    "emailaddress1",
                    "emailaddress2",
                    "donotbulkemail",
                    "donotemail",
                    "new_synctomkto",
                    "new_vip");

    /** The application user. */
    public record User(
            String applicationId,
            boolean disabled,
            List<String> roles,
            List<String> disabledSteps) {}

    private final AtomicLong versions = new AtomicLong(915_244);
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Deque<Answer> instead = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final Entra entra;
    private final Server server;
    private volatile long oldest;
    private volatile User user =
            new User(Entra.CLIENT, false, List.of("Rollcall Reader"), List.of());

    private Dataverse(String secret) throws IOException {
        entra = new Entra(secret);
        table("contact", "_parentcustomerid_value");
        table("lead", "companyname");
        server = Server.start(0, this::answer);
    }

    private void table(String name, String own) {
        TreeSet<String> columns = new TreeSet<>(COLUMNS);
        columns.add(name + "id");
        columns.add(own);
        tables.put(name, new Table(name, columns, versions));
    }

    public static Dataverse start(String secret) throws IOException {
        return new Dataverse(secret);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public static String tenant() {
        return Entra.TENANT;
    }

    public static String clientId() {
        return Entra.CLIENT;
    }

    public Table table(String name) {
        return tables.get(name);
    }

    public void user(User value) {
        user = value;
    }

    /** Changes up to now are no longer told: delta links made so far are refused. */
    public void expireLinks() {
        oldest = versions.incrementAndGet();
    }

    public void revokeTokens() {
        entra.revokeAll();
    }

    /** So many answers are 429, each with this Retry-After. */
    public void busy(int answers, int seconds) {
        Refused busy =
                new Refused(429, "0x80072322", "Number of requests exceeded the limit of 6000.");
        failing(answers, error(busy).retryAfter(seconds));
    }

    public void failing(int answers, Answer answer) {
        synchronized (instead) {
            for (int i = 0; i < answers; i++) {
                instead.add(answer);
            }
        }
    }

    /** Paths and queries that the Web API was asked for so far. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private Answer answer(Request request) {
        if (Entra.isAsked(request)) {
            return entra.answer(request, url());
        }
        if (!request.path().startsWith(API)) {
            return Answer.html(404, "Not Found");
        }
        asked.add(request.path().substring(API.length()) + " " + request.params().values());
        Answer planned = planned();
        if (planned != null) {
            return planned;
        }
        if (!entra.knows(request.head().authorization())) {
            return error(new Refused(401, "", "Authentication needed."));
        }
        try {
            return Answer.json(200, bytes(resource(request)));
        } catch (Refused refused) {
            return error(refused);
        }
    }

    private Answer planned() {
        synchronized (instead) {
            return instead.poll();
        }
    }

    private ObjectNode resource(Request request) {
        String resource = request.path().substring(API.length());
        for (Table table : tables.values()) {
            if (resource.equals(table.name() + "s")) {
                return new ChangeTracking(url() + "/api/data/v9.2", table, request)
                        .answer(versions.get(), oldest);
            }
        }
        ObjectNode known = new Directory(tables, user).answer(resource);
        if (known == null) {
            throw new Refused(404, "0x80060888", "Resource not found for the segment.");
        }
        return known;
    }

    private static Answer error(Refused refused) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("error").put("code", refused.code()).put("message", refused.getMessage());
        return Answer.json(refused.status(), bytes(json));
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.rollcall.demo.bench;

import io.rollcall.demo.Options;
import io.rollcall.demo.kafka.Topics;
import io.rollcall.demo.marketo.SandboxAdmin;
import io.rollcall.demo.story.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Marketo that knows everybody, with three empty lists. */
public final class Ground {

    static final String MUNCHKIN_ID = "123-ABC-456";
    private static final String PATH = "/" + MUNCHKIN_ID;

    private Ground() {}

    /**
     * {@code fast yes}: a tenth of the usual latency, without spread. The limits stay. {@code onto
     * LIST}: everybody is on this list.
     */
    public static void prepare(Options options) throws Exception {
        SandboxAdmin admin = new SandboxAdmin(options.text("sandbox"));
        subscription(admin, options.path("secrets").resolve("emea"));
        for (int i = 0; i < 3; i++) {
            admin.post(PATH + "/lists", Map.of("id", 1001 + i, "name", "List " + i));
        }
        Map<String, Object> people = new HashMap<>();
        people.put("count", options.number("people", 1));
        people.put("from", 0);
        people.put("email", "person-%d@example.com");
        if (options.has("onto")) {
            people.put("listId", options.number("onto", 1001));
        }
        admin.post(PATH + "/leads", people);
        if (options.has("fast")) {
            admin.post(
                    PATH + "/latency",
                    Map.of(
                            "lookupMillis", 40,
                            "upsertMillis", 120,
                            "listMillis", 50,
                            "otherMillis", 45,
                            "jitter", 0));
        }
        Topics.create(options.text("kafka"), List.of(Message.EVENTS));
    }

    private static void subscription(SandboxAdmin admin, Path secrets) throws IOException {
        admin.delete(PATH);
        admin.post(
                "",
                Map.of(
                        "munchkinId", MUNCHKIN_ID,
                        "clientId", Files.readString(secrets.resolve("client-id")).strip(),
                        "clientSecret",
                                Files.readString(secrets.resolve("client-secret")).strip()));
    }
}

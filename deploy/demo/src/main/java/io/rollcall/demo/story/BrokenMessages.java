package io.rollcall.demo.story;

import java.util.ArrayList;
import java.util.List;

/** What no decoder can use: every one of these has been seen in somebody's topic. */
final class BrokenMessages {

    private static final List<String> EVENTS =
            List.of(
                    // Cut off.
                    "{\"person\":{\"email\":\"cut@example.com\"},\"audience\":\"gold\",\"stat",
                    // Nobody.
                    "{\"audience\":\"gold\",\"status\":\"realized\",\"at\":\"2026-01-01T00:00:00Z\"}",
                    // A status that does not exist.
                    "{\"person\":{\"email\":\"status@example.com\"},\"audience\":\"gold\","
                            + "\"status\":\"joined\",\"at\":\"2026-01-01T00:00:00Z\"}",
                    // No time.
                    "{\"person\":{\"email\":\"time@example.com\"},\"audience\":\"gold\","
                            + "\"status\":\"realized\",\"at\":\"yesterday\"}",
                    // A clock that would pin this person for ever.
                    "{\"person\":{\"email\":\"future@example.com\"},\"audience\":\"gold\","
                            + "\"status\":\"realized\",\"at\":\"2099-01-01T00:00:00Z\"}",
                    // A proxy's answer.
                    "<html><body>502 Bad Gateway</body></html>");

    private static final List<String> PROFILES =
            List.of(
                    // Two devices, none of them first, and no address.
                    "{\"segmentMembership\":{\"ups\":{\"59bd2fkd-3c48-4b18-bf56-4f5c5e6967ae\":"
                            + "{\"lastQualificationTime\":\"2022-01-02T23:37:33Z\","
                            + "\"status\":\"realized\"}}},\"identityMap\":{\"ecid\":["
                            + "{\"id\":\"14575006536349286404619648085736425115\"},"
                            + "{\"id\":\"66478888669296734530114754794777368480\"}]}}",
                    // The trailing comma of the documentation.
                    "{\"segmentMembership\":{\"ups\":{\"354e086f-2e11-49a2-9e39-e5d9a76be683\":"
                            + "{\"lastQualificationTime\":\"2020-04-15T02:41:50+0000\","
                            + "\"status\":\"realized\",}}}}");

    private BrokenMessages() {}

    /** Spread over the story. */
    static List<Message> over(long millis) {
        List<Message> messages = new ArrayList<>();
        EVENTS.forEach(text -> messages.add(new Message(0, Message.EVENTS, "broken", text)));
        PROFILES.forEach(text -> messages.add(new Message(0, Message.PROFILES, "broken", text)));
        long step = millis / (messages.size() + 1);
        for (int i = 0; i < messages.size(); i++) {
            messages.set(i, messages.get(i).again(step * (i + 1)));
        }
        return messages;
    }
}

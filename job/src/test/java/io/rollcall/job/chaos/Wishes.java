package io.rollcall.job.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.job.Kafka;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whether each wish came to an outcome, by the topic of outcomes. */
final class Wishes {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Instance, list or nothing, e-mail. */
    private final Set<String> told = new HashSet<>();

    Wishes(Kafka kafka) throws IOException {
        for (ConsumerRecord<String, String> record : kafka.records("rollcall.outcomes")) {
            JsonNode outcome = JSON.readTree(record.value());
            String person = outcome.path("person").asText();
            told.add(
                    key(
                            outcome.path("instance").asText(),
                            outcome.path("listId").asText(),
                            person.substring(person.indexOf(':') + 1)));
        }
    }

    /** Everybody of whom it was said that they should be on a list where they were not. */
    List<String> withoutOutcome(Town town, Feed feed) {
        List<String> silent = new ArrayList<>();
        for (Town.Target target : town.targets) {
            for (int i = 0; i < Feed.PEOPLE; i++) {
                String email = Feed.email(i);
                boolean wished =
                        Boolean.TRUE.equals(feed.says(email, target.audience())) && i % 7 != 0;
                if (wished && !isTold(target, email)) {
                    silent.add(email + ", " + target);
                }
            }
        }
        return silent;
    }

    /** Of the change, or of the look-up or creation before it, which is of no list. */
    private boolean isTold(Town.Target target, String email) {
        String instance = target.marketo().munchkinId();
        return told.contains(key(instance, target.list().id() + "", email))
                || told.contains(key(instance, "", email));
    }

    private static String key(String instance, String list, String email) {
        return instance + " " + list + " " + email;
    }
}

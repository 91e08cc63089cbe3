package io.rollcall.demo.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the topics that are missing. */
public final class Topics {

    private static final short DEFAULT = -1;
    private static final String TWO_WEEKS_MS = "1209600000";

    private Topics() {}

    public static void create(String servers, List<String> sources)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            Set<String> there = admin.listTopics().names().get();
            for (String source : sources) {
                create(admin, there, new NewTopic(source, Optional.of(4), Optional.empty()));
            }
            create(
                    admin,
                    there,
                    new NewTopic("rollcall.reports", 1, DEFAULT)
                            .configs(Map.of("retention.ms", TWO_WEEKS_MS)));
            create(
                    admin,
                    there,
                    new NewTopic("rollcall.memberships", 4, DEFAULT)
                            .configs(Map.of("cleanup.policy", "compact")));
            create(admin, there, new NewTopic("rollcall.outcomes", 4, DEFAULT));
            create(admin, there, new NewTopic("rollcall.dead-letters", 1, DEFAULT));
        }
    }

    private static void create(Admin admin, Set<String> there, NewTopic topic)
            throws InterruptedException, ExecutionException {
        if (!there.contains(topic.name())) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }
}

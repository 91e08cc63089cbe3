package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Duplicates;
import io.rollcall.event.Identity;
import io.rollcall.report.Member;
import java.util.Comparator;
import java.util.List;

/**
 * A lead that matched. Marketo's times are all in UTC and of one width, so that they compare as
 * text; a missing one is the least welcome.
 */
record Lead(
        long id,
        String value,
        String updatedAt,
        String createdAt,
        long partition,
        List<Identity> names,
        String refusal) {

    /** Marketo's own flag; asked for only where it counts. */
    private static final String UNSUBSCRIBED = "unsubscribed";

    static final String PARTITION = "leadPartitionId";

    /** Sorts after every time. */
    private static final String NEVER = "~";

    static Lead of(JsonNode node, String field, Instance instance) {
        return new Lead(
                node.path("id").asLong(),
                node.path(field).asText(""),
                node.path("updatedAt").asText(""),
                node.path("createdAt").asText(NEVER),
                node.path(PARTITION).asLong(),
                instance.lookup().size() > 1 ? LeadNames.of(node, instance) : List.of(),
                refusal(node));
    }

    /** What to add to the fields asked for. */
    static String flag(Instance instance) {
        return instance.policy().respectUnsubscribed() ? "," + UNSUBSCRIBED : "";
    }

    /** Null for none. */
    static String refusal(JsonNode lead) {
        // Files write 1 for it or true.
        boolean is = lead.path(UNSUBSCRIBED).asBoolean() || lead.path(UNSUBSCRIBED).asInt() == 1;
        return is ? Member.UNSUBSCRIBED : null;
    }

    /** One that shows no partition is in the only one there is. */
    boolean isIn(long wanted) {
        return wanted == 0 || partition == 0 || partition == wanted;
    }

    /** The chosen lead comes first; of two alike the older id, so that it stays the same one. */
    static Comparator<Lead> by(Duplicates policy) {
        Comparator<Lead> order =
                policy == Duplicates.OLDEST
                        ? Comparator.comparing(Lead::createdAt)
                        : Comparator.comparing(Lead::updatedAt).reversed();
        return order.thenComparingLong(Lead::id);
    }
}

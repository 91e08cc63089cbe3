package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.Usage;
import io.rollcall.report.Verdict;
import java.util.List;

/** Get Daily Usage: how many calls of today's quota are gone. */
final class DailyUsage implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        return new MarketoRequest("GET", "/rest/v1/stats/usage.json", new Form(), null);
    }

    @Override
    public End read(Asked asked, Answer answer) {
        JsonNode today = answer.result().path(0);
        if (!today.path("total").isIntegralNumber()) {
            return End.failed(asked.call(), "unreadable", answer.requestId());
        }
        long total = today.path("total").asLong();
        Usage usage = new Usage(own(today.path("users"), asked.apiUser(), total), total);
        return new End(Verdict.DONE, null, answer.requestId(), List.of(), null, usage);
    }

    /** The token's scope names our API user. Without it, every call might be ours. */
    private static long own(JsonNode users, String apiUser, long total) {
        if (apiUser.isBlank()) {
            return total;
        }
        long own = 0;
        for (JsonNode user : users) {
            boolean ours = user.path("userId").asText("").equalsIgnoreCase(apiUser);
            own += ours ? user.path("count").asLong() : 0;
        }
        return own;
    }
}

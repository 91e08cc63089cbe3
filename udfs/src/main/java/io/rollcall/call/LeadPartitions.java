package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.Asset;
import java.util.ArrayList;
import java.util.List;

/** Get Lead Partitions: those that the API user may use, with the ids that leads show. */
final class LeadPartitions implements Endpoint {

    /** More would make the report long, and name the wanted one all the same. */
    private static final int MOST = 200;

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        return MarketoRequest.get("/rest/v1/leads/partitions.json", new Form());
    }

    @Override
    public End read(Asked asked, Answer answer) {
        String wanted = asked.call().setUp().asked().name();
        List<Asset> found = new ArrayList<>();
        for (JsonNode one : answer.result()) {
            String name = one.path("name").asText();
            if (name.equals(wanted) || found.size() < MOST) {
                found.add(Asset.of(Asset.Type.PARTITION, name, one.path("id").asLong(), null));
            }
        }
        return End.setUp(answer.requestId(), asked.call().setUp().finding(found));
    }
}

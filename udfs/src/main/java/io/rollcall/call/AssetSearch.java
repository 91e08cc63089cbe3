package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.report.Asset;
import java.util.ArrayList;
import java.util.List;

/** A search of the asset API, which answers with what it found, or with no result at all. */
abstract class AssetSearch implements Endpoint {

    /** What one result is; null for none that was asked for. */
    abstract Asset asset(JsonNode result, Asset asked);

    @Override
    public boolean mayBeEmpty() {
        return true;
    }

    @Override
    public End nobody(Asked asked, Answer answer) {
        return read(asked, answer.withNobody());
    }

    @Override
    public End read(Asked asked, Answer answer) {
        List<Asset> found = new ArrayList<>();
        for (JsonNode result : answer.result()) {
            if (result.path("id").asLong() <= 0) {
                return End.failed(asked.call(), "unreadable", answer.requestId());
            }
            Asset asset = asset(result, asked.call().setUp().asked());
            if (asset != null) {
                found.add(asset);
            }
        }
        return End.setUp(answer.requestId(), asked.call().setUp().finding(found));
    }

    /** Null where none is told. */
    static String workspace(JsonNode result) {
        String name = result.path("workspace").asText("");
        return name.isEmpty() || name.equals("null") ? null : name;
    }

    /** Where names are told apart by workspace, one of another is not meant. */
    static boolean elsewhere(JsonNode result, Asset asked) {
        String there = workspace(result);
        return asked.workspace() != null && there != null && !asked.workspace().equals(there);
    }
}

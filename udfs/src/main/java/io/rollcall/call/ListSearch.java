package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.Asset;

/** Get Static List by Name: exactly this name, wherever such a list stands. */
final class ListSearch extends AssetSearch {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        return MarketoRequest.get(
                "/rest/asset/v1/staticList/byName.json",
                new Form().add("name", call.setUp().asked().name()));
    }

    @Override
    Asset asset(JsonNode result, Asset asked) {
        boolean meant = result.path("name").asText().equals(asked.name());
        return meant && !elsewhere(result, asked) ? list(result) : null;
    }

    static Asset list(JsonNode result) {
        JsonNode folder = result.path("folder");
        boolean program = folder.path("type").asText().equalsIgnoreCase("Program");
        return new Asset(
                Asset.Type.LIST,
                result.path("name").asText(),
                result.path("id").asLong(),
                workspace(result),
                program ? Asset.Type.PROGRAM : Asset.Type.FOLDER,
                folder.path("id").asLong());
    }
}

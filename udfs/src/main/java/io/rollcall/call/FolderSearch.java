package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.Asset;

/** Get Folder by Name and, since that knows no programs by name, Get Program by Name. */
final class FolderSearch extends AssetSearch {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        Asset asked = call.setUp().asked();
        Form query = new Form().add("name", asked.name());
        if (asked.type() == Asset.Type.PROGRAM) {
            return MarketoRequest.get("/rest/asset/v1/program/byName.json", query);
        }
        query.add("type", "Folder");
        if (asked.workspace() != null) {
            query.add("workSpace", asked.workspace());
        }
        return MarketoRequest.get("/rest/asset/v1/folder/byName.json", query);
    }

    @Override
    Asset asset(JsonNode result, Asset asked) {
        String name = result.path("name").asText();
        long id = result.path("id").asLong();
        return !name.equals(asked.name()) || elsewhere(result, asked)
                ? null
                : Asset.of(asked.type(), name, id, workspace(result));
    }
}

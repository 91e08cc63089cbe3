package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.Asset;
import java.util.List;

/** Create Static List, in the folder or program that was found before. */
final class ListCreation implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        Asset asked = call.setUp().asked();
        ObjectNode folder = Answer.JSON.createObjectNode();
        folder.put("id", asked.parent());
        folder.put("type", asked.parentType() == Asset.Type.PROGRAM ? "Program" : "Folder");
        Form form = new Form().add("name", asked.name()).add("folder", folder);
        return MarketoRequest.post("/rest/asset/v1/staticLists.json", form);
    }

    @Override
    public End read(Asked asked, Answer answer) {
        return theList(asked, answer);
    }

    /** The answer that tells the list as it is now. */
    static End theList(Asked asked, Answer answer) {
        JsonNode list = answer.result().path(0);
        return list.path("id").asLong() <= 0
                ? End.failed(asked.call(), "unreadable", answer.requestId())
                : End.setUp(
                        answer.requestId(),
                        asked.call().setUp().finding(List.of(ListSearch.list(list))));
    }
}

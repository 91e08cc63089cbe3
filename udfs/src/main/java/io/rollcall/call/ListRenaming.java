package io.rollcall.call;

import io.rollcall.activation.Instance;

/** Update Static List Metadata: a new name for the list of this id. */
final class ListRenaming implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        return MarketoRequest.post(
                "/rest/asset/v1/staticList/" + call.list() + ".json",
                new Form().add("name", call.setUp().asked().name()));
    }

    @Override
    public End read(Asked asked, Answer answer) {
        return ListCreation.theList(asked, answer);
    }
}

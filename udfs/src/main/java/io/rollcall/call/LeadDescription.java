package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.report.LeadField;
import io.rollcall.report.SetUp;
import java.util.List;
import java.util.stream.Stream;

/** Describe Lead2: what the fields are like that the configuration names. */
final class LeadDescription implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        return MarketoRequest.get("/rest/v1/leads/describe2.json", new Form());
    }

    @Override
    public End read(Asked asked, Answer answer) {
        LeadFields fields = LeadFields.of(answer.result().path(0));
        return fields == null
                ? End.failed(asked.call(), "unreadable", answer.requestId())
                : End.setUp(answer.requestId(), SetUp.described(named(asked.instance(), fields)));
    }

    private static List<LeadField> named(Instance instance, LeadFields fields) {
        return Stream.concat(
                        instance.lookup().stream().map(l -> fields.lookup(l.field())),
                        instance.mapping().stream().map(m -> fields.target(m.target())))
                .toList();
    }
}

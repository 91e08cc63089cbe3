package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportBatch.Status;

/** Import Leads: a file of people for one list; what becomes of them has to be asked later. */
final class LeadImport implements Endpoint {

    /** People are then named by what Marketo has, and none can be created. */
    static final String BY_ID = "id";

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        boolean byId = call.batch().field().equals(BY_ID);
        if (!byId && !instance.creates()) {
            // An import has no "update only" but by lead id.
            throw new IllegalArgumentException("would create people");
        }
        Form query =
                new Form()
                        .add("format", "csv")
                        .add("lookupField", call.batch().field())
                        .add("listId", call.list());
        if (!byId && instance.leadPartition() != null) {
            query.add("partitionName", instance.leadPartition());
        }
        return MarketoRequest.upload("/bulk/v1/leads.json", query, call.file());
    }

    @Override
    public End read(Asked asked, Answer answer) {
        JsonNode result = answer.result().path(0);
        long id = result.path("batchId").asLong();
        if (id <= 0) {
            return End.failed(asked.call(), "unreadable", answer.requestId());
        }
        ImportBatch batch = asked.call().batch();
        Status said = ImportProgress.status(result);
        // The id alone finds the import again, so it is kept whatever else stands there.
        return End.ofImport(answer.requestId(), batch.is(id, said == null ? Status.QUEUED : said));
    }
}

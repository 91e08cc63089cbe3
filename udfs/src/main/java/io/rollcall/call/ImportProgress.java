package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportBatch.Status;
import java.util.Arrays;

/** Get Import Lead Status. Its message is never taken over, since it may name people. */
final class ImportProgress implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        return MarketoRequest.get(
                "/bulk/v1/leads/batch/" + call.batch().id() + ".json", new Form());
    }

    @Override
    public End read(Asked asked, Answer answer) {
        JsonNode result = answer.result().path(0);
        ImportBatch batch = asked.call().batch();
        Status status = status(result);
        int processed = rows(result, "numOfLeadsProcessed");
        int failed = rows(result, "numOfRowsFailed");
        int warned = rows(result, "numOfRowsWithWarning");
        boolean readable = status != null && processed >= 0 && failed >= 0 && warned >= 0;
        return readable && result.path("batchId").asLong() == batch.id()
                ? End.ofImport(
                        answer.requestId(),
                        batch.is(batch.id(), status).counting(processed, failed, warned))
                : End.failed(asked.call(), "unreadable", answer.requestId());
    }

    /** Null for a word that is none of Marketo's. */
    static Status status(JsonNode result) {
        String word = result.path("status").asText("");
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }

    /** Marketo may leave out what is nought; -1 for what is no count. */
    private static int rows(JsonNode result, String name) {
        JsonNode count = result.path(name);
        return count.isMissingNode() ? 0 : count.asInt(-1);
    }
}

package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.marketo.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer for one record of a call. */
final class RecordStatus {
    private RecordStatus() {}

    static Map<String, Object> done(long id, String status) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("status", status);
        return record;
    }

    static Map<String, Object> skipped(long id, Refusal refusal) {
        Map<String, Object> record = done(id, "skipped");
        record.put("reasons", List.of(Reply.reason(refusal)));
        return record;
    }

    /** A skipped upsert says no id. */
    static Map<String, Object> skipped(Refusal refusal) {
        Map<String, Object> record = skipped(0, refusal);
        record.remove("id");
        return record;
    }

    static Refusal noLead() {
        return new Refusal("1004", "Lead not found");
    }
}

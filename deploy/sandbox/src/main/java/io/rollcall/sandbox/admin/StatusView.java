package io.rollcall.sandbox.admin;

import io.rollcall.sandbox.marketo.BulkJobs;
import io.rollcall.sandbox.marketo.BulkStatus;
import io.rollcall.sandbox.marketo.CallLog;
import io.rollcall.sandbox.marketo.Chance;
import io.rollcall.sandbox.marketo.DayUsage;
import io.rollcall.sandbox.marketo.Export;
import io.rollcall.sandbox.marketo.Exports;
import io.rollcall.sandbox.marketo.Import;
import io.rollcall.sandbox.marketo.Imports;
import io.rollcall.sandbox.marketo.Ingestion;
import io.rollcall.sandbox.marketo.Meter;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A subscription at a glance. Never its secret. */
final class StatusView {
    private StatusView() {}

    static Map<String, Object> of(Subscription subscription) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("munchkinId", subscription.munchkinId());
        status.put("clientId", subscription.clientId());
        status.put("user", subscription.user());
        leads(status, subscription);
        meter(status, subscription.meter());
        calls(status, subscription.calls());
        imports(status, subscription.imports());
        ingestion(status, subscription.ingestion());
        exports(status, subscription.exports());
        settings(status, subscription.chance());
        status.put("clockShiftMillis", subscription.clock().shift().toMillis());
        status.put("now", subscription.clock().instant().toString());
        status.put("faults", subscription.faults().inForce().size());
        return status;
    }

    private static void leads(Map<String, Object> status, Subscription subscription) {
        status.put("leads", subscription.leads().count());
        status.put("leadsCreated", subscription.leads().created());
        status.put("lists", subscription.lists().all().size());
    }

    private static void meter(Map<String, Object> status, Meter meter) {
        DayUsage today = meter.today();
        status.put("callsInWindow", meter.callsInWindow());
        status.put("maxCallsInWindow", meter.mostInWindow());
        status.put("concurrency", meter.inFlight());
        status.put("maxConcurrency", meter.mostInFlight());
        status.put("callsToday", today.total());
        Map<String, Integer> days = new LinkedHashMap<>();
        meter.days().forEach((day, usage) -> days.put(day.toString(), usage.total()));
        status.put("callsByDay", days);
        status.put("limits", meter.limits());
    }

    private static void calls(Map<String, Object> status, CallLog calls) {
        status.put("calls", calls.totals());
    }

    private static void imports(Map<String, Object> status, Imports imports) {
        status.put("imports", bulk(imports, Import.Status.values(), imports.pace()));
    }

    private static void ingestion(Map<String, Object> status, Ingestion ingestion) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("objectsToday", ingestion.objectsToday());
        shown.put("waiting", ingestion.waiting());
        shown.put("pace", ingestion.pace());
        status.put("ingestion", shown);
    }

    private static void exports(Map<String, Object> status, Exports exports) {
        status.put("exports", bulk(exports, Export.Status.values(), exports.pace()));
    }

    private static Map<String, Object> bulk(BulkJobs<?> jobs, BulkStatus[] statuses, Object pace) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (BulkStatus each : statuses) {
            shown.put(each.name().toLowerCase(Locale.ROOT), jobs.count(each));
        }
        shown.put("most", BulkJobs.MOST);
        shown.put("pace", pace);
        return shown;
    }

    private static void settings(Map<String, Object> status, Chance chance) {
        status.put("latency", chance.latency());
    }
}

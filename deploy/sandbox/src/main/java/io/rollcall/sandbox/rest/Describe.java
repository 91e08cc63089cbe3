package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Field;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describe Lead, its successor Describe Lead2, and the partitions. */
final class Describe {
    private Describe() {}

    static Operation.Work leads(Subscription subscription, Request request) {
        Collection<Field> fields = subscription.fields().all();
        return Operation.Work.known(
                () -> Reply.result(fields.stream().map(Describe::attribute).toList()));
    }

    private static Map<String, Object> attribute(Field field) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", Math.floorMod(field.name().hashCode(), 100_000));
        shown.put("displayName", field.displayName());
        shown.put("dataType", field.dataType());
        if (field.isText()) {
            shown.put("length", field.length());
        }
        shown.put("rest", Map.of("name", field.name(), "readOnly", !field.updateable()));
        return shown;
    }

    static Operation.Work searchable(Subscription subscription, Request request) {
        Collection<Field> fields = subscription.fields().all();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", "API Lead");
        shown.put(
                "searchableFields",
                fields.stream().filter(Field::searchable).map(f -> List.of(f.name())).toList());
        shown.put("fields", fields.stream().map(Describe::field).toList());
        return Operation.Work.known(() -> Reply.result(List.of(shown)));
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", field.name());
        shown.put("displayName", field.displayName());
        shown.put("dataType", field.dataType());
        if (field.isText()) {
            shown.put("length", field.length());
        }
        shown.put("updateable", field.updateable());
        shown.put("crmManaged", false);
        return shown;
    }

    static Operation.Work partitions(Subscription subscription, Request request) {
        List<String> names = subscription.partitions();
        return Operation.Work.known(
                () ->
                        Reply.result(
                                names.stream()
                                        .map(name -> partition(names.indexOf(name) + 1, name))
                                        .toList()));
    }

    private static Map<String, Object> partition(int id, String name) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("name", name);
        return shown;
    }
}

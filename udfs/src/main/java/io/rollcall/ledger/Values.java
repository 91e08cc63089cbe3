package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.event.Attribute;
import io.rollcall.field.CompanyFields;
import io.rollcall.field.FieldValue;
import io.rollcall.report.LeadField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Turns a row's attributes into the values of an instance's fields. */
final class Values {

    private final List<Target> targets = new ArrayList<>();
    private final List<String> required;
    private final boolean known;

    /** {@code described} is null until Marketo has told what its fields are like. */
    Values(Instance instance, List<LeadField> described) {
        Map<String, LeadField> fields = new HashMap<>();
        if (described != null) {
            described.forEach(field -> fields.put(field.name(), field));
        }
        for (Instance.Mapping mapping : instance.mapping()) {
            LeadField field = fields.get(mapping.target());
            if (field != null && field.exists() && field.writable()) {
                targets.add(new Target(mapping, field, CompanyFields.contains(field.name())));
            }
        }
        required = instance.policy().requiredFields();
        known = instance.mapping().isEmpty() || described != null;
    }

    private record Target(Instance.Mapping mapping, LeadField field, boolean onCreation) {

        FieldValue of(Attribute attribute) {
            return FieldValue.of(field, mapping.tooLong(), attribute.value());
        }
    }

    /** Whether anything may be written: before, nobody knows what a field would take. */
    boolean known() {
        return known;
    }

    /** The first required field that this row gives no value, null when it gives all. */
    String missing(Row row, String lookupField) {
        if (required.isEmpty()) {
            return null;
        }
        Map<String, String> given = onCreation(row);
        return required.stream()
                .filter(field -> !field.equalsIgnoreCase(lookupField))
                .filter(field -> isBlank(given, field))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBlank(Map<String, String> given, String field) {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(field))
                .noneMatch(entry -> entry.getValue() != null && !entry.getValue().isBlank());
    }

    /** What a lead is created with. */
    Map<String, String> onCreation(Row row) {
        return of(row, true);
    }

    /** What a lead that exists is kept up to date with. */
    Map<String, String> onUpdate(Row row) {
        return of(row, false);
    }

    private Map<String, String> of(Row row, boolean creation) {
        Map<String, String> values = new TreeMap<>();
        for (Target target : targets) {
            Attribute attribute = row.attribute(target.mapping().source());
            if (attribute != null && (creation || !target.onCreation())) {
                FieldValue value = target.of(attribute);
                if (value.refusal() == null) {
                    values.put(target.field().name(), value.value());
                }
            }
        }
        return values;
    }

    /** Why values of this row cannot be written. */
    void refusals(Row row, Consumer<String> out) {
        for (Target target : targets) {
            Attribute attribute = row.attribute(target.mapping().source());
            String refusal = attribute == null ? null : target.of(attribute).refusal();
            if (refusal != null) {
                out.accept(refusal);
            }
        }
    }
}
